/** Who watches a call and cannot disturb it: the record, the log. */
import type { CallMs } from '#lib/brand.ts';
import type { CallerHears } from '#channels/channel.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { End } from './call.ts';
import type { ToolFact } from './tool-desk.ts';
import type { Transcript } from './transcript.ts';

/** None of these may throw or wait; only the last is awaited. */
export interface Witness {
  /** The provider said this. */
  heard(at: CallMs, event: ServerEvent): void;
  /** The caller was shown this. */
  told(at: CallMs, event: CallerHears): void;
  toolRan(fact: ToolFact): void;
  /** Something that was not expected; the caller has been told what to do. */
  surprised(at: CallMs, what: string, error: unknown): void;
  callEnded(at: CallMs, end: End, transcript: Transcript): Promise<void>;
}
