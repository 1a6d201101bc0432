/** A model's writing as something to say: no markup, no emoji, and sentence by sentence while it still writes. Pure. */
import { splitClauses } from '#engine/speech/clauses.ts';
import { ChatFailure } from './failure.ts';

/** Who writes more than this has lost the thread; a caller hears two minutes of it. */
const LONGEST_ANSWER = 1_500;
/** A sentence without an end is said in parts from here on. */
const LONG_SENTENCE = 160;

const SENTENCE_END = /(?:[.!?…]["'”’)\]]*\s+|\n\s*)$/u;
/** Tools that are written rather than called, or a page rather than an answer. */
const NOT_SPEECH = /^\s*(?:\{|\[\s*[{"]|```|<[a-z!/|])|<\/?(?:tool|function)|<\|/iu;

/** Complete constructs only, so that it may be done again when more has come. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/\r/g, ''],
  [
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3|\uFFFD/gu,
    '',
  ],
  [/!?\[(?<text>[^\]\n]*)\]\([^)\s]*\)/g, '$<text>'],
  [/https?:\/\/\S+(?=\s)/g, 'our website'],
  [/[*`~]/g, ''],
  [/(?<!\w)_+(?=\w)|(?<=\w)_+(?=[^\w])/g, ''],
  [/[ \t]*\|[ \t]*(?=\S)/g, ', '],
  [/\n[ \t]*(?:#{1,6}|>|[-•+–]|\d{1,2}[.)])[ \t]+/g, '\n'],
  [/\n[ \t]*[-_=]{3,}[ \t]*(?=\n)/g, '\n'],
  [/[ \t\u00A0]+/g, ' '],
  [/ (?=[.!?,;:](?:\s|$))/g, ''],
];

export class Speakable {
  /** Begins with a line break, as the beginning of a text is one of a line. */
  #text = '\n';
  #written = '';
  #begun = false;

  /** So much has been written that the rest is not worth waiting for. */
  get isEndless(): boolean {
    return this.#written.length > LONGEST_ANSWER;
  }

  /** What can be said now. @throws ChatFailure where it is no speech. */
  add(written: string): string[] {
    this.#written += written;
    if (!this.#begun && NOT_SPEECH.test(this.#written))
      throw new ChatFailure('it wrote something that cannot be said');
    this.#text = plain(this.#text + written);
    const clauses = splitClauses(this.#text);
    const ready = clauses.slice(0, this.#readyClauses(clauses)).join('');
    this.#text = this.#text.slice(ready.length);
    return this.#said(ready);
  }

  /** The model has finished: the rest. */
  end(): string[] {
    const rest = plain(`${this.#text}\n`);
    this.#text = '\n';
    return this.#said(rest).map((text) => text.trimEnd());
  }

  /** How many of the clauses will not change any more. The first is said soon, then whole sentences are. */
  #readyClauses(clauses: readonly string[]): number {
    const complete = clauses.slice(0, -1);
    if (!this.#begun) return Math.min(1, complete.length);
    const whole = complete.findLastIndex((clause) => SENTENCE_END.test(clause)) + 1;
    return this.#text.length > LONG_SENTENCE ? complete.length : whole;
  }

  #said(text: string): string[] {
    const said = text
      .trimStart()
      // A line that ends in nothing, as headings do, is a sentence too.
      .replaceAll(/(?<=[^\s.!?,;:…])[ ]*\n\s*/g, '. ')
      .replaceAll(/\s*\n\s*/g, ' ');
    if (!/[\p{L}\p{N}]/u.test(said)) return [];
    this.#begun = true;
    return [said];
  }
}

function plain(text: string): string {
  return MARKUP.reduce((rest, [mark, instead]) => rest.replaceAll(mark, instead), text);
}
