/** One voice in the page: 24 kHz PCM16 in, sound out, and reports of what has been heard. */
import { Resampler } from '#audio/resampler.ts';
import type { PlaybackReport } from './playback.ts';
import type { PlaybackOrder } from './playback.worklet.ts';
import workletUrl from './playback.worklet.ts?worker&url';

const WIRE_RATE_HZ = 24_000;
/** Silence comes and goes without a click. */
const MUTE_SECONDS = 0.01;

export interface Speaker {
  append(itemId: string, samples: Int16Array): void;
  /** Everything of this item has been appended. */
  finish(itemId: string): void;
  duck(): void;
  resume(): void;
  /** Silence at once; answered by a `flushed` report. */
  flush(itemId: string | null): void;
  /** Muted, everything goes on but the sound: positions are still told, and the meter still moves. */
  setMuted(muted: boolean): void;
  readonly analyser: AnalyserNode;
  close(): void;
}

/** @throws DOMException when the browser cannot load the worklet. */
export async function openSpeaker(
  context: AudioContext,
  onReport: (report: PlaybackReport) => void,
): Promise<Speaker> {
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, 'luna-playback', {
    numberOfInputs: 0,
    outputChannelCount: [1],
  });
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const volume = new GainNode(context, { gain: 1 });
  node.connect(analyser).connect(volume).connect(context.destination);
  const send = (order: PlaybackOrder): void => node.port.postMessage(order);
  node.port.addEventListener('message', ({ data }: MessageEvent<PlaybackReport>) => {
    // Headphones come and go: the way to the ear is measured again with every report.
    if (data.type === 'played') send({ type: 'latency', latencyMs: outputLatencyMs(context) });
    onReport(data);
  });
  node.port.start();
  send({ type: 'latency', latencyMs: outputLatencyMs(context) });

  // Here and not in the worklet: a long answer comes at once, and the audio thread has 3 ms for everything.
  const resamplers = new Map<string, Resampler>();
  const resamplerOf = (itemId: string): Resampler => {
    const resampler = resamplers.get(itemId) ?? new Resampler(WIRE_RATE_HZ, context.sampleRate);
    resamplers.set(itemId, resampler);
    return resampler;
  };
  return {
    append: (itemId, samples) =>
      send({ type: 'append', itemId, samples: resamplerOf(itemId).push(samples) }),
    finish(itemId) {
      send({ type: 'append', itemId, samples: resamplerOf(itemId).flush() });
      send({ type: 'finish', itemId });
      resamplers.delete(itemId);
    },
    duck: () => send({ type: 'duck' }),
    resume: () => send({ type: 'resume' }),
    flush(itemId) {
      send({ type: 'flush', itemId });
      resamplers.clear();
    },
    setMuted: (muted) =>
      volume.gain.setTargetAtTime(muted ? 0 : 1, context.currentTime, MUTE_SECONDS / 3),
    analyser,
    close() {
      node.port.close();
      node.disconnect();
      analyser.disconnect();
      volume.disconnect();
    },
  };
}

/** Safari and some Firefox versions do not say; then the sound counts as heard when it is rendered. */
function outputLatencyMs(context: AudioContext): number {
  return 1000 * (context.outputLatency || 0);
}
