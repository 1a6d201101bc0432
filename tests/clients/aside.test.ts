/** "One moment" to a program that speaks the protocol: whole and in order beside a response that runs, and no item of the conversation. */
import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { expect, test } from 'vitest';
import { AgentView } from '#channels/realtime/agent-view.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { created, drained, speaks, WHO } from '#call/fixture.ts';
import { Watched } from '#call/watched.ts';
import { OrderMachine } from './order.ts';
import { schemaJudge } from './schemas.ts';

test('its events are of the protocol, in its order, and can be asked for', async () => {
  const judge = await schemaJudge('server');
  const call = new Watched();
  const who = { ...WHO, can: { ...WHO.can, answersUpdates: false } };
  call.tell({ from: 'call', type: 'answered', who }, ...speaks('r1', 'a1', 'Hello.'));
  const typed = { type: 'typed', text: 'my card is gone', itemId: undefined } as const;
  call.tell(drained('a1'), { from: 'caller', event: typed }, created('r2'));
  const before = call.told.length;
  call.wait(3_500);
  const said = call.told.slice(before) as ServerEvent[];
  expect(said.length).toBeGreaterThan(8);

  const view = new AgentView();
  const seen = said.flatMap((event) => view.of(event));
  expect(seen.map(({ type }) => type)).toEqual(said.map(({ type }) => type));
  const order = new OrderMachine();
  order.take({ type: 'session.created' } as RealtimeServerEvent);
  for (const event of seen) order.take(event as unknown as RealtimeServerEvent);
  order.end();
  expect(order.faults).toEqual([]);
  expect(seen.flatMap((event) => judge(event) ?? [])).toEqual([]);
  const [delta] = seen.flatMap((event) =>
    event.type === 'response.output_audio.delta' ? [event.item_id] : [],
  );
  expect(view.item(delta ?? '')?.content).toMatchObject([{ transcript: 'One moment, please.' }]);
});
