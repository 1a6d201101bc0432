/** What the settings dialog sends, and what is made of it. */
import { z } from 'zod';
import type { Provider } from '#providers/provider.ts';

const text = z.string().trim().max(500).optional();

export const Wanted = z.strictObject({
  provider: z.enum(['embedded', 'openai', 'azure']),
  key: z.string().trim().max(4_000).optional(),
  endpoint: text,
  deployment: text,
  transcription: text,
  model: text,
  voice: text,
  /** Azure: this server's own identity in place of a key. */
  entra: z.boolean().optional(),
});
export type Wanted = z.infer<typeof Wanted>;

/** A speech model's settings, tried. Holds a key: never logged, never sent to a page. */
export type Tried =
  | {
      readonly ok: true;
      readonly provider: Provider;
      readonly model: string;
      readonly voice: string;
      /** From the first step to the agreed session. */
      readonly latencyMs: number;
    }
  | {
      readonly ok: false;
      readonly code: string;
      /** In plain words, without any key. */
      readonly words: string;
      /** Which of the wanted is to blame. */
      readonly field?: string;
    };

export interface Choice {
  readonly id: Wanted['provider'];
  readonly label: string;
  readonly models: readonly string[];
  readonly voices: readonly string[];
}

/** Who answers where a browser has set nothing: the operator's choice. */
export interface Standing {
  readonly provider: Wanted['provider'];
  readonly mode: 'ai' | 'local';
  readonly hasKey: boolean;
  readonly model: string;
  readonly voice: string;
}

/** What one browser has set. */
export interface OwnSettings {
  readonly wanted: Wanted;
  /** undefined: the embedded engine, and nobody else. */
  readonly provider: Provider | undefined;
  readonly model: string;
  readonly voice: string;
}
