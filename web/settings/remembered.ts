/** "Remember on this device": the settings, key included, in this browser's own storage and nowhere else. */
import * as z from 'zod/mini';
import type { WantedConfig } from './server-config.ts';

const KEY = 'luna.settings';

const Remembered = z.object({
  provider: z.enum(['embedded', 'openai', 'azure']),
  key: z.optional(z.string()),
  endpoint: z.optional(z.string()),
  deployment: z.optional(z.string()),
  transcription: z.optional(z.string()),
  model: z.optional(z.string()),
  voice: z.optional(z.string()),
  entra: z.optional(z.boolean()),
});

/** Undefined where nothing is kept, or nothing that can be read. */
export function remembered(): WantedConfig | undefined {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return undefined;
  try {
    return Remembered.parse(JSON.parse(stored)) as WantedConfig;
  } catch {
    localStorage.removeItem(KEY);
    return undefined;
  }
}

export function rememberHere(wanted: WantedConfig): void {
  localStorage.setItem(KEY, JSON.stringify(wanted));
}

export function forgetHere(): void {
  localStorage.removeItem(KEY);
}
