/** A chat endpoint as a mind. Where it fails, the flow's dialogue takes that turn: nobody is left in silence. */
import { makeId } from '#lib/id.ts';
import type { Log } from '#lib/log.ts';
import type { Move } from '#engine/dialogue/moves.ts';
import { readOutput } from '#engine/dialogue/tool-output.ts';
import type { Mind, Turn } from '#engine/mind.ts';
import type { Brain } from '#engine/realtime/brain.ts';
import type { News } from '#engine/realtime/ledger.ts';
import type { ChatEndpoint } from './endpoint.ts';
import { ChatFailure } from './failure.ts';
import { type ChatQuestion, questionOf } from './question.ts';
import { Speakable } from './speakable.ts';

export interface ChatMindParts {
  readonly endpoint: ChatEndpoint;
  readonly log: Log;
  readonly brain: Brain;
  /** The brain greets, in words it has ready, before the endpoint is asked anything. */
  readonly greets: boolean;
}

const END_CALL = 'end_call';
const SILENCE = 'The caller has said nothing for a while. Ask kindly whether they are still there.';

export class ChatMind implements Mind {
  readonly #parts: ChatMindParts;
  readonly #unclear = new Set<string>();
  /** What has come of the present turn. */
  #made: readonly Move[] = [];
  #isSilent = false;
  #hasEnded = false;

  constructor(parts: ChatMindParts) {
    this.#parts = parts;
  }

  async *decide(turn: Turn): AsyncGenerator<Move> {
    const { brain, greets } = this.#parts;
    for (const one of turn.news) if (one.type === 'heard' && one.unclear) this.#unclear.add(one.id);
    this.#made = [];
    if (greets && isOpening(turn)) return yield* brain.decide(turn);
    turn.expect({ for: isReadBack(turn.news) ? 'yes-no' : 'open' });
    const silence = this.#isSilent ? [SILENCE] : [];
    try {
      for await (const move of this.#think(turn, silence)) {
        this.#made = [...this.#made, move];
        yield move;
      }
      brain.standAside(turn.news);
    } catch (error) {
      this.#report(error);
      if (this.#isSilent) brain.noteSilence();
      yield* joined(this.#made, brain.decide(turn));
    }
    this.#isSilent = false;
  }

  anticipate(turn: Pick<Turn, 'items' | 'session' | 'expect'>): void {
    this.#parts.brain.anticipate(turn);
  }

  async *decideAside(turn: Omit<Turn, 'news' | 'expect'>): AsyncGenerator<Move> {
    let made: readonly Move[] = [];
    try {
      for await (const move of this.#think(turn, [])) {
        made = [...made, move];
        yield move;
      }
    } catch (error) {
      this.#report(error);
      yield* joined(made, this.#parts.brain.decideAside(turn));
    }
  }

  get hasEnded(): boolean {
    return this.#hasEnded || this.#parts.brain.hasEnded;
  }

  undo(move: Move): void {
    this.#made = this.#made.filter((other) => other !== move);
    this.#parts.brain.undo(move);
  }

  noteSilence(): void {
    this.#isSilent = true;
  }

  async *#think(
    { session, asked, items, signal }: Omit<Turn, 'news' | 'expect'>,
    further: readonly string[],
  ): AsyncGenerator<Move> {
    const question = questionOf({
      instructions: [session.instructions, asked.instructions ?? '', ...further],
      items,
      unclear: this.#unclear,
      tools: asked.tools ?? session.tools,
      toolChoice: asked.tool_choice ?? session.tool_choice,
    });
    let isEmpty = true;
    for await (const move of this.#movesFrom(question, signal)) {
      isEmpty = false;
      if (move.type === 'call' && move.tool === END_CALL) this.#hasEnded = true;
      yield move;
    }
    if (isEmpty && !signal.aborted) throw new ChatFailure('it answered nothing');
  }

  async *#movesFrom(question: ChatQuestion, signal: AbortSignal): AsyncGenerator<Move> {
    const speakable = new Speakable();
    const calls: Move[] = [];
    for await (const piece of this.#parts.endpoint.ask(question, signal)) {
      if (piece.type === 'words') yield* speakable.add(piece.text).map(say);
      else if (question.tool_choice !== 'none')
        calls.push({ ...piece, callId: makeId('call', 16) });
      if (speakable.isEndless) break;
    }
    if (signal.aborted) return;
    yield* speakable.end().map(say);
    yield* calls;
  }

  #report(error: unknown): void {
    const { log } = this.#parts;
    log.warn({ error }, 'the chat endpoint failed: the built-in dialogue takes this turn');
  }
}

function say(text: string): Move {
  return { type: 'say', text };
}

/** Nobody has said anything yet, and nobody has asked for anything particular. */
function isOpening({ items, asked }: Turn): boolean {
  return asked.instructions === undefined && !items.some(({ type }) => type === 'message');
}

/** A tool has just given back the question that the caller must say yes to. */
function isReadBack(news: readonly News[]): boolean {
  return news.some(
    (one) =>
      one.type === 'item' &&
      one.item.type === 'function_call_output' &&
      readOutput(one.item.output).why === 'needs_confirmation',
  );
}

/** The brain goes on after what was said already. */
function* joined(made: readonly Move[], moves: readonly Move[]): Generator<Move> {
  const last = made.findLast((move) => move.type === 'say')?.text ?? ' ';
  const gap = /\s$/.test(last) ? '' : ' ';
  for (const [index, move] of moves.entries())
    yield index === 0 && move.type === 'say' ? say(gap + move.text) : move;
}
