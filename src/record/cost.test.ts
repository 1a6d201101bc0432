import { expect, test } from 'vitest';
import type { Usage } from '#protocol/server-events.ts';
import { costOfTokens, costOfTranscript, paidTokens } from './cost.ts';

/** Text, audio and image of the input, of which so much was cached; text and audio of the output. */
function usage(
  input: readonly [number, number, number],
  cached: readonly [number, number, number],
  output: readonly [number, number],
  cachedSum = cached[0] + cached[1] + cached[2],
): Usage {
  const [text_tokens, audio_tokens, image_tokens] = input;
  const input_tokens = text_tokens + audio_tokens + image_tokens;
  const output_tokens = output[0] + output[1];
  return {
    total_tokens: input_tokens + output_tokens,
    input_tokens,
    output_tokens,
    input_token_details: {
      text_tokens,
      audio_tokens,
      image_tokens,
      cached_tokens: cachedSum,
      cached_tokens_details: {
        text_tokens: cached[0],
        audio_tokens: cached[1],
        image_tokens: cached[2],
      },
    },
    output_token_details: { text_tokens: output[0], audio_tokens: output[1] },
  };
}
const M = 1_000_000;

test('cached tokens are a part of the input: paid once, at their own price', () => {
  const tokens = paidTokens(usage([M, M, 0], [M, M / 2, 0], [0, 0]));
  expect(tokens).toMatchObject({ text_input: 0, text_cached: M, audio_input: M / 2 });
  // 0.40 for the text, half of 32 and half of 0.40 for the audio.
  expect(costOfTokens('gpt-realtime-2.1', tokens)).toBeCloseTo(0.4 + 16 + 0.2, 9);
});

test('every kind of token has its own price', () => {
  const tokens = paidTokens(usage([M, M, M], [0, 0, 0], [M, M]));
  expect(costOfTokens('gpt-realtime-2', tokens)).toBeCloseTo(4 + 32 + 5 + 24 + 64, 9);
  expect(costOfTokens('gpt-realtime-mini-2025-12-15', tokens)).toBeCloseTo(
    0.6 + 10 + 0.8 + 2.4 + 20,
    9,
  );
});

test('where only the sum of cached tokens is told, it is not lost, and never more than there was', () => {
  const told = paidTokens(usage([100, 200, 0], [0, 0, 0], [0, 0], 150));
  expect(told).toMatchObject({ text_input: 0, text_cached: 100, audio_cached: 50 });
  const nonsense = paidTokens(usage([10, 0, 0], [50, 0, 0], [0, 0], 900));
  expect(nonsense).toMatchObject({ text_input: 0, text_cached: 10, audio_cached: 0 });
});

test('a model without a price is not free, and the embedded engine is', () => {
  const tokens = paidTokens(usage([M, 0, 0], [0, 0, 0], [0, 0]));
  expect(costOfTokens('my-deployment', tokens)).toBeNull();
  expect(costOfTokens('luna', tokens)).toBe(0);
});

test('transcripts are paid by the minute or by the token, as the model has it', () => {
  const minute = { type: 'duration', seconds: 60 } as const;
  const tokens = {
    type: 'tokens',
    total_tokens: 2 * M,
    input_tokens: M,
    output_tokens: M,
  } as const;
  expect(costOfTranscript('gpt-live-transcribe', minute)).toBeCloseTo(0.017, 9);
  expect(costOfTranscript('gpt-4o-transcribe', tokens)).toBeCloseTo(12.5, 9);
  expect(costOfTranscript('gpt-4o-transcribe', minute)).toBeNull();
  expect(costOfTranscript('whisper-9', minute)).toBeNull();
});
