/**
 * What the caller has heard of each of Luna's sentences: samples that were played, as the channel counts them.
 * Neither what was sent nor the clock on the wall is what was heard.
 */

/** One item of Luna's voice. */
export interface Said {
  readonly itemId: string;
  readonly responseId: string;
  /** The part of the item that is sound. */
  readonly contentIndex: number;
  readonly receivedMs: number;
  readonly playedMs: number;
  readonly text: string;
  /** Where in the sound a piece of the text begins. */
  readonly marks: readonly { readonly characters: number; readonly atMs: number }[];
  /** No more audio will come. */
  readonly complete: boolean;
  /** It will not be heard any further: played to its end, or cut off. */
  readonly silent: boolean;
}

export interface Voice {
  readonly said: readonly Said[];
}

export const SILENT: Voice = { said: [] };

/** Playback reports are rounded to blocks of a few milliseconds. */
const TOLERANCE_MS = 30;
/** Longer than any queue of sentences; older ones can no longer be asked about. */
const KEPT = 16;

export function heardAudio(
  voice: Voice,
  delta: { responseId: string; itemId: string; ms: number; contentIndex?: number },
): Voice {
  const { ms, contentIndex = 0 } = delta;
  return change(voice, delta, (said) => ({
    ...said,
    contentIndex,
    receivedMs: said.receivedMs + ms,
  }));
}

export function heardText(
  voice: Voice,
  delta: { responseId: string; itemId: string; text: string },
): Voice {
  return change(voice, delta, (said) => {
    const last = said.marks.at(-1);
    const mark = { characters: said.text.length, atMs: said.receivedMs };
    // Text that comes before any new sound belongs to the same piece.
    const marks = last?.atMs === mark.atMs ? said.marks : [...said.marks, mark];
    return { ...said, text: said.text + delta.text, marks };
  });
}

/** All audio of the item has come. */
export function completed(voice: Voice, itemId: string): Voice {
  return settle(voice, itemId, (said) => ({ ...said, complete: true }));
}

/** All items of this response have come, whatever became of it. */
export function responseCompleted(voice: Voice, responseId: string): Voice {
  return {
    said: voice.said.map((said) =>
      said.responseId === responseId ? settled({ ...said, complete: true }) : said,
    ),
  };
}

export function played(voice: Voice, itemId: string, playedMs: number): Voice {
  return settle(voice, itemId, (said) => ({
    ...said,
    // A report can be late, never right in going backwards, and never beyond what there was to play.
    playedMs: Math.max(said.playedMs, Math.min(playedMs, said.receivedMs)),
  }));
}

export function drained(voice: Voice, itemId: string): Voice {
  return settle(voice, itemId, (said) => ({ ...said, playedMs: said.receivedMs }));
}

/** Everything still to be heard is cut off. */
export function silenced(voice: Voice): Voice {
  return { said: voice.said.map((said) => (said.silent ? said : { ...said, silent: true })) };
}

/** Everything that was still to be heard has been. */
export function playedOut(voice: Voice): Voice {
  return {
    said: voice.said.map((said) =>
      said.silent ? said : { ...said, playedMs: said.receivedMs, silent: true },
    ),
  };
}

/** The sentence that is being heard, or will be next. */
export function speaking(voice: Voice): Said | undefined {
  return voice.said.find(({ silent }) => !silent);
}

/** A provider's own count of what it sent has been seen to be 85 ms short of what came. */
const SHORT_MS = 100;

/** Where the provider is told to cut: never beyond what it believes to have sent. Whole milliseconds. */
export function cutAt(said: Said, heardMs: number): number {
  return Math.floor(Math.max(0, Math.min(heardMs, said.receivedMs - SHORT_MS)));
}

/** The words of the item that were heard in its first milliseconds, up to the last whole word. */
export function wordsHeard(said: Said, heardMs: number): string {
  if (heardMs >= said.receivedMs - TOLERANCE_MS && said.complete) return said.text;
  const index = said.marks.findLastIndex(({ atMs }) => atMs < heardMs);
  const mark = said.marks[index];
  if (mark === undefined) return '';
  const next = said.marks[index + 1];
  const endMs = next?.atMs ?? Math.max(said.receivedMs, heardMs);
  const endCharacters = next?.characters ?? said.text.length;
  const share = (heardMs - mark.atMs) / Math.max(1, endMs - mark.atMs);
  const cut = mark.characters + Math.floor(share * (endCharacters - mark.characters));
  if (cut >= said.text.length) return said.text;
  const lastSpace = said.text.slice(0, cut + 1).search(/\s\S*$/);
  return said.text.slice(0, Math.max(0, lastSpace));
}

/** What will have been heard of it: all that came, or, where it was silenced, what was played until then. */
export function wordsToHear(said: Said): string {
  return wordsHeard(said, said.silent ? said.playedMs : said.receivedMs);
}

function change(
  voice: Voice,
  { responseId, itemId }: { responseId: string; itemId: string },
  by: (said: Said) => Said,
): Voice {
  if (voice.said.some((said) => said.itemId === itemId))
    return { said: voice.said.map((said) => (said.itemId === itemId ? by(said) : said)) };
  const fresh: Said = {
    itemId,
    responseId,
    contentIndex: 0,
    receivedMs: 0,
    playedMs: 0,
    text: '',
    marks: [],
    complete: false,
    silent: false,
  };
  return { said: [...voice.said, by(fresh)].slice(-KEPT) };
}

function settle(voice: Voice, itemId: string, by: (said: Said) => Said): Voice {
  return { said: voice.said.map((said) => (said.itemId === itemId ? settled(by(said)) : said)) };
}

function settled(said: Said): Said {
  const over = said.complete && said.playedMs >= said.receivedMs - TOLERANCE_MS;
  return over ? { ...said, silent: true } : said;
}
