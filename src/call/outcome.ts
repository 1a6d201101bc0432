/** What became of a call, decided from what happened in it, here and nowhere else. */
import type { Outcome } from '#record/record.ts';
import type { End } from './end.ts';

export interface WhatHappened {
  readonly reason: End['reason'];
  readonly handedOver: boolean;
  /** Tools that did, or told, something; who is calling and passing on count for nothing. */
  readonly served: number;
  readonly callerSpoke: boolean;
}

export function outcomeOf({ reason, handedOver, served, callerSpoke }: WhatHappened): Outcome {
  if (handedOver || reason === 'escalated') return 'escalated';
  if (reason === 'error') return 'failed';
  if (served > 0) return 'contained';
  return reason === 'assistant' && callerSpoke ? 'refused' : 'abandoned';
}

/** What a specialist must finish was begun, and nobody was told: then the server tells them when the call ends. */
export function owesHandOver(
  ends: 'resolved' | 'escalated',
  { handedOver, served }: Pick<WhatHappened, 'handedOver' | 'served'>,
): boolean {
  return ends === 'escalated' && served > 0 && !handedOver;
}
