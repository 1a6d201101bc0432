/** What a scripted model says and calls, response by response. */
import type { Move } from '#engine/dialogue/moves.ts';
import type { Mind, Turn } from '#engine/mind.ts';

/** A sentence, or a tool with its arguments; several of them are one response. */
type Line = string | readonly [tool: string, input: object];

/** Asked for each response: what is in the conversation decides. */
export type Script = (turn: {
  /** The newest words of the caller, the newest output of a tool, or undefined at the beginning. */
  readonly last: { readonly caller: string } | { readonly output: string } | undefined;
  /** How many responses there were before. */
  readonly n: number;
}) => Line | readonly Line[];

export class ScriptMind implements Mind {
  readonly hasEnded = false;
  readonly #script: Script;
  #n = 0;

  constructor(script: Script) {
    this.#script = script;
  }

  decide({ items }: Pick<Turn, 'items'>): Move[] {
    const lines = this.#script({ last: lastOf(items), n: this.#n });
    this.#n += 1;
    const all = isLine(lines) ? [lines] : lines;
    return all.map((line, i) =>
      typeof line === 'string'
        ? { type: 'say', text: line }
        : {
            type: 'call',
            callId: `call_${this.#n}_${i}`,
            tool: line[0],
            arguments: { ...line[1] },
          },
    );
  }

  decideAside(turn: Pick<Turn, 'items'>): Move[] {
    return this.decide(turn);
  }

  undo(): void {
    // A script goes on from what stands in the conversation.
  }

  noteSilence(): void {
    // Silence is the script's own business.
  }
}

function isLine(lines: Line | readonly Line[]): lines is Line {
  return (
    typeof lines === 'string' ||
    (lines.length === 2 && typeof lines[1] === 'object' && !Array.isArray(lines[1]))
  );
}

function lastOf(items: Turn['items']): { caller: string } | { output: string } | undefined {
  const last = items.findLast(
    (item) =>
      item.type === 'function_call_output' || (item.type === 'message' && item.role === 'user'),
  );
  if (last === undefined) return undefined;
  if (last.type === 'function_call_output') return { output: last.output };
  const [content] = last.type === 'message' ? last.content : [];
  if (content === undefined) return undefined;
  if ('text' in content) return { caller: content.text };
  return { caller: 'transcript' in content ? (content.transcript ?? '') : '' };
}
