/** What was heard of Luna is what was played: cases in which a clock, a queue or a provider would say otherwise. */
import { expect, test } from 'vitest';
import {
  answered,
  created,
  done,
  drained,
  flushed,
  play,
  provider,
  says,
  speaks,
} from './fixture.ts';
import type { CallEvent } from './step.ts';

const part = (responseId: string, itemId: string, contentIndex = 0) => ({
  response_id: responseId,
  item_id: itemId,
  output_index: 0,
  content_index: contentIndex,
});
const words = (responseId: string, itemId: string, delta: string): CallEvent =>
  provider({ type: 'response.output_audio_transcript.delta', ...part(responseId, itemId), delta });
const sound = (responseId: string, itemId: string, ms: number, contentIndex = 0): CallEvent => {
  const at = part(responseId, itemId, contentIndex);
  return provider({ type: 'response.output_audio.delta', ...at, delta: 'A'.repeat(64 * ms) });
};
const typed: CallEvent = {
  from: 'caller',
  event: { type: 'typed', text: 'wait', itemId: undefined },
};
const cuts = (did: readonly string[]) => did.filter((one) => /^(truncate|heard)/.test(one));

test('nothing has come yet: there is nothing to cut, and no request that could only fail', () => {
  const { did } = play(answered, created('r1'), words('r1', 'a1', 'Hello Emma'), typed);
  expect(did).toContain('response.cancel');
  expect(cuts([...did, ...play(answered, created('r1'), typed).did])).toEqual([]);
});

test('words have come but no sound: the provider is not asked to cut sound', () => {
  const { did } = play(
    answered,
    created('r1'),
    words('r1', 'a1', 'Hello Emma'),
    typed,
    flushed('a1', 0),
  );
  expect(cuts(did)).toEqual(['heard ""']);
});

test('sound has come and nothing was played: all of it is taken back', () => {
  const { did } = play(answered, ...speaks('r1', 'a1', 'Hello Emma'), typed, flushed('a1', 0));
  expect(cuts(did)).toEqual(['truncate at 0', 'heard ""']);
});

test('interrupted long after response.done: what was played counts, not what was sent', () => {
  const { did } = play(
    answered,
    ...speaks('r1', 'a1', 'one two three four five six seven eight'),
    ...says('u1', 'stop'),
    flushed('a1', 1_000),
  );
  expect(cuts(did)).toEqual(['truncate at 1000', 'heard "one two three four"']);
});

test('the provider counts a little less than came: it is never asked to cut beyond its end', () => {
  const { did } = play(
    answered,
    created('r1'),
    words('r1', 'a1', 'Hello Emma'),
    sound('r1', 'a1', 1_000),
    typed,
    flushed('a1', 999),
  );
  expect(cuts(did)[0]).toBe('truncate at 900');
});

test('a page that claims more than there was is not believed', () => {
  const { did } = play(
    answered,
    created('r1'),
    words('r1', 'a1', 'Hello Emma'),
    sound('r1', 'a1', 400),
    typed,
    flushed('a1', 9_000),
  );
  expect(cuts(did)[0]).toBe('truncate at 300');
});

test('two messages in one response: the one that is played is cut, the one behind it was not heard', () => {
  const { did } = play(
    answered,
    created('r1'),
    words('r1', 'a1', 'I am checking that now'),
    sound('r1', 'a1', 1_000),
    words('r1', 'a2', 'Your balance is fine'),
    sound('r1', 'a2', 1_000),
    done('r1'),
    drained('a1'),
    typed,
    flushed('a2', 500),
  );
  expect(cuts(did)).toEqual(['truncate at 500', 'heard "Your"']);
  const early = play(
    answered,
    created('r1'),
    words('r1', 'a1', 'I am checking that now'),
    sound('r1', 'a1', 1_000),
    words('r1', 'a2', 'Your balance is fine'),
    sound('r1', 'a2', 1_000),
    done('r1'),
    typed,
    flushed('a1', 500),
  );
  expect(cuts(early.did)).toEqual(['truncate at 500', 'heard "I am"', 'truncate at 0', 'heard ""']);
});

test('the sound is the second part of the item: that part is cut', () => {
  const { sent } = play(
    answered,
    created('r1'),
    sound('r1', 'a1', 1_000, 1),
    done('r1'),
    typed,
    flushed('a1', 400),
  );
  expect(sent).toContainEqual({
    type: 'conversation.item.truncate',
    item_id: 'a1',
    content_index: 1,
    audio_end_ms: 400,
  });
});

test('an error about the cut is no trouble: the caller is answered', () => {
  const refused = provider({
    type: 'error',
    error: {
      type: 'invalid_request_error',
      code: null,
      message: 'Audio content of 900ms is already shorter than 1000ms',
      param: null,
      event_id: null,
    },
  });
  const { did } = play(
    answered,
    ...speaks('r1', 'a1', 'Hello Emma'),
    typed,
    flushed('a1', 1_000),
    refused,
    ...speaks('r2', 'a2', 'Yes?'),
  );
  expect(did.slice(-3)).toEqual(['truncate at 1000', 'heard "Hello"', 'response.create']);
});

test('all of it was heard before he wrote: nothing is cut', () => {
  const { did } = play(answered, ...speaks('r1', 'a1', 'Hello Emma'), drained('a1'), typed);
  expect(cuts(did)).toEqual([]);
});
