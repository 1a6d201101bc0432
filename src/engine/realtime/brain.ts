/** The flow's dialogue as a mind: news of the conversation in, what to say and do out. */
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { ResponseCreate } from '#protocol/client-events.ts';
import type { Session } from '#protocol/server-events.ts';
import type { Context, Input, Move } from '#engine/dialogue/moves.ts';
import { BEGINNING, type DialogueState } from '#engine/dialogue/state.ts';
import { step } from '#engine/dialogue/step.ts';
import type { Flow } from '#engine/flow.ts';
import type { Mind, Turn } from '#engine/mind.ts';
import type { News } from './ledger.ts';

export interface Persona {
  readonly flow: Flow | undefined;
  /** For `{caller}`, `{assistant}` and `{bank}`. */
  readonly names: Readonly<Record<string, string | undefined>>;
}

export class Brain implements Mind {
  #state: DialogueState = BEGINNING;
  /** Facts for the next turn. */
  #waiting: Input[] = [];
  readonly #persona: Persona;
  readonly #clock: Clock;

  constructor(persona: Persona, clock: Clock) {
    this.#persona = persona;
    this.#clock = clock;
  }

  decide({ news, session, asked, expect }: Omit<Turn, 'items' | 'signal'>): readonly Move[] {
    this.remember(news);
    const inputs = this.#waiting;
    this.#waiting = [];
    if (news.length === 0 && isNudge(asked.instructions)) inputs.push({ type: 'silence' });
    const [state, reply] = step(this.#state, inputs, this.#context(session, asked));
    this.#state = state;
    expect(reply.expect);
    return reply.moves;
  }

  /** What happened while another mind answered: taken in with the next turn. */
  remember(news: readonly News[]): void {
    this.#waiting.push(...news.flatMap(inputsOf));
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
