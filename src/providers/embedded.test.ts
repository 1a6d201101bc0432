import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { EngineSession, OpenSession } from '#engine/engine.ts';
import { rehearse } from '#engine/realtime/rehearsal.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { embeddedProvider } from './provider.ts';

/** An engine whose sessions are rehearsed ones. */
function engine() {
  const opened: { options: OpenSession; closed: boolean }[] = [];
  return {
    opened,
    lagMs: 0,
    prime: () => Promise.resolve(),
    close: () => Promise.resolve(),
    open(options: OpenSession): EngineSession {
      const rehearsal = rehearse(options.flow, options.callerName, options.onEvent);
      const one = { options, closed: false };
      opened.push(one);
      return {
        receive: (event) => rehearsal.session.receive(event),
        close() {
          one.closed = true;
          rehearsal.session.close();
        },
      };
    },
  };
}

test('a call is connected once its session is configured', async () => {
  const events: ServerEvent[] = [];
  const session = await embeddedProvider(engine()).connect({
    agent: findAgent('block-card'),
    session: { type: 'realtime', instructions: 'Be kind.' },
    callerName: 'Emma',
    onEvent: (event) => events.push(event),
    onClose: () => undefined,
    signal: new AbortController().signal,
  });
  expect(events.map(({ type }) => type)).toEqual(['session.created', 'session.updated']);
  session.send({ type: 'response.create', response: { output_modalities: ['text'] } });
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  expect(events.find(({ type }) => type === 'response.output_text.done')).toMatchObject({
    text: 'Hello Emma, this is Luna at Northwind Bank. How can I help you today?',
  });
  await session.close();
});

test('a session ends once, by whoever ends it first', async () => {
  const house = engine();
  const reasons: string[] = [];
  const abort = new AbortController();
  const session = await embeddedProvider(house).connect({
    agent: undefined,
    session: undefined,
    onEvent: () => undefined,
    onClose: (reason) => reasons.push(reason),
    signal: abort.signal,
  });
  abort.abort();
  await session.close();
  expect(reasons).toEqual(['aborted']);
  expect(house.opened.map(({ closed }) => closed)).toEqual([true]);
});

test('a call that was over before it was connected opens nothing', async () => {
  const house = engine();
  const connecting = embeddedProvider(house).connect({
    agent: undefined,
    session: undefined,
    onEvent: () => undefined,
    onClose: () => undefined,
    signal: AbortSignal.abort(),
  });
  await expect(connecting).rejects.toThrow('aborted');
  expect(house.opened).toEqual([]);
});
