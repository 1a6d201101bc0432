/** The door `Synthesizer`: words to speech. Better voices are added behind it without touching the rest. */

export interface SpokenClause {
  /** The clause as it is shown in the transcript. Joined, the clauses give the whole text back. */
  readonly text: string;
  /** 24 kHz mono PCM16. */
  readonly samples: Int16Array;
}

export interface SpeakOptions {
  readonly voice: string;
  /** 0.25 to 1.5; 1 is the voice's own pace. */
  readonly speed: number;
  readonly signal: AbortSignal;
  /** The clause she has just said, where this goes on from it: a pause comes between. */
  readonly after?: string | undefined;
}

/** One for the process; the work is done in a worker thread. */
export interface Synthesizer {
  /** The first is the default. */
  readonly voices: readonly string[];
  /**
   * Clause by clause, so that the first audio leaves early. Ends quietly when the signal aborts.
   * @throws RangeError for an unknown voice or speed; whatever the voice failed with, tried twice.
   */
  speak(text: string, options: SpeakOptions): AsyncIterable<SpokenClause>;
  /**
   * Prepares what will be said often, whenever there is nothing else to do; settles when that is done.
   * @throws RangeError for an unknown voice or speed.
   */
  prime(texts: readonly string[], options: Pick<SpeakOptions, 'voice' | 'speed'>): Promise<void>;
  close(): Promise<void>;
}
