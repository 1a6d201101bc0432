/** The audio thread's half of the microphone: the device's rate in, 20 ms frames of 24 kHz PCM16 out. */
import { Resampler } from '#audio/resampler.ts';
import { Framer } from './framer.ts';

const WIRE_RATE_HZ = 24_000;
const FRAME_MS = 20;

class Capture extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate, WIRE_RATE_HZ);
  readonly #framer = new Framer((WIRE_RATE_HZ * FRAME_MS) / 1000);

  process([input]: Float32Array[][]): boolean {
    const [left] = input ?? [];
    // Without a channel the microphone is gone: its node will be dropped with it.
    if (left === undefined) return true;
    for (const frame of this.#framer.push(this.#resampler.push(toPcm16(left))))
      this.port.postMessage(frame, [frame.buffer]);
    return true;
  }
}

/** By index, as everything that runs 375 times a second on this thread. */
function toPcm16(samples: Float32Array): Int16Array {
  const pcm = new Int16Array(samples.length);
  for (let at = 0; at < samples.length; at++)
    pcm[at] = Math.max(-32_768, Math.min(32_767, Math.round((samples[at] ?? 0) * 32_768)));
  return pcm;
}

registerProcessor('luna-capture', Capture);
