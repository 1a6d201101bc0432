import { describe, expect, test } from 'vitest';
import { classify } from './back-channel.ts';
import { answered, created, done, provider } from './fixture.ts';
import { type InterruptionEvent, QUIET, stepInterruption, sustainedMs } from './interruption.ts';
import { Watched, lives } from './watched.ts';

function play(...events: InterruptionEvent[]): string[] {
  let state = QUIET;
  const did: string[] = [];
  for (const event of events) {
    const [next, effects] = stepInterruption(state, event);
    state = next;
    did.push(...effects);
  }
  return did;
}

const started: InterruptionEvent = { type: 'speech.started', itemId: 'u1', overLuna: true };
const grew = (delta: string): InterruptionEvent => ({ type: 'words.grew', itemId: 'u1', delta });
const final = (text: string): InterruptionEvent => ({ type: 'words.final', itemId: 'u1', text });

test('a caller who speaks over Luna lowers her voice at once', () => {
  expect(play(started)).toEqual(['duck', 'watch']);
});

test('the first real word interrupts her', () => {
  expect(play(started, grew('stop'))).toEqual(['duck', 'watch', 'stop-watching', 'interrupt']);
});

test.each(['uh-huh', 'Mm.', 'okay', 'Okay, right.', 'I see', 'all right', ''])(
  'her voice comes back after "%s", and no turn is made of it',
  (text) => {
    expect(play(started, ...text.split(/(?= )/).map(grew), final(text))).toEqual([
      'duck',
      'watch',
      'stop-watching',
      'resume',
      'ignore',
    ]);
  },
);

test('"okay but wait" begins like a back-channel and interrupts at its second word', () => {
  expect(play(started, grew('okay'), grew(' but'))).toContain('interrupt');
});

test('"I lost" does not hide behind "I see"', () => {
  expect(play(started, grew('i'))).toEqual(['duck', 'watch']);
  expect(play(started, grew('i'), grew(' lost'))).toContain('interrupt');
});

test('voice that goes on without a word that is understood interrupts', () => {
  expect(play(started, { type: 'voice.sustained' })).toContain('interrupt');
});

test('a long "mm-hmm okay" is not sustained voice: its words decide', () => {
  expect(play(started, grew('mm-hmm'), { type: 'voice.sustained' })).toEqual(['duck', 'watch']);
});

test.each([
  ['uh-huh', 400],
  ['mm-hmm, okay', 600],
])('"%s" of %d ms is over before it counts as sustained voice', (_words, voiceMs) => {
  // Server VAD says that a voice has ended after 500 ms of silence, and its word takes a moment on the way.
  const toldAfterMs = voiceMs + 500 + 150;
  expect(sustainedMs({ transcribesWhileSpeaking: false })).toBeGreaterThan(toldAfterMs);
});

test('a cough that ended is not watched any longer', () => {
  expect(play(started, { type: 'speech.stopped' })).toEqual(['duck', 'watch', 'stop-watching']);
});

test('an "okay" that outlasts her question is left to be its answer', () => {
  const did = play(started, { type: 'luna.finished' }, final('okay'));
  expect(did).toEqual(['duck', 'watch', 'stop-watching', 'resume']);
});

test('a typed message interrupts at once', () => {
  expect(play({ type: 'typed', overLuna: true })).toEqual(['interrupt']);
  expect(play(started, { type: 'typed', overLuna: true })).toContain('interrupt');
});

test('speech while Luna is silent interrupts nothing', () => {
  const speech: InterruptionEvent = { type: 'speech.started', itemId: 'u1', overLuna: false };
  expect(play(speech, grew('hello'), final('hello'))).toEqual([]);
});

describe('what an utterance amounts to', () => {
  test.each([
    ['', 'nothing'],
    [' … ', 'nothing'],
    ['Mm-hmm.', 'back-channel'],
    ['Uh huh', 'back-channel'],
    ['the', 'nothing'],
    ["I'd", 'nothing'],
    ['i lost', 'words'],
    ['yes', 'words'],
    ['no', 'words'],
    ['right now', 'words'],
  ])('"%s" is %s', (text, utterance) => {
    expect(classify(text)).toBe(utterance);
  });
});

const talkedOver = (): Watched => {
  const call = new Watched(lives);
  const text = 'I can block the card for you.';
  const place = { response_id: 'r1', item_id: 'a1', output_index: 0, content_index: 0 };
  call.tell(answered, created('r1'));
  call.tell(provider({ type: 'response.output_audio_transcript.delta', ...place, delta: text }));
  const delta = 'A'.repeat(64 * 8_000);
  call.tell(provider({ type: 'response.output_audio.delta', ...place, delta }));
  call.tell(provider({ type: 'response.output_audio.done', ...place }), done('r1'));
  const beginning = { item_id: 'u1', audio_start_ms: 0 };
  call.tell(provider({ type: 'input_audio_buffer.speech_started', ...beginning }));
  return call;
};

describe('a service that tells only seconds later that "uh-huh" is over', () => {
  test('she goes on speaking, and it was no turn', () => {
    const call = talkedOver();
    call.loudMs = 320;
    call.wait(3_900);
    expect(call.did.join()).not.toMatch(/flush/);
    const at = { item_id: 'u1', content_index: 0 };
    call.tell(
      provider({ type: 'input_audio_buffer.speech_stopped', item_id: 'u1', audio_end_ms: 3_900 }),
      provider({
        type: 'conversation.item.input_audio_transcription.completed',
        ...at,
        transcript: 'uh-huh',
        usage: { type: 'duration', seconds: 1 },
      }),
    );
    expect(call.did.join()).toMatch(/resume.*ignored/);
  });

  test('who goes on after it interrupts her', () => {
    const call = talkedOver();
    call.loudMs = 320;
    call.wait(2_000);
    call.loudMs = 700;
    call.wait(400);
    expect(call.did.join()).toMatch(/flush/);
  });
});
