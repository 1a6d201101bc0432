/** Luna's voices: flite's own, set so that they talk at an agent's pace. */
import { VOICES } from './flite.ts';
import type { Features, VoiceName } from './flite.ts';

/**
 * Measured on a sentence of 16 words: slt speaks 221 words a minute, awb 214, kal16 199, rms 190; all are brought
 * to about 190, a judgement: slt slowed by 1.2 was recognised a little worse (16.7 % of 641 words wrong, 14.0 % at
 * 1.1). slt's pitch moves less (12 Hz) than a friendly person's: a fourth more. rms takes no settings of pitch.
 */
const OWN: Readonly<Record<VoiceName, Features>> = {
  slt: { duration_stretch: 1.15, int_f0_target_stddev: 30 },
  rms: { duration_stretch: 1 },
  awb: { duration_stretch: 1.12 },
  kal16: { duration_stretch: 1.05 },
};

const SLOWEST = 0.25;
const FASTEST = 1.5;

export interface Manner {
  readonly voice: VoiceName;
  readonly features: Features;
  readonly speed: number;
}

/** @throws RangeError for a voice or a speed there is not. */
export function mannerOf(name: string, speed: number): Manner {
  const voice = VOICES.find((own) => own === name);
  if (voice === undefined) throw new RangeError(`There is no voice ${JSON.stringify(name)}`);
  if (!(speed >= SLOWEST && speed <= FASTEST))
    throw new RangeError(`A speed is ${SLOWEST} to ${FASTEST}, not ${speed}`);
  const stretch = (OWN[voice]['duration_stretch'] ?? 1) / speed;
  return { voice, speed, features: { ...OWN[voice], duration_stretch: stretch } };
}
