/** Our events beside recordings of real sessions; skipped where those are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ServerEvent } from '#protocol/server-events.ts';
import { readClientEvent } from '#protocol/read-client-event.ts';
import { rehearse } from './rehearsal.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/data/recorded-sessions');
const haveSessions = existsSync(FOLDER);
const SESSIONS = [
  'openai-voice-turn',
  'openai-tool-round',
  'openai-text-in-audio-out',
  'openai-history-seeding',
  'azure-voice-turn',
  'azure-tool-round',
];

interface Line {
  readonly direction: 'sent' | 'received';
  readonly event: Record<string, unknown> & { readonly type: string };
}

function session(name: string): Line[] {
  const text = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const received = (name: string) =>
  session(name).flatMap(({ direction, event }) => (direction === 'received' ? [event] : []));

/** Deltas come in any number, and transcripts at any time. */
function order(events: readonly { readonly type: string }[]): string[] {
  const types = events
    .map(({ type }) => type)
    .filter(
      (type) =>
        !/input_audio_transcription|rate_limits|session\.|output_audio(_transcript)?\.delta/.test(
          type,
        ),
    );
  return types.filter((type, i) => !type.endsWith('delta') || type !== types[i - 1]);
}

const typed = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});
const update = (more: object) => ({
  type: 'session.update',
  session: { type: 'realtime', ...more },
});

/** The same conversation with our engine. */
async function toolRound(): Promise<ServerEvent[]> {
  const { send, events } = rehearse();
  const parameters = {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
  };
  const tools = [
    { type: 'function', name: 'get_weather', description: 'Look up the weather.', parameters },
  ];
  await send(update({ output_modalities: ['text'], tools }));
  await send(typed('What is the weather in London?'), { type: 'response.create' });
  const call = events.find(({ type }) => type === 'response.function_call_arguments.done');
  const call_id = call !== undefined && 'call_id' in call ? call.call_id : '';
  const item = { type: 'function_call_output', call_id, output: 'It is foggy.' };
  await send({ type: 'conversation.item.create', item }, { type: 'response.create' });
  return events;
}

async function voiceTurn(): Promise<ServerEvent[]> {
  const { send, speak, events } = rehearse();
  await send(update({ audio: { input: { transcription: { model: 'gpt-realtime-whisper' } } } }));
  await speak('hello my name is marcelo');
  return events;
}

describe.skipIf(!haveSessions)('beside recorded sessions (skipped without them)', () => {
  test.each(SESSIONS)('all that the client of %s said is understood', (name) => {
    const sent = session(name).flatMap(({ direction, event }) =>
      direction === 'sent' ? [event] : [],
    );
    const refused = sent.map((event) => readClientEvent(event)).filter(({ ok }) => !ok);
    expect(refused).toEqual([]);
  });

  test.each(['openai-voice-turn', 'azure-voice-turn'])(
    'our voice turn has the order of %s',
    async (name) => {
      expect(order(await voiceTurn())).toEqual(order(received(name)));
    },
  );

  test('our tool round has the order of a recorded one', async () => {
    const recorded = order(received('openai-tool-round'));
    expect(order(await toolRound())).toEqual(recorded);
  });

  test('our events have the keys of the recorded ones', async () => {
    const ours = [...(await voiceTurn()), ...(await toolRound())];
    const theirs = [...received('openai-voice-turn'), ...received('openai-tool-round')];
    for (const type of new Set(ours.map((event) => event.type))) {
      const their = theirs.find((event) => event.type === type);
      const our = ours.find((event) => event.type === type);
      if (their === undefined || our === undefined) continue;
      expect([type, keysOf(our)]).toEqual([type, keysOf(their)]);
    }
  });
});

/** Paths of all keys; free texts and what only one side has by agreement are left out. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((first) => keysOf(first, `${path}[]`));
  return Object.entries(value)
    .filter(([key]) => !['obfuscation', 'parameters', 'voiced_end_ms'].includes(key))
    .flatMap(([key, inner]) => [`${path}.${key}`, ...keysOf(inner, `${path}.${key}`)])
    .toSorted();
}
