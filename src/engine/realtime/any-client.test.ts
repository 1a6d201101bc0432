/** Whatever a client sends, in whatever order: nothing throws, and everything that was opened is closed once. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePcm16 } from '#audio/pcm16.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { rehearse, words } from './rehearsal.ts';

const sound = encodePcm16(new Int16Array(24 * 200).fill(300));
const id = fc.constantFrom('a', 'b', 'root', 'nobody', 'last');
const clientEvent = fc.oneof(
  fc.constant({ type: 'response.create' }),
  fc.constant({
    type: 'response.create',
    response: { instructions: `Say "${'A long story. '.repeat(20)}"` },
  }),
  fc.constant({
    type: 'response.create',
    response: { conversation: 'none', metadata: { a: 'b' } },
  }),
  fc.constant({
    type: 'response.create',
    response: { output_modalities: ['text'], max_output_tokens: 3 },
  }),
  fc.constant({ type: 'response.cancel' }),
  fc.constant({ type: 'input_audio_buffer.append', audio: sound }),
  fc.constantFrom({ type: 'input_audio_buffer.commit' }, { type: 'input_audio_buffer.clear' }),
  fc.record({
    type: fc.constant('conversation.item.create'),
    previous_item_id: id,
    item: fc.record({
      id: fc.constantFrom('a', 'b'),
      type: fc.constant('message'),
      role: fc.constant('user'),
      content: fc.constant([{ type: 'input_text', text: 'i lost my card' }]),
    }),
  }),
  fc.record({ type: fc.constant('conversation.item.delete'), item_id: id }),
  fc.record({ type: fc.constant('conversation.item.retrieve'), item_id: id }),
  fc.record({
    type: fc.constant('conversation.item.truncate'),
    item_id: id,
    content_index: fc.constant(0),
    audio_end_ms: fc.integer({ min: -1, max: 5000 }),
  }),
  fc.constantFrom(
    {
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { turn_detection: null } } },
    },
    {
      type: 'session.update',
      session: { type: 'realtime', audio: { output: { voice: 'marin' } } },
    },
    { type: 'nonsense' },
    'not json',
    {
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: 'x', output: '' },
    },
  ),
  fc.constant({ hear: 'turn' as const }),
  fc.record({ pass: fc.integer({ min: 1, max: 3000 }) }),
);

test('every response, item and part that is opened is closed, once and in its response', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(clientEvent, { maxLength: 25 }), async (script) => {
      const { session, events, ears, clock, settle } = rehearse();
      for (const one of script) {
        if (typeof one === 'object' && 'pass' in one) clock.pass(one.pass);
        else if (typeof one === 'object' && 'hear' in one) {
          ears.hear({ type: 'speech.started', atMs: 0 });
          const times = { startMs: 0, endMs: 100, decidedMs: 200, tookMs: 1 };
          ears.hear({ type: 'speech.stopped', ...times, hypothesis: words('hello') });
        } else session.receive(known(one, events));
        await settle();
      }
      for (let n = 0; n < 40; n++) {
        clock.pass(1000);
        await settle();
      }
      expect(wrongIn(events)).toEqual([]);
      session.close();
    }),
    { numRuns: 60 },
  );
});

/** `last` is the item that came last. */
function known(event: object | string, events: readonly ServerEvent[]): object | string {
  if (typeof event === 'string' || !('item_id' in event) || event.item_id !== 'last') return event;
  const added = events.findLast(({ type }) => type === 'conversation.item.added');
  const item = added !== undefined && 'item' in added ? added.item.id : 'nobody';
  return { ...event, item_id: item };
}

/** What was opened twice, closed without being open, or left open. */
function wrongIn(events: readonly ServerEvent[]): string[] {
  const open = new Set<string>();
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const event of events) {
    const key = keyOf(event);
    if (key === undefined) continue;
    const asItShould = event.type.endsWith('.done') ? open.delete(key) : !seen.has(key);
    if (!asItShould) wrong.push(`${event.type}: ${key}`);
    if (event.type.endsWith('.done')) continue;
    seen.add(key);
    open.add(key);
  }
  return [...wrong, ...open];
}

function keyOf(event: ServerEvent): string | undefined {
  switch (event.type) {
    case 'response.created':
    case 'response.done':
      return `response ${event.response.id}`;
    case 'response.output_item.added':
    case 'response.output_item.done':
      return `item ${event.response_id} ${event.item.id}`;
    case 'response.content_part.added':
    case 'response.content_part.done':
      return `part ${event.response_id} ${event.item_id}`;
    default:
      return undefined;
  }
}
