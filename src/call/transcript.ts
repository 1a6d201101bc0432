/** Who said what, in the order of the conversation: words arrive late and out of order, items do not. */
export interface Line {
  readonly itemId: string;
  readonly who: 'caller' | 'assistant';
  readonly text: string;
  /** The words may still change. */
  readonly growing: boolean;
  /** The caller cut Luna off: `text` is what was heard of it. */
  readonly cut: boolean;
}

export type Transcript = readonly Line[];

/** `afterItemId` null puts the line at the beginning; an item nobody knows, at the end. */
export function added(
  transcript: Transcript,
  line: Pick<Line, 'itemId' | 'who' | 'text' | 'growing'>,
  afterItemId: string | null,
): Transcript {
  if (transcript.some(({ itemId }) => itemId === line.itemId)) return transcript;
  const after = transcript.findIndex(({ itemId }) => itemId === afterItemId);
  const at = after === -1 ? transcript.length : after + 1;
  return transcript.toSpliced(at, 0, { ...line, cut: false });
}

export function grew(transcript: Transcript, itemId: string, delta: string): Transcript {
  return change(transcript, itemId, (line) =>
    line.growing ? { ...line, text: line.text + delta } : line,
  );
}

/** The final words replace whatever was guessed; a line that was cut off keeps what was heard. */
export function finished(transcript: Transcript, itemId: string, text: string): Transcript {
  return change(transcript, itemId, (line) =>
    line.cut ? line : { ...line, text, growing: false },
  );
}

export function cutOff(transcript: Transcript, itemId: string, heard: string): Transcript {
  return change(transcript, itemId, (line) => ({
    ...line,
    text: heard,
    growing: false,
    cut: true,
  }));
}

function change(transcript: Transcript, itemId: string, by: (line: Line) => Line): Transcript {
  return transcript.map((line) => (line.itemId === itemId ? by(line) : line));
}
