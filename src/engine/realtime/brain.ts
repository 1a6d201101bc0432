/** The flow's dialogue as a mind: news of the conversation in, what to say and do out. */
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { ResponseCreate } from '#protocol/client-events.ts';
import type { Item } from '#protocol/items.ts';
import type { Session } from '#protocol/server-events.ts';
import type { Context, Input, Move } from '#engine/dialogue/moves.ts';
import { BEGINNING, type DialogueState } from '#engine/dialogue/state.ts';
import { takeOver } from '#engine/dialogue/past.ts';
import { expectationFor, step } from '#engine/dialogue/step.ts';
import type { Flow } from '#engine/flow.ts';
import type { Mind, Turn } from '#engine/mind.ts';
import type { News } from './ledger.ts';

type Heard = Extract<News, { type: 'heard' }>;

export interface Persona {
  readonly flow: Flow | undefined;
  /** For `{caller}`, `{assistant}` and `{bank}`. */
  readonly names: Readonly<Record<string, string | undefined>>;
}

export class Brain implements Mind {
  #state: DialogueState = BEGINNING;
  /** Facts for the next turn. */
  #waiting: Input[] = [];
  /** Somebody else has led the conversation until now: an earlier session, or another mind. */
  #takesOver = true;
  /** Words of the caller's that the recogniser was not sure of, by item. */
  readonly #unsure = new Map<string, Heard>();
  readonly #persona: Persona;
  readonly #clock: Clock;

  constructor(persona: Persona, clock: Clock) {
    this.#persona = persona;
    this.#clock = clock;
  }

  decide({ news, items, session, asked, expect }: Omit<Turn, 'signal'>): readonly Move[] {
    const context = this.#context(session, asked);
    const isNew = news.length > 0;
    if (isNudge(asked.instructions) && (this.#takesOver || !isNew)) this.noteSilence();
    const inputs = this.#takesOver ? this.#takeOver(news, items, context) : this.#inputs(news);
    const [state, reply] = step(this.#state, inputs, context);
    this.#state = state;
    expect(reply.expect);
    return reply.moves;
  }

  /** Another mind answers these: what becomes of it stands in the conversation. */
  standAside(news: readonly News[]): void {
    this.#note(news);
    this.#takesOver = true;
  }

  anticipate({ items, session, expect }: Pick<Turn, 'items' | 'session' | 'expect'>): void {
    if (!this.#takesOver) return;
    const context = this.#context(session, {});
    const { state } = takeOver(this.#past(items), context);
    expect(expectationFor(state, context));
  }

  decideAside({
    items,
    session,
    asked,
  }: Pick<Turn, 'items' | 'session' | 'asked'>): readonly Move[] {
    const inputs = items.flatMap((item) => inputsOf({ type: 'item', item }));
    const fresh: DialogueState = { ...BEGINNING, greeted: inputs.length > 0 };
    return step(fresh, inputs, this.#context(session, asked))[1].moves;
  }

  get hasEnded(): boolean {
    return this.#state.ended;
  }

  undo(move: Move): void {
    if (move.type === 'call') this.#waiting.push({ type: 'undone', callId: move.callId });
  }

  noteSilence(): void {
    this.#waiting.push({ type: 'silence' });
  }

  #inputs(news: readonly News[]): readonly Input[] {
    const inputs = [...this.#waiting, ...news.flatMap(inputsOf)];
    this.#waiting = [];
    return inputs;
  }

  #takeOver(news: readonly News[], items: readonly Item[], context: Context): readonly Input[] {
    this.#note(news);
    const { state, owed } = takeOver(this.#past(items), context);
    this.#state = state;
    this.#takesOver = false;
    const silence = this.#waiting.filter(({ type }) => type === 'silence');
    this.#waiting = [];
    // She asks whether the caller is still there: that is a beginning as well.
    return silence.length > 0
      ? [...owed.filter(({ type }) => type !== 'resumed'), ...silence]
      : owed;
  }

  #note(news: readonly News[]): void {
    for (const one of news) if (one.type === 'heard') this.#unsure.set(one.id, one);
  }

  #past(items: readonly Item[]): readonly Input[] {
    return items.flatMap((item) => {
      const heard = this.#unsure.get(item.id);
      if (heard !== undefined) return [heard];
      const inputs = inputsOf({ type: 'item', item });
      // Sound in which there were no words, or whose words are not known yet.
      return inputs.filter((input) => input.type !== 'heard' || input.text.trim() !== '');
    });
  }

  #context(session: Session, asked: ResponseCreate): Context {
    return {
      ...this.#persona,
      tools: asked.tools ?? session.tools,
      toolChoice: asked.tool_choice ?? session.tool_choice,
      instructions: asked.instructions,
      today: new Date(this.#clock.date()).toISOString().slice(0, 10),
      callId: makeId('call', 16),
    };
  }
}

/** A client that minds the caller's silence itself says so in the response's instructions. */
function isNudge(instructions: string | undefined): boolean {
  return /\b(?:silent|silence|still there)\b/i.test(instructions ?? '');
}

function inputsOf(news: News): Input[] {
  if (news.type !== 'item') return [news];
  const { item } = news;
  if (item.type === 'function_call_output')
    return [{ type: 'returned', callId: item.call_id, output: item.output }];
  if (item.type === 'function_call') {
    const { call_id: callId, name: tool, arguments: args } = item;
    return [{ type: 'called', callId, tool, arguments: args }];
  }
  const text = item.content
    .map((part) =>
      'text' in part ? part.text : 'transcript' in part ? (part.transcript ?? '') : '',
    )
    .join(' ');
  if (item.role === 'assistant') return [{ type: 'said', text }];
  // What the system role says is for models that read; the flow is our instruction.
  return item.role === 'user' ? [{ type: 'heard', text, unclear: false }] : [];
}
