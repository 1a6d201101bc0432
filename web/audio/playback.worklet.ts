/** The audio thread's half of Luna's voice: takes orders on its port, fills the speaker, reports positions. */
import { Playback, type PlaybackReport } from './playback.ts';

export type PlaybackOrder =
  | { type: 'append'; itemId: string; samples: Int16Array }
  | { type: 'finish'; itemId: string }
  | { type: 'duck' }
  | { type: 'resume' }
  | { type: 'flush'; itemId: string | null }
  | { type: 'latency'; latencyMs: number };

class PlaybackProcessor extends AudioWorkletProcessor {
  readonly #playback = new Playback(sampleRate);

  constructor() {
    super();
    this.port.addEventListener('message', ({ data }: MessageEvent<PlaybackOrder>) =>
      this.#report(this.#obey(data)),
    );
    this.port.start();
  }

  process(_inputs: unknown, [output]: Float32Array[][]): boolean {
    const [left, ...others] = output ?? [];
    if (left === undefined) return true;
    this.#report(this.#playback.render(left));
    for (const channel of others) channel.set(left);
    return true;
  }

  #obey(order: PlaybackOrder): PlaybackReport[] {
    switch (order.type) {
      case 'append':
        this.#playback.append(order.itemId, order.samples);
        return [];
      case 'finish':
        this.#playback.finish(order.itemId);
        return [];
      case 'duck':
        this.#playback.duck();
        return [];
      case 'resume':
        this.#playback.resume();
        return [];
      case 'flush':
        return this.#playback.flush(order.itemId);
      case 'latency':
        this.#playback.setOutputLatency(order.latencyMs);
        return [];
    }
  }

  #report(reports: PlaybackReport[]): void {
    for (const report of reports) this.port.postMessage(report);
  }
}

registerProcessor('luna-playback', PlaybackProcessor);
