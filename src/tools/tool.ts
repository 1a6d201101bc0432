/** The door of `tools/`: one verb the assistant may use, and what comes back. */
import type { z } from 'zod';
import type { IdentityLevel } from '#protocol/luna-events.ts';

/**
 * What a tool gives back. `say` is one or two sentences a model can speak; `facts` are masked values
 * (last four digits only). An expected refusal is a value, never an exception.
 */
export type ToolResult =
  | { readonly ok: true; readonly say: string; readonly facts: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      /** A code the dialogue can act on, e.g. `needs_identity`, `needs_confirmation`, `no_match`. */
      readonly why: string;
      readonly say: string;
      readonly facts: Readonly<Record<string, unknown>>;
    };

export interface Tool<Context, Input = unknown> {
  /** snake_case, as the model calls it. */
  readonly name: string;
  /** For a model: when to use it. */
  readonly description: string;
  /** For a person watching: "Checking your identity". */
  readonly title: string;
  readonly input: z.ZodType<Input>;
  /** The identity the caller must have proved before this may run. */
  readonly needs: IdentityLevel;
  /** A change is read back and confirmed before it runs, and runs once per call. */
  readonly effect: 'read' | 'change';
  /** The question that reads a change back: "Shall I block your Visa card ending in 4829?" */
  readBack?(input: Input, context: Context): Promise<string>;
  run(input: Input, context: Context): Promise<ToolResult>;
}
