/** An ear in the page: keeps every sample that Luna's voice sends to the speaker, and when it arrived. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    lunaHeard: Float32Array[];
    lunaRateHz: number;
    /** Samples that the ear had been given when the page reported that it had fallen silent. */
    lunaFlushedAt: number | undefined;
    /** From the server's word to the page's report that it was obeyed, ms. */
    lunaSilencedMs: number | undefined;
  }
}

/** Runs on the audio thread, where a busy page cannot make it miss anything. Blocks of 4,096 samples. */
const RECORDER = `registerProcessor('ear', class extends AudioWorkletProcessor {
  block = new Float32Array(4096);
  filled = 0;
  process([[samples] = []]) {
    this.block.set(samples ?? new Float32Array(128), this.filled);
    this.filled = (this.filled + 128) % this.block.length;
    if (this.filled === 0) this.port.postMessage(this.block);
    return true;
  }
});`;

/** Beside the pages themselves, whose content security policy allows no other place. */
export async function layEarBeside(pagesFolder: string): Promise<void> {
  await writeFile(join(pagesFolder, 'ear.js'), RECORDER);
}

/** Call it before the page is opened. */
export async function putEarIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.lunaHeard = [];
    window.lunaRateHz = 0;
    window.lunaFlushedAt = undefined;
    window.lunaSilencedMs = undefined;
    let clock: BaseAudioContext | undefined;
    let from = 0;
    let decidedAt = 0;
    const parse = JSON.parse.bind(JSON);
    // The page reads every frame by it: the moment at which it knows.
    JSON.parse = (
      text: string,
      reviver?: (this: unknown, key: string, value: unknown) => unknown,
    ) => {
      if (text.includes('"action":"flush"')) decidedAt = performance.now();
      return parse(text, reviver) as unknown;
    };
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function sendAndNote(this: WebSocket, data) {
      if (typeof data === 'string' && data.includes('"luna.flushed"')) {
        window.lunaSilencedMs ??= performance.now() - decidedAt;
        window.lunaFlushedAt ??= ((clock?.currentTime ?? 0) - from) * window.lunaRateHz;
      }
      send.call(this, data);
    };
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
    const listen = async (voice: AudioNode, to: AudioNode): Promise<void> => {
      await voice.context.audioWorklet.addModule('/ear.js');
      clock = voice.context;
      from = clock.currentTime;
      const recorder = new AudioWorkletNode(voice.context, 'ear');
      recorder.port.addEventListener('message', ({ data }: MessageEvent<Float32Array>) =>
        window.lunaHeard.push(data),
      );
      recorder.port.start();
      connect.call(voice, recorder);
      connect.call(recorder, to);
      window.lunaRateHz = voice.context.sampleRate;
    };
    AudioNode.prototype.connect = function connectAndListen(this: AudioNode, to: AudioNode) {
      // Her voice comes last through the volume, which begins open; the ringing tone begins closed.
      const isVoice = this instanceof GainNode && this.gain.value > 0;
      if (to instanceof AudioDestinationNode && isVoice) void listen(this, to);
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  });
}

/** Whoever speaks before that is not heard from the beginning. */
export async function untilEarListens(page: Page): Promise<void> {
  await page.waitForFunction(() => window.lunaRateHz > 0);
}

/** Zeros for longer than this are silence and not the crossing of a wave. */
const SILENCE_SAMPLES = 48;

export interface Heard {
  /** What sounded, without the silence between: a starved machine may pause, but not lose or repeat anything. */
  readonly samples: readonly number[];
  readonly rateHz: number;
  readonly soundMs: number;
}

/** All that sounded, once a whole block of silence has come after it. */
export async function whatWasHeard(page: Page): Promise<Heard> {
  await page.waitForFunction(() => {
    const last = window.lunaHeard.at(-1);
    const sounded = window.lunaHeard.some((block) => block.some((sample) => sample !== 0));
    return sounded && last?.every((sample) => sample === 0) === true;
  });
  const { samples, rateHz } = await soundSoFar(page);
  const heard = withoutSilence(samples);
  return { samples: heard, rateHz, soundMs: (heard.length * 1000) / rateHz };
}

export async function soundSoFarMs(page: Page): Promise<number> {
  const { samples, rateHz } = await soundSoFar(page);
  return (withoutSilence(samples).length * 1000) / rateHz;
}

/** 0 to 1. */
export function loudestSoFar(page: Page): Promise<number> {
  return page.evaluate(() =>
    window.lunaHeard.reduce(
      (loudest, block) => block.reduce((most, sample) => Math.max(most, Math.abs(sample)), loudest),
      0,
    ),
  );
}

/** A pause as no machine needs between the order to be silent and the end of what its speaker had been given. */
const AFTER_FLUSH_MS = 250;

/** What sounded until Luna was silenced, once the ear has heard a little more than that. */
export async function soundUntilFlushed(
  page: Page,
): Promise<{ samples: number[]; rateHz: number }> {
  const end = await page.waitForFunction((pauseMs) => {
    const { lunaFlushedAt: flushed, lunaRateHz: rateHz, lunaHeard: blocks } = window;
    const until = (flushed ?? Infinity) + (pauseMs * rateHz) / 1000;
    return blocks.length * (blocks[0]?.length ?? 0) > until && until;
  }, AFTER_FLUSH_MS);
  const until = Number(await end.jsonValue());
  const { samples, rateHz } = await soundSoFar(page);
  return { samples: samples.slice(0, Math.round(until)), rateHz };
}

/** With the silence in it. */
function soundSoFar(page: Page): Promise<{ samples: number[]; rateHz: number }> {
  return page.evaluate(() => ({
    samples: window.lunaHeard.flatMap((block) => [...block]),
    rateHz: window.lunaRateHz,
  }));
}

export function withoutSilence(samples: readonly number[]): number[] {
  const kept: number[] = [];
  let zeros = 0;
  for (const sample of samples) {
    zeros = sample === 0 ? zeros + 1 : 0;
    kept.push(sample);
    if (zeros === SILENCE_SAMPLES) kept.length -= SILENCE_SAMPLES;
    else if (zeros > SILENCE_SAMPLES) kept.length--;
  }
  return kept;
}
