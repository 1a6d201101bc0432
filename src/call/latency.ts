/** Where the milliseconds of a turn go: caller's last sample → end detected → recognised → first audio. */
import type { CallMs } from '#lib/brand.ts';

/** One turn that has not been answered yet. */
export interface Waiting {
  readonly itemId: string;
  readonly lastSampleAt: CallMs;
  readonly endDetectedAt: CallMs;
  readonly recognisedAt: CallMs | undefined;
}

/** The stages add up to the whole. */
export interface Waterfall {
  readonly voiceToVoiceMs: number;
  readonly endDetectedMs: number;
  readonly recognisedMs: number;
  readonly firstAudioMs: number;
}

export function endDetected(itemId: string, lastSampleAt: CallMs, at: CallMs): Waiting {
  return { itemId, lastSampleAt, endDetectedAt: at, recognisedAt: undefined };
}

export function recognised(
  waiting: Waiting | undefined,
  itemId: string,
  at: CallMs,
): Waiting | undefined {
  return waiting?.itemId === itemId ? { ...waiting, recognisedAt: at } : waiting;
}

/** Undefined where the audio answers no turn, e.g. a greeting. */
export function answered(waiting: Waiting | undefined, at: CallMs): Waterfall | undefined {
  if (waiting?.recognisedAt === undefined) return undefined;
  const { lastSampleAt, endDetectedAt, recognisedAt } = waiting;
  return {
    voiceToVoiceMs: round(at - lastSampleAt),
    endDetectedMs: round(endDetectedAt - lastSampleAt),
    recognisedMs: round(recognisedAt - endDetectedAt),
    firstAudioMs: round(at - recognisedAt),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
