import { expect, test } from 'vitest';
import { encodePcm16 } from '#audio/pcm16.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { outline, rehearse, words } from './rehearsal.ts';

const transcribing = { transcription: { model: 'luna' } };
const update = (input: object) => ({
  type: 'session.update',
  session: { type: 'realtime', audio: { input } },
});
const sound = (ms: number) => ({
  type: 'input_audio_buffer.append',
  audio: encodePcm16(new Int16Array(ms * 24).fill(500)),
});
const of = <Type extends ServerEvent['type']>(events: readonly ServerEvent[], type: Type) =>
  events.filter((event): event is Extract<ServerEvent, { type: Type }> => event.type === type);

test('a caller speaks and is answered: the order of every event', async () => {
  const { send, speak } = rehearse();
  await send(update(transcribing), sound(3000));
  expect(outline(await speak('hello there'))).toMatchInlineSnapshot(`
    "input_audio_buffer.speech_started
    conversation.item.input_audio_transcription.delta
    input_audio_buffer.speech_stopped
    input_audio_buffer.committed
    conversation.item.added
    conversation.item.done
    conversation.item.input_audio_transcription.delta
    conversation.item.input_audio_transcription.completed
    response.created
    response.output_item.added
    conversation.item.added
    response.content_part.added
    response.output_audio_transcript.delta
    response.output_audio.delta ×2
    response.output_audio_transcript.delta ×3
    response.output_audio.delta ×3
    response.output_audio_transcript.delta ×6
    response.output_audio.delta ×5
    response.output_audio.done
    response.output_audio_transcript.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
});

test('where a turn begins and ends is told in milliseconds of sound, the padding before it included', async () => {
  const { send, speak } = rehearse();
  await send(sound(3000));
  const events = await speak('hello');
  expect(of(events, 'input_audio_buffer.speech_started')[0]).toMatchObject({ audio_start_ms: 700 });
  expect(of(events, 'input_audio_buffer.speech_stopped')[0]).toMatchObject({
    audio_end_ms: 2300,
    voiced_end_ms: 2000,
  });
});

test('words appear while the caller speaks, and what has appeared is never taken back', async () => {
  const { send, ears, events, settle } = rehearse();
  await send(
    update({ ...transcribing, turn_detection: { type: 'server_vad', create_response: false } }),
  );
  ears.hear({ type: 'speech.started', atMs: 0 });
  for (const text of ['i', 'i cost', 'i lost my', 'i lost my cart', 'i lost my card today'])
    ears.hear({ type: 'partial', hypothesis: words(text) });
  ears.hear({
    type: 'speech.stopped',
    startMs: 0,
    endMs: 900,
    decidedMs: 1000,
    tookMs: 2,
    hypothesis: words('i lost my card today'),
  });
  await settle();
  const deltas = of(events, 'conversation.item.input_audio_transcription.delta').map(
    ({ delta }) => delta,
  );
  expect(deltas).toEqual(['i', ' lost', ' my', ' card', ' today']);
  const [done] = of(events, 'conversation.item.input_audio_transcription.completed');
  expect(done?.transcript).toBe('i lost my card today');
});

test('a client that wants no transcription gets none, and is answered all the same', async () => {
  const { speak } = rehearse();
  const types = (await speak('hello')).map(({ type }) => type);
  expect(types.filter((type) => type.includes('transcription'))).toEqual([]);
  expect(types.at(-1)).toBe('response.done');
});

test('with create_response false the caller is heard and nobody answers', async () => {
  const { send, speak } = rehearse();
  await send(update({ turn_detection: { type: 'server_vad', create_response: false } }));
  expect(outline(await speak('hello'))).toMatchInlineSnapshot(`
    "input_audio_buffer.speech_started
    input_audio_buffer.speech_stopped
    input_audio_buffer.committed
    conversation.item.added
    conversation.item.done"
  `);
});

test('a caller who speaks over Luna stops her: every part is closed, once', async () => {
  const { send, speak, ears, events, settle } = rehearse();
  await send(sound(3000));
  await speak('hello');
  const long = { instructions: `Say "${'This is a long story. '.repeat(30)}"` };
  await send({ type: 'response.create', response: long });
  const from = events.length;
  ears.hear({ type: 'speech.started', atMs: 2500 });
  await settle();
  expect(outline(events.slice(from))).toMatchInlineSnapshot(`
    "input_audio_buffer.speech_started
    response.output_audio.done
    response.output_audio_transcript.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
  expect(of(events.slice(from), 'response.done')[0]?.response).toMatchObject({
    status: 'cancelled',
    status_details: { type: 'cancelled', reason: 'turn_detected' },
    output: [{ status: 'incomplete' }],
  });
});

test('with interrupt_response false she speaks on, and answers when she has finished', async () => {
  const { send, speak, clock, events, settle } = rehearse();
  await send(
    update({ turn_detection: { type: 'server_vad', interrupt_response: false } }),
    sound(5000),
  );
  await send({
    type: 'response.create',
    response: { instructions: `Say "${'A long story. '.repeat(20)}"` },
  });
  await speak('hello');
  expect(of(events, 'response.done')).toHaveLength(0);
  for (let n = 0; n < 100; n++) {
    clock.pass(250);
    await settle();
  }
  expect(of(events, 'response.done').map(({ response }) => response.status)).toEqual([
    'completed',
    'completed',
  ]);
});

test('push to talk: the client commits and asks', async () => {
  const { send, ears } = rehearse();
  await send(update({ ...transcribing, turn_detection: null }));
  ears.committed = words('hello');
  expect(
    outline(
      await send(sound(500), { type: 'input_audio_buffer.commit' }, { type: 'response.create' }),
    ),
  ).toMatchInlineSnapshot(`
    "input_audio_buffer.committed
    conversation.item.added
    conversation.item.done
    response.created
    conversation.item.input_audio_transcription.delta
    conversation.item.input_audio_transcription.completed
    response.output_item.added
    conversation.item.added
    response.content_part.added
    response.output_audio_transcript.delta
    response.output_audio.delta ×2
    response.output_audio_transcript.delta ×3
    response.output_audio.delta ×3
    response.output_audio_transcript.delta ×6
    response.output_audio.delta ×5
    response.output_audio.done
    response.output_audio_transcript.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
});

test('a commit of next to nothing is an error that names the event', async () => {
  const { send } = rehearse();
  const [error] = await send(sound(50), { type: 'input_audio_buffer.commit', event_id: 'mine' });
  expect(error).toMatchObject({
    type: 'error',
    error: { code: 'input_audio_buffer_commit_empty', event_id: 'mine' },
  });
});

test('a cleared buffer is empty', async () => {
  const { send } = rehearse();
  const events = await send(
    sound(500),
    { type: 'input_audio_buffer.clear' },
    { type: 'input_audio_buffer.commit' },
  );
  expect(outline(events)).toBe('input_audio_buffer.cleared\nerror');
});

test('nobody says anything: she asks, asks again, and ends the call', async () => {
  const { send, clock, events, settle } = rehearse();
  await send(
    update({ ...transcribing, turn_detection: { type: 'server_vad', idle_timeout_ms: 5000 } }),
    {
      type: 'response.create',
    },
  );
  const from = events.length;
  for (let n = 0; n < 80; n++) {
    clock.pass(1000);
    await settle();
  }
  expect(outline(events.slice(from, from + 6))).toMatchInlineSnapshot(`
    "input_audio_buffer.timeout_triggered
    input_audio_buffer.committed
    conversation.item.added
    conversation.item.done
    conversation.item.input_audio_transcription.completed
    response.created"
  `);
  expect(of(events, 'response.output_audio_transcript.done').map(({ transcript }) => transcript))
    .toMatchInlineSnapshot(`
      [
        "Hello, this is Luna. How can I help you today?",
        "Are you still there? How can I help you today?",
        "I cannot hear you. Are you still on the line?",
        "I cannot hear you, so I will end the call here. Please call again whenever you like.",
      ]
    `);
});

test('a recogniser that never answers fails the transcript, not the call', async () => {
  const { send, ears, clock, events, settle } = rehearse();
  await send(update({ ...transcribing, turn_detection: null }));
  ears.silent = true;
  await send(sound(500), { type: 'input_audio_buffer.commit' }, { type: 'response.create' });
  expect(of(events, 'response.done')).toHaveLength(0);
  clock.pass(20_000);
  await settle();
  expect(of(events, 'conversation.item.input_audio_transcription.failed')).toHaveLength(1);
  expect(of(events, 'response.done')).toHaveLength(1);
});

test('a deaf ear is replaced, and too much sound at once is reported', async () => {
  const { send, ears, events, speak, settle } = rehearse();
  await send(sound(3000));
  ears.hear({ type: 'deaf', why: 'the worker died' });
  ears.hear({ type: 'overrun', lostMs: 1200 });
  await settle();
  expect(events.at(-1)).toMatchObject({ type: 'error', error: { code: 'input_audio_overrun' } });
  expect(outline(await speak('hello'))).toContain('response.done');
});
