/** Who said what, in the order of the conversation: words arrive late and out of order, items do not. */
interface Line {
  readonly itemId: string;
  readonly who: 'caller' | 'assistant';
  readonly text: string;
  /** The words may still change. */
  readonly growing: boolean;
  /** The caller cut Luna off: `text` is what was heard of it. */
  readonly cut: boolean;
  /** The provider has said where it belongs, and the caller has been shown it there. */
  readonly placed: boolean;
}

export type Transcript = readonly Line[];

type NewLine = Pick<Line, 'itemId' | 'who' | 'text' | 'growing'>;

/** `afterItemId` null puts the line at the beginning; an item nobody knows, at the end. */
export function added(
  transcript: Transcript,
  line: NewLine,
  afterItemId: string | null,
): Transcript {
  const known = transcript.find(({ itemId }) => itemId === line.itemId);
  if (known?.placed === true) return transcript;
  const others = transcript.filter((other) => other !== known);
  const after = others.findIndex(({ itemId }) => itemId === afterItemId);
  const at = after >= 0 ? after + 1 : afterItemId === null ? 0 : others.length;
  return others.toSpliced(at, 0, { cut: false, ...line, ...known, placed: true });
}

/** Words that are there before the provider has said where they belong. */
export function begun(transcript: Transcript, line: NewLine): Transcript {
  if (transcript.some(({ itemId }) => itemId === line.itemId)) return transcript;
  return [...transcript, { ...line, cut: false, placed: false }];
}

export function dropped(transcript: Transcript, itemId: string): Transcript {
  return transcript.filter((line) => line.itemId !== itemId);
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
