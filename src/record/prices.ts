/**
 * What speech models cost, US dollars: the one place to bring up to date.
 *
 * From the models' own pages at developers.openai.com/api/docs/models, as they stood in November 2026. Azure's own
 * prices were not found: there, these are an estimate. A model that is not listed has no price, which is not nought.
 */

export interface TokenPrice {
  /** For a million tokens. `cached` is the price of those of the input that were cached, not a discount. */
  readonly text: { readonly input: number; readonly cached: number; readonly output: number };
  readonly audio: { readonly input: number; readonly cached: number; readonly output: number };
  readonly image: { readonly input: number; readonly cached: number };
}

export type TranscriptionPrice =
  | { readonly perMinute: number }
  /** For a million tokens. */
  | { readonly input: number; readonly output: number };

const LARGE_AUDIO = {
  audio: { input: 32, cached: 0.4, output: 64 },
  image: { input: 5, cached: 0.5 },
} as const;
const SECOND: TokenPrice = { text: { input: 4, cached: 0.4, output: 24 }, ...LARGE_AUDIO };
const FIRST: TokenPrice = { text: { input: 4, cached: 0.4, output: 16 }, ...LARGE_AUDIO };
const MINI: TokenPrice = {
  text: { input: 0.6, cached: 0.06, output: 2.4 },
  audio: { input: 10, cached: 0.3, output: 20 },
  image: { input: 0.8, cached: 0.08 },
};
/** The embedded engine: electricity. */
const FREE: TokenPrice = {
  text: { input: 0, cached: 0, output: 0 },
  audio: { input: 0, cached: 0, output: 0 },
  image: { input: 0, cached: 0 },
};

export const EMBEDDED_MODEL = 'luna';

export const PRICES: Readonly<Record<string, TokenPrice>> = {
  'gpt-realtime-2.1': SECOND,
  'gpt-realtime-2': SECOND,
  'gpt-realtime-1.5': FIRST,
  // Its page was not found; third parties give these.
  'gpt-realtime': FIRST,
  'gpt-realtime-2.1-mini': MINI,
  'gpt-realtime-mini': MINI,
  [EMBEDDED_MODEL]: FREE,
};

export const TRANSCRIPTION_PRICES: Readonly<Record<string, TranscriptionPrice>> = {
  'gpt-live-transcribe': { perMinute: 0.017 },
  'gpt-realtime-whisper': { perMinute: 0.017 },
  'gpt-transcribe': { perMinute: 0.0045 },
  'whisper-1': { perMinute: 0.006 },
  'gpt-4o-transcribe': { input: 2.5, output: 10 },
  'gpt-4o-mini-transcribe': { input: 1.25, output: 5 },
  [EMBEDDED_MODEL]: { perMinute: 0 },
};

/** A dated form costs what its model costs. */
export function priceOf<Price>(
  table: Readonly<Record<string, Price>>,
  model: string,
): Price | undefined {
  const family = model.replace(/-\d{4}-\d\d-\d\d$/, '');
  return [model, family].map((name) => table[name]).find((price) => price !== undefined);
}
