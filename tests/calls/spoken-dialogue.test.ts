/** A spoken conversation with the real ears and the real voice, through the engine's door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { encodePcm16 } from '#audio/pcm16.ts';
import { startEars } from '#engine/ears.ts';
import { createEngine, type Ears, type Synthesizer } from '#engine/engine.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { systemClock } from '#lib/clock.ts';
import type { ServerEvent } from '#protocol/server-events.ts';

const FRAME = 24 * 20;
const agent = findAgent('block-card');
let ears: Ears;
let synthesizer: Synthesizer;

beforeAll(async () => {
  if (agent === undefined) throw new Error('no such agent');
  ears = await startEars({ workers: 1, phrasebook: agent.phrasebook, clock: systemClock() });
  synthesizer = createSynthesizer();
}, 60_000);

afterAll(async () => {
  await Promise.all([ears.close(), synthesizer.close()]);
});

/** A caller with another voice than Luna's, with silence before and after. */
async function callerSays(text: string): Promise<Int16Array> {
  const parts: number[] = Array.from({ length: 24 * 400 }, () => 0);
  const { signal } = new AbortController();
  for await (const { samples } of synthesizer.speak(text, { voice: 'rms', speed: 1, signal }))
    for (const sample of samples) parts.push(sample);
  return Int16Array.from([...parts, ...Array.from({ length: 24 * 1500 }, () => 0)]);
}

test('a caller says aloud what is wrong, and what she is asked', { timeout: 60_000 }, async () => {
  const clock = systemClock();
  const events: ServerEvent[] = [];
  const engine = createEngine({
    ears,
    synthesizer,
    clock,
    brand: { bank: 'Northwind Bank', assistant: 'Luna' },
  });
  const waiting: { type: string; go: () => void }[] = [];
  const session = engine.open({
    flow: agent?.flow,
    callerName: 'Emma',
    onEvent: (event) => {
      events.push(event);
      for (const one of waiting.filter(({ type }) => type === event.type)) one.go();
    },
    onClose: () => undefined,
  });
  const next = (type: ServerEvent['type']) =>
    new Promise<void>((resolve) => {
      waiting.push({ type, go: resolve });
    });
  const tools = (agent?.tools ?? []).map((name) => ({ type: 'function', name }));
  const input = { transcription: { model: 'luna' } };
  session.receive({
    type: 'session.update',
    session: { type: 'realtime', tools, audio: { input } },
  });
  const greeted = next('response.done');
  session.receive({ type: 'response.create' });
  await greeted;
  const say = async (text: string) => {
    const samples = await callerSays(text);
    const answered = next('response.done');
    for (let at = 0; at < samples.length; at += FRAME) {
      const audio = encodePcm16(samples.subarray(at, at + FRAME));
      session.receive({ type: 'input_audio_buffer.append', audio });
    }
    await answered;
  };
  await say('I lost my credit card.');
  await say('four eight two nine');
  await say('March fourteenth nineteen eighty five.');
  session.close();

  const said = events.flatMap((event) => {
    if (event.type === 'conversation.item.input_audio_transcription.completed')
      return [`Emma: ${event.transcript}`];
    if (event.type === 'response.output_audio_transcript.done')
      return [`Luna: ${event.transcript}`];
    return event.type === 'response.function_call_arguments.done'
      ? [`  → ${event.name}${event.arguments}`]
      : [];
  });
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Emma: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Emma: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity{"card_last_four":"4829","date_of_birth":"1985-03-14"}"
  `);
});
