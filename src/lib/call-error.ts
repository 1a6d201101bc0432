/** Why a call could not begin or go on: whether to try again, and what the caller is told. */
export class CallError extends Error {
  override readonly name = 'CallError';
  /** True where the same attempt may succeed in a moment; false is fatal: whoever refused will refuse again. */
  readonly retryable: boolean;
  /** A sentence for the caller. */
  readonly spoken: string;

  constructor(
    message: string,
    how: { readonly retryable: boolean; readonly spoken: string; readonly cause?: unknown },
  ) {
    super(message, { cause: how.cause });
    this.retryable = how.retryable;
    this.spoken = how.spoken;
  }
}

/** What the caller is told about any failure: its own sentence, or that the line has dropped. */
export function spokenFor(error: unknown): string {
  return error instanceof CallError
    ? error.spoken
    : 'Sorry, the line has dropped. Please call again.';
}

/** How a line that broke in the middle of a call is told. */
export const REDIAL = {
  retryable: true,
  spoken: 'Sorry, we were cut off. Please call again.',
} as const;
