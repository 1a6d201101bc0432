/** How a service is reached, and how patient we are with it. */
import type { Clock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import type { ClientEvent } from '#protocol/client-events.ts';

/** How one service is reached. Headers are made anew for each connection and stand in no log. */
export interface Line {
  /** As a person calls it: "OpenAI". */
  readonly name: string;
  readonly url: string;
  /** May fetch a token; rejects with a CallError. */
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Where it does not speak GA. */
  readonly dialect?: Dialect;
}

interface Dialect {
  outgoing(event: ClientEvent): readonly object[];
  incoming(frame: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[];
}

export interface LineParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** From the first step to the agreed session, a token's fetching included. */
  readonly connectMs: number;
  /** A line on which nothing arrives for two of these is dead. */
  readonly pingMs: number;
  /** OpenAI often answers our CLOSE with none of its own. */
  readonly closeMs: number;
  /** More than this unsent, in bytes, and the service does not listen any more. Above one frame of 15 MiB. */
  readonly backlogBytes: number;
}

export const LIMITS: Limits = {
  connectMs: 10_000,
  pingMs: 10_000,
  closeMs: 1_500,
  backlogBytes: 24 * 1024 * 1024,
};
