/** Which of Luna's words have been heard: her text grows with her voice, not with what the server has sent. */

export interface SpokenText {
  /** Pieces of text in order, each with the audio that had been received when it came. */
  readonly pieces: readonly { readonly text: string; readonly fromMs: number }[];
  readonly receivedMs: number;
  readonly playedMs: number;
}

export const NOTHING_SPOKEN: SpokenText = { pieces: [], receivedMs: 0, playedMs: 0 };

export function withText(spoken: SpokenText, text: string): SpokenText {
  return { ...spoken, pieces: [...spoken.pieces, { text, fromMs: spoken.receivedMs }] };
}

/** Not spoken at all: it is read as it comes. */
export function written({ pieces }: SpokenText, text: string): SpokenText {
  return { pieces: [...pieces, { text, fromMs: 0 }], receivedMs: 1, playedMs: 1 };
}

export function withAudio(spoken: SpokenText, addedMs: number): SpokenText {
  return { ...spoken, receivedMs: spoken.receivedMs + addedMs };
}

export function playedTo(spoken: SpokenText, playedMs: number): SpokenText {
  return { ...spoken, playedMs: Math.max(spoken.playedMs, playedMs) };
}

/**
 * The text that has been heard and the text that has not, split between words.
 * Pieces that came together share the audio that came after them, by their length.
 */
export function splitAtPlayed({ pieces, receivedMs, playedMs }: SpokenText): [string, string] {
  const whole = pieces.map(({ text }) => text).join('');
  if (receivedMs > 0 && playedMs >= receivedMs) return [whole, ''];
  let heard = 0;
  for (const { fromMs, toMs, length } of stretches(pieces, receivedMs)) {
    const share = toMs > fromMs ? (playedMs - fromMs) / (toMs - fromMs) : 0;
    if (share <= 0) break;
    heard += length * Math.min(1, share);
  }
  const end = wordEnd(whole, Math.floor(heard));
  return [whole.slice(0, end), whole.slice(end)];
}

interface Stretch {
  fromMs: number;
  toMs: number;
  length: number;
}

function stretches(pieces: SpokenText['pieces'], receivedMs: number): Stretch[] {
  const found: Stretch[] = [];
  for (const { text, fromMs } of pieces) {
    const last = found.at(-1);
    if (last?.fromMs === fromMs) last.length += text.length;
    else {
      if (last) last.toMs = fromMs;
      found.push({ fromMs, toMs: receivedMs, length: text.length });
    }
  }
  return found;
}

/** A word shows as soon as it begins to sound. */
function wordEnd(text: string, at: number): number {
  if (at === 0 || /\s/.test(text.charAt(at - 1))) return at;
  const gap = text.slice(at).search(/\s/);
  return gap === -1 ? text.length : at + gap;
}
