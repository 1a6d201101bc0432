/** An ear in the page: keeps every sample that Luna's voice sends to the speaker, and when it arrived. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    lunaHeard: Float32Array[];
    lunaRateHz: number;
  }
}

/** Large, so that a busy page loses nothing. */
const BLOCK = 16_384;

/** Call it before the page is opened. */
export async function putEarIn(page: Page): Promise<void> {
  await page.addInitScript((block) => {
    window.lunaHeard = [];
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    AudioNode.prototype.connect = function listen(this: AudioNode, to: AudioNode) {
      // Her voice goes through its meter to the speaker; the ringing tone does not.
      if (to instanceof AudioDestinationNode && this instanceof AnalyserNode) {
        window.lunaRateHz = this.context.sampleRate;
        const recorder = (this.context as AudioContext).createScriptProcessor(block, 1, 1);
        recorder.addEventListener('audioprocess', ({ inputBuffer }) => {
          window.lunaHeard.push(inputBuffer.getChannelData(0).slice());
        });
        connect.call(this, recorder);
        connect.call(recorder, to);
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  }, BLOCK);
}

/** Zeros for longer than this are silence and not the crossing of a wave. */
const SILENCE_SAMPLES = 48;

export interface Heard {
  readonly samples: readonly number[];
  readonly rateHz: number;
  /** How long it sounded, without the gaps. */
  readonly soundMs: number;
}

/** From the first sound to the last, once a whole block of silence has come after it. */
export async function whatWasHeard(page: Page): Promise<Heard> {
  await page.waitForFunction(() => {
    const last = window.lunaHeard.at(-1);
    const sounded = window.lunaHeard.some((block) => block.some((sample) => sample !== 0));
    return sounded && last?.every((sample) => sample === 0) === true;
  });
  const { samples, rateHz } = await everything(page);
  const first = samples.findIndex((sample) => sample !== 0);
  const last = samples.findLastIndex((sample) => sample !== 0);
  const heard = samples.slice(first, last + 1);
  return { samples: heard, rateHz, soundMs: (sounding(heard) * 1000) / rateHz };
}

export async function soundSoFarMs(page: Page): Promise<number> {
  const { samples, rateHz } = await everything(page);
  return (sounding(samples) * 1000) / rateHz;
}

function everything(page: Page): Promise<{ samples: number[]; rateHz: number }> {
  return page.evaluate(() => ({
    samples: window.lunaHeard.flatMap((block) => [...block]),
    rateHz: window.lunaRateHz,
  }));
}

function sounding(samples: readonly number[]): number {
  let silent = 0;
  let run = 0;
  for (const sample of samples) {
    run = sample === 0 ? run + 1 : 0;
    if (run === SILENCE_SAMPLES) silent += SILENCE_SAMPLES;
    else if (run > SILENCE_SAMPLES) silent++;
  }
  return samples.length - silent;
}
