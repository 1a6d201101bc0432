/** A provider that puts secrets into every field of every event: none of them comes to the page. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { browserChannel } from '#channels/browser/browser.ts';
import { ResumableLines } from '#channels/browser/resumable-line.ts';
import type { CallerHears } from '#channels/channel.ts';
import { systemClock } from '#lib/clock.ts';
import type { ServerEventBody } from '#protocol/server-events.ts';
import { Puppet } from './adversarial/puppet.ts';
import { Room } from './adversarial/room.ts';

const SECRET = 'TOP-SECRET';
/** What providers have sent beside the documented fields, or might. */
const extra = { metadata: { note: SECRET }, instructions: SECRET, x_debug: { tool: SECRET } };
const place = { response_id: 'r1', item_id: 'a1', output_index: 0, content_index: 0, ...extra };
const format = { type: 'audio/pcm', rate: 24_000, ...extra };
const toolCall = {
  ...extra,
  id: 'f1',
  type: 'function_call',
  status: 'completed',
  call_id: 'c1',
  name: `tool_${SECRET}`,
  arguments: JSON.stringify({ pin: SECRET }),
};
const toolResult = {
  ...extra,
  id: 'f2',
  type: 'function_call_output',
  call_id: 'c1',
  output: SECRET,
};
const hint = {
  ...extra,
  id: 's1',
  type: 'message',
  status: 'completed',
  role: 'system',
  content: [{ type: 'input_text', text: SECRET }],
};
const spoken = {
  ...extra,
  id: 'a1',
  type: 'message',
  status: 'completed',
  role: 'assistant',
  phase: SECRET,
  content: [
    { type: 'output_audio', transcript: 'Hello.', audio: SECRET, ...extra },
    { type: 'reasoning', text: SECRET },
  ],
};
const session = {
  ...extra,
  type: 'realtime',
  object: 'realtime.session',
  id: 'sess_1',
  model: 'gpt-realtime-2.1',
  output_modalities: ['audio'],
  tools: [{ type: 'function', name: SECRET, description: SECRET, parameters: { d: SECRET } }],
  tool_choice: { type: 'function', name: SECRET },
  max_output_tokens: 4_096,
  tracing: { workflow_name: SECRET },
  truncation: { type: SECRET },
  prompt: { id: SECRET },
  expires_at: 1,
  include: [SECRET],
  audio: {
    ...extra,
    input: {
      ...extra,
      format,
      transcription: { model: 'whisper-1', prompt: SECRET },
      noise_reduction: extra,
      turn_detection: { type: 'server_vad', ...extra },
    },
    output: { ...extra, format, voice: 'marin', speed: 1 },
  },
};
const response = (status: string) => ({
  ...extra,
  object: 'realtime.response',
  id: 'r1',
  status,
  status_details: {
    ...extra,
    type: status,
    error: { type: SECRET, code: SECRET, message: `Invalid key ${SECRET}` },
  },
  output: [hint, toolCall, toolResult, spoken],
  conversation_id: 'conv_1',
  output_modalities: ['audio'],
  max_output_tokens: 'inf',
  audio: { output: { ...extra, format, voice: 'marin' } },
  usage: null,
});

const after = (previous_item_id: string | null, item: object) => ({
  type: 'conversation.item.added',
  previous_item_id,
  item,
});
const FLOOD: readonly object[] = [
  { type: 'session.created', session },
  { type: 'session.updated', session },
  after(null, hint),
  { type: 'response.created', response: response('in_progress') },
  after('s1', toolCall),
  after('f1', toolResult),
  after('f2', spoken),
  { type: 'response.output_audio_transcript.delta', ...place, delta: 'Hello.' },
  { type: 'response.output_audio.delta', ...place, delta: 'AAAA' },
  { type: 'response.output_audio_transcript.done', ...place, transcript: 'Hello.' },
  { type: 'response.output_audio.done', ...place },
  { type: 'response.content_part.added', ...place, part: { type: 'text', text: SECRET } },
  { type: 'response.content_part.done', ...place, part: { type: 'text', text: SECRET } },
  { type: 'response.output_text.delta', ...place, delta: SECRET },
  { type: 'response.function_call_arguments.delta', ...place, call_id: 'c1', delta: SECRET },
  { type: 'response.function_call_arguments.done', ...place, name: SECRET, arguments: SECRET },
  { type: 'response.output_item.added', response_id: 'r1', output_index: 0, item: toolCall },
  { type: 'response.output_item.done', response_id: 'r1', output_index: 0, item: toolCall },
  { type: 'conversation.item.done', previous_item_id: 'f1', item: toolResult },
  { type: 'conversation.item.retrieved', item: hint },
  {
    type: 'error',
    error: { type: 'server_error', code: SECRET, message: SECRET, param: SECRET, event_id: SECRET },
  },
  { type: 'rate_limits.updated', rate_limits: [{ name: SECRET }] },
  { type: 'input_audio_buffer.speech_started', audio_start_ms: 0, item_id: 'u1' },
  { type: 'input_audio_buffer.speech_stopped', audio_end_ms: 900, item_id: 'u1' },
  {
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: 'u1',
    content_index: 0,
    transcript: 'I see.',
    usage: { type: 'duration', seconds: 1, ...extra },
    logprobs: [{ token: SECRET }],
  },
  { type: 'response.done', response: response('failed') },
].map((event) => ({ ...extra, ...event }));

interface Frame {
  readonly type: string;
  readonly previous_item_id?: string | null;
}

/** A real socket, and what its far end received. */
async function page() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  const texts: string[] = [];
  socket.on('message', (data: Buffer) => texts.push(data.toString()));
  const [[ours]] = (await Promise.all([once(server, 'connection'), once(socket, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  const clock = systemClock();
  const channel = browserChannel(ours, {
    kind: 'browser',
    clock,
    lines: new ResumableLines(clock),
  });
  channel.listen(() => undefined);
  return {
    /** Everything that was told, once the last of it has arrived. */
    async gets(events: readonly CallerHears[]): Promise<{ all: string; frames: Frame[] }> {
      for (const event of events) channel.tell(event);
      channel.tell({ type: 'luna.scenario', id: 'the-end' });
      await vi.waitFor(
        () => {
          if (!texts.at(-1)?.includes('the-end')) throw new Error('There is more to come.');
        },
        { timeout: 20_000 },
      );
      socket.close(1000);
      server.close();
      return { all: texts.join('\n'), frames: texts.map((text) => JSON.parse(text) as Frame) };
    },
  };
}

test('whatever a provider says in whatever field, the page gets no instruction, tool, argument or result', async () => {
  const seen = await page();
  const { all, frames } = await seen.gets(
    FLOOD.map((event, n) => ({ ...event, event_id: `e${n}` }) as unknown as CallerHears),
  );
  expect(all).not.toContain(SECRET);
  // Nothing shows that there were items before this one.
  const added = frames.filter(({ type }) => type === 'conversation.item.added');
  expect(added).toMatchObject([{ previous_item_id: null, item: { id: 'a1' } }]);
  expect(all).not.toMatch(/"(?:f1|f2|s1|c1)"/);
  expect(frames.map(({ type }) => type)).toContain('response.done');
});

test('a whole call with such a provider tells its page nothing either', async () => {
  await using room = await Room.open();
  const model = new Puppet();
  const { caller, over } = room.call('block-card', model);
  await caller.settled();
  for (const event of FLOOD) model.emit(event as ServerEventBody);
  await caller.settled();
  const asked = { card_last_four: '4829', pin: SECRET, note: SECRET };
  void model.call('verify_identity', asked);
  void model.call(`unknown_${SECRET}`, asked);
  await vi.waitFor(
    () => {
      if (!caller.heard.some(({ type }) => type === 'luna.tool.done')) throw new Error('No tool.');
    },
    { timeout: 15_000 },
  );
  caller.hangUp();
  await over;
  const seen = await page();
  const { all } = await seen.gets(caller.heard);
  expect(all).toContain('luna.tool.done');
  expect(all).not.toContain(SECRET);
});
