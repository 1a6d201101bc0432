/** Leaves out what a model thinks aloud between <think> and </think>, however the text is cut into pieces. */
const OPENING = '<think>';
const CLOSING = '</think>';

export class ThoughtFilter {
  #thinking = false;
  /** Perhaps the beginning of a tag. */
  #held = '';

  pass(text: string): string {
    let said = '';
    let rest = this.#held + text;
    for (;;) {
      const tag = this.#thinking ? CLOSING : OPENING;
      const at = rest.indexOf(tag);
      const end = at >= 0 ? at : rest.length - begunAtEnd(rest, tag);
      if (!this.#thinking) said += rest.slice(0, end);
      if (at < 0) {
        this.#held = rest.slice(end);
        return said;
      }
      rest = rest.slice(at + tag.length);
      this.#thinking = !this.#thinking;
    }
  }
}

/** How many letters at the text's end are the tag's first ones. */
function begunAtEnd(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--)
    if (text.endsWith(tag.slice(0, length))) return length;
  return 0;
}
