/** Luna's voice on a line: into the speaker as it comes, and back to the server what has been heard of it. */
import { decodePcm16 } from '#audio/pcm16.ts';
import type { PlaybackReport } from '#web/audio/playback.ts';
import type { Speaker } from '#web/audio/speaker.ts';
import type { PageWord } from './call-socket.ts';
import type { CallEvent } from './call-state.ts';
import type { ServerWord } from './server-words.ts';

const SAMPLES_PER_MS = 24;

export interface LunaVoiceParts {
  /** Undefined where nothing can be played. */
  readonly speaker: () => Speaker | undefined;
  readonly send: (word: PageWord) => void;
  readonly tell: (event: CallEvent) => void;
}

export class LunaVoice {
  readonly #parts: LunaVoiceParts;
  /** Items the speaker has not played to their end. */
  readonly #unheard = new Set<string>();
  /** Late pieces of these must not be waited for. */
  readonly #cut = new Set<string>();

  constructor(parts: LunaVoiceParts) {
    this.#parts = parts;
  }

  /** Everything that came has been played, or was cut off. */
  get isSilent(): boolean {
    return this.#unheard.size === 0;
  }

  onWord(word: ServerWord): void {
    const speaker = this.#parts.speaker();
    switch (word.type) {
      case 'response.output_audio.delta':
        return this.#append(word.item_id, word.delta);
      case 'response.output_audio.done':
        return speaker?.finish(word.item_id);
      case 'luna.playback':
        if (word.action === 'flush') return speaker?.flush(word.item_id);
        return word.action === 'duck' ? speaker?.duck() : speaker?.resume();
      default:
    }
  }

  onReport(report: PlaybackReport): void {
    const { send, tell } = this.#parts;
    tell({ type: 'report', report });
    const item_id = report.itemId;
    switch (report.type) {
      case 'played':
        return send({ type: 'luna.played', item_id, played_ms: report.playedMs });
      case 'flushed':
        this.#unheard.delete(item_id);
        this.#cut.add(item_id);
        return send({ type: 'luna.flushed', item_id, played_ms: report.playedMs });
      case 'drained':
        this.#unheard.delete(item_id);
        return send({ type: 'luna.drained', item_id });
    }
  }

  /** Nothing more will come: what is there may still be heard to its end. */
  finish(): void {
    for (const itemId of this.#unheard) this.#parts.speaker()?.finish(itemId);
  }

  /** Silence, now. */
  stop(): void {
    this.#parts.speaker()?.flush(null);
    this.#unheard.clear();
  }

  #append(itemId: string, delta: string): void {
    const decoded = decodePcm16(delta);
    if (!decoded.ok || this.#cut.has(itemId)) return;
    this.#unheard.add(itemId);
    this.#parts.speaker()?.append(itemId, decoded.samples);
    this.#parts.tell({ type: 'audio', itemId, addedMs: decoded.samples.length / SAMPLES_PER_MS });
  }
}
