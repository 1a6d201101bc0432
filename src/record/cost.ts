/** What one response, or the transcript of one utterance, has cost. Pure. */
import type { TranscriptionUsage, Usage } from '#protocol/server-events.ts';
import { PRICES, priceOf, TRANSCRIPTION_PRICES } from './prices.ts';

const MILLION = 1_000_000;

/** Tokens as they are paid: the cached ones are taken out of the input, for they are a part of it. */
export interface PaidTokens {
  readonly text_input: number;
  readonly text_cached: number;
  readonly text_output: number;
  readonly audio_input: number;
  readonly audio_cached: number;
  readonly audio_output: number;
  readonly image_input: number;
  readonly image_cached: number;
}

export function paidTokens({
  input_token_details: input,
  output_token_details: output,
}: Usage): PaidTokens {
  const { cached_tokens_details: details } = input;
  const cached = {
    text: Math.min(details.text_tokens, input.text_tokens),
    audio: Math.min(details.audio_tokens, input.audio_tokens),
    image: Math.min(details.image_tokens, input.image_tokens),
  };
  // Where a service gives the sum alone: a cache holds beginnings, and a conversation begins with instructions.
  let rest = input.cached_tokens - cached.text - cached.audio - cached.image;
  for (const kind of ['text', 'audio', 'image'] as const) {
    const more = Math.max(0, Math.min(rest, input[`${kind}_tokens`] - cached[kind]));
    cached[kind] += more;
    rest -= more;
  }
  return {
    text_input: input.text_tokens - cached.text,
    text_cached: cached.text,
    text_output: output.text_tokens,
    audio_input: input.audio_tokens - cached.audio,
    audio_cached: cached.audio,
    audio_output: output.audio_tokens,
    image_input: input.image_tokens - cached.image,
    image_cached: cached.image,
  };
}

/** US dollars; null where the model has no price that we know. */
export function costOfTokens(model: string, tokens: PaidTokens): number | null {
  const price = priceOf(PRICES, model);
  if (price === undefined) return null;
  const { text, audio, image } = price;
  const total =
    tokens.text_input * text.input +
    tokens.text_cached * text.cached +
    tokens.text_output * text.output +
    tokens.audio_input * audio.input +
    tokens.audio_cached * audio.cached +
    tokens.audio_output * audio.output +
    tokens.image_input * image.input +
    tokens.image_cached * image.cached;
  return total / MILLION;
}

/** US dollars; null where the model has no price, or is paid otherwise than it was counted. */
export function costOfTranscript(model: string, usage: TranscriptionUsage): number | null {
  const price = priceOf(TRANSCRIPTION_PRICES, model);
  if (price === undefined) return null;
  if ('perMinute' in price)
    return usage.type === 'duration' ? (usage.seconds / 60) * price.perMinute : null;
  if (usage.type === 'duration') return null;
  return (usage.input_tokens * price.input + usage.output_tokens * price.output) / MILLION;
}
