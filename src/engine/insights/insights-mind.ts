/** A mind for questions about the calls: by grammar, from the conversation alone, so that it goes on with one that another began. */
import type { Clock } from '#lib/clock.ts';
import { fill } from '#lib/fill.ts';
import { makeId } from '#lib/id.ts';
import type { Item } from '#protocol/items.ts';
import type { Move } from '#engine/dialogue/moves.ts';
import { argumentsIn, readOutput } from '#engine/dialogue/tool-output.ts';
import type { Flow } from '#engine/flow.ts';
import { quotedIn } from '#engine/quoted.ts';
import type { Mind, Turn } from '#engine/mind.ts';
import { mannerOf } from './manner.ts';
import { phrased, type Style } from './phrasing.ts';
import type { Question } from './question.ts';
import { DEFINITION } from './talk-vocabulary.ts';
import { wishIn } from './wish.ts';

export interface InsightsMindParts {
  readonly flow: Flow;
  /** For `{assistant}` and `{bank}`. */
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

const COACHES_FIGURES = ['dead_air', 'interruptions', 'false_barge_ins', 'latency_p95'];

type Result = Extract<Item, { type: 'function_call_output' }>;

export class InsightsMind implements Mind {
  readonly #parts: InsightsMindParts;
  #greeted = false;
  #ended = false;
  #silent = false;

  constructor(parts: InsightsMindParts) {
    this.#parts = parts;
  }

  decide({ news, items, session, asked, expect }: Turn): readonly Move[] {
    expect({ for: 'topic', topic: 'insights' });
    const told = quotedIn(asked.instructions);
    if (told !== undefined) return [say(told)];
    const silent = this.#silent;
    this.#silent = false;
    // A history that was replayed ends with what is owed: whatever stands after her last words.
    const past = items.findLastIndex(
      (item) => item.type === 'message' && item.role === 'assistant',
    );
    const owed = new Set(items.slice(past + 1).map(({ id }) => id));
    const results: Result[] = [];
    let heard: { text: string; unclear: boolean } | undefined;
    for (const one of news) {
      if (one.type === 'heard') heard = one;
      if (one.type !== 'item') continue;
      const { item } = one;
      if (!owed.has(item.id)) this.#greeted = true;
      else if (item.type === 'function_call_output') results.push(item);
      else if (item.type === 'message' && item.role === 'user')
        heard = { text: textOf(item), unclear: false };
    }
    const style = styleIn(session.instructions);
    if (heard === undefined && results.length > 0)
      return results.flatMap((each) => this.#tell(each, items, style));
    if (heard === undefined) return this.#begin(silent, style);
    this.#greeted = true;
    if (heard.unclear || heard.text.trim() === '') return [say(style.manner.unclear)];
    const tools = new Set(session.tools.map(({ name }) => name));
    return this.#answer(heard.text, { before: lastQuestion(items), style, tools });
  }

  decideAside({ items, session }: Omit<Turn, 'news' | 'expect'>): readonly Move[] {
    const last = items.findLast((item) => item.type === 'message' && item.role === 'user');
    if (last === undefined || last.type !== 'message')
      return [say(this.#filled(this.#parts.flow.greeting))];
    const tools = new Set(session.tools.map(({ name }) => name));
    return this.#answer(textOf(last), {
      before: undefined,
      style: styleIn(session.instructions),
      tools,
    });
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** What was asked is in the conversation or not at all: there is nothing to take back. */
  undo(): void {
    this.#ended = false;
  }

  noteSilence(): void {
    this.#silent = true;
  }

  /** A manager who looks at a chart says nothing, and need not be asked whether he is there. */
  #begin(silent: boolean, { manner }: Style): readonly Move[] {
    if (silent) return [];
    if (this.#greeted) return [say(manner.stillHere)];
    this.#greeted = true;
    return [say(this.#filled(this.#parts.flow.greeting))];
  }

  #answer(
    words: string,
    around: { before: Question | undefined; style: Style; tools: ReadonlySet<string> },
  ): readonly Move[] {
    const { flow } = this.#parts;
    const { before, style, tools } = around;
    const { manner } = style;
    const wish = wishIn(words, before, tools);
    switch (wish.kind) {
      case 'switch':
        return [calling(wish.to.tool, wish.to.arguments)];
      case 'questions':
        return wish.questions.map((each) => calling(each.tool, coached(each, style.mode)));
      case 'goodbye': {
        this.#ended = true;
        const goodbye = say(this.#filled(flow.closing));
        return tools.has('end_call') ? [goodbye, calling('end_call', {})] : [goodbye];
      }
      case 'thanks':
        return [say(`${manner.welcome} ${flow.anythingElse}`)];
      case 'small_talk':
        return [say(`${manner.smallAnswer} ${this.#filled(flow.scope)}`)];
      case 'help':
        return [say(this.#filled(flow.scope))];
      case 'lost':
        return [say(`${manner.lost} ${this.#filled(flow.scope)}`)];
    }
  }

  #tell(result: Result, items: readonly Item[], style: Style): readonly Move[] {
    const call = items.find(
      (item) => item.type === 'function_call' && item.call_id === result.call_id,
    );
    if (call?.type === 'function_call' && call.name === 'end_call') return [];
    const asked = items.findLast((item) => item.type === 'message' && item.role === 'user');
    const isFormula = asked?.type === 'message' && DEFINITION.test(textOf(asked).toLowerCase());
    const outcome = readOutput(result.output);
    if (!isQuestion(call)) return [say(`${outcome.say} `)];
    const earlier = items.slice(0, items.indexOf(result));
    const tellsDemo = !earlier.some(
      (item) =>
        item.type === 'function_call_output' && 'demo_calls' in readOutput(item.output).facts,
    );
    return [say(`${phrased(outcome, style, { isFormula, tellsDemo })} `)];
  }

  #filled(sentence: string): string {
    return fill(sentence, this.#parts.names);
  }
}

function say(text: string): Move {
  return { type: 'say', text };
}

function calling(tool: string, args: Readonly<Record<string, unknown>>): Move {
  return { type: 'call', callId: makeId('call', 16), tool, arguments: args };
}

/** A coach looks at how calls are conducted, and at examples. */
function coached(question: Question, mode: string): Readonly<Record<string, unknown>> {
  const { tool, arguments: args } = question;
  if (tool !== 'show_metrics' || mode !== 'coach') return { ...args };
  return { metrics: COACHES_FIGURES, ...args, examples: true };
}

/** The call writes mode and persona into the instructions: that is where every mind reads them. */
function styleIn(instructions: string): Style {
  const named = (what: string): string | undefined =>
    new RegExp(`^${what}: (\\w+)`, 'm').exec(instructions)?.[1];
  return { mode: named('Mode') ?? 'executive', manner: mannerOf(named('Persona') ?? 'luna') };
}

function lastQuestion(items: readonly Item[]): Question | undefined {
  const last = items.findLast(isQuestion);
  if (last?.type !== 'function_call') return undefined;
  // What a tool was really asked stands in the conversation; it is one of ours by its name.
  return { tool: last.name, arguments: argumentsIn(last.arguments) } as Question;
}

function isQuestion(item: Item | undefined): boolean {
  return item?.type === 'function_call' && /^show_(?:metrics|chart)$/.test(item.name);
}

function textOf(item: Extract<Item, { type: 'message' }>): string {
  return item.content
    .map((part) =>
      'text' in part ? part.text : 'transcript' in part ? (part.transcript ?? '') : '',
    )
    .join(' ');
}
