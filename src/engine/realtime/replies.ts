/** Who answers when: one response at a time writes to the conversation; out-of-band ones run beside it. */
import { makeId } from '#lib/id.ts';
import type { ResponseCreate } from '#protocol/client-events.ts';
import type { Item } from '#protocol/items.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';
import { clientError, notFound } from '#protocol/read-client-event.ts';
import type { Mind, Moves } from '#engine/mind.ts';
import type { CallerTurns } from './caller-turns.ts';
import { takeItem } from './client-item.ts';
import { IdleTimer } from './idle-timer.ts';
import { Responder, type Surroundings } from './responder.ts';
import { newResponse } from './response-events.ts';

export interface RepliesOptions extends Omit<Surroundings, 'onUndone'> {
  readonly mind: Mind;
  readonly turns: CallerTurns;
  readonly refuse: (error: ErrorDetail) => void;
}

export class Replies {
  readonly #around: RepliesOptions;
  readonly #idle: IdleTimer;
  readonly #conversationId = makeId('conv');
  #active: Responder | undefined;
  readonly #asides = new Set<Responder>();
  /** The caller's turn ended while a response ran on: answered as soon as that is over. */
  #owesReply = false;
  #closed = false;
  /** She has not been asked to speak yet: what stands in the conversation was said elsewhere. */
  #isFresh = true;
  #anticipates = false;

  constructor(around: RepliesOptions) {
    this.#around = around;
    this.#idle = new IdleTimer(around.clock, () => {
      this.#onIdle();
    });
  }

  create(asked: ResponseCreate, eventId?: string): void {
    const { ledger, session, outbox, refuse } = this.#around;
    const aside = asked.conversation === 'none';
    if (!aside && this.#active !== undefined) {
      const message = `Conversation already has an active response in progress: ${this.#active.id}. Wait until the response is finished before creating a new one.`;
      return refuse(clientError(eventId, 'conversation_already_has_active_response', message));
    }
    const input: Item[] = [];
    for (const item of asked.input ?? []) {
      const found = item.type === 'item_reference' ? ledger.retrieve(item.id) : takeItem(item).item;
      if (found === undefined) return refuse(notFound(eventId, item.id ?? '', 'response.input'));
      input.push(found);
    }
    const ids = { response: makeId('resp'), conversation: this.#conversationId };
    const response = newResponse(ids, session(), asked);
    const responder = new Responder(response, {
      ...this.#around,
      onUndone: (move) => {
        this.#around.mind.undo(move);
      },
    });
    if (aside) this.#asides.add(responder);
    else this.#active = responder;
    this.#idle.stop();
    outbox.emit({ type: 'response.created', response });
    void this.#perform(responder, asked, input);
  }

  /** History is being told, item by item: once it is all there, the ears may learn what comes next. */
  onHistory(): void {
    const { items } = this.#around.ledger;
    const isHistory = items.some((item) => item.type !== 'message' || item.role === 'assistant');
    if (!isHistory || !this.#isFresh || this.#anticipates) return;
    this.#anticipates = true;
    queueMicrotask(() => {
      this.#anticipates = false;
      if (!this.#isFresh || this.#closed) return;
      const { mind, ledger, session, turns } = this.#around;
      const expect = turns.expect.bind(turns);
      mind.anticipate?.({ items: ledger.items, session: session(), expect });
    });
  }

  async #perform(
    responder: Responder,
    asked: ResponseCreate,
    input: readonly Item[],
  ): Promise<void> {
    const { mind, ledger, session, outbox, turns } = this.#around;
    const done = await responder.perform(async (): Promise<Moves> => {
      await turns.transcribed(responder.signal);
      if (responder.signal.aborted) return [];
      const turn = { session: session(), asked, signal: responder.signal };
      if (asked.conversation === 'none' || asked.input !== undefined)
        return mind.decideAside({ ...turn, items: input });
      const expect = turns.expect.bind(turns);
      this.#isFresh = false;
      return mind.decide({ ...turn, expect, news: ledger.takeNews(), items: ledger.items });
    });
    this.#asides.delete(responder);
    if (this.#active === responder) this.#active = undefined;
    if (this.#closed) return;
    outbox.emit({ type: 'response.done', response: done });
    if (this.#active !== undefined) return;
    if (this.#owesReply) {
      this.#owesReply = false;
      return this.create({});
    }
    const detection = session().audio.input.turn_detection;
    const idleMs =
      detection?.type === 'server_vad' ? (detection.idle_timeout_ms ?? undefined) : undefined;
    if (idleMs !== undefined && !turns.isSpeaking && !mind.hasEnded)
      this.#idle.start(responder.unheardMs + idleMs);
  }

  cancel(responseId: string | undefined, eventId: string | undefined): void {
    const responder =
      responseId === undefined
        ? this.#active
        : [this.#active, ...this.#asides].find((one) => one?.id === responseId);
    if (responder !== undefined) return responder.cancel('client_cancelled');
    const message = 'Cancellation failed: no active response found';
    this.#around.refuse(clientError(eventId, 'response_cancel_not_active', message));
  }

  /** The caller begins to speak. */
  onSpeechStarted(): void {
    this.#idle.stop();
    const { turn_detection: turns } = this.#around.session().audio.input;
    if (turns?.interrupt_response !== false) this.#active?.cancel('turn_detected');
  }

  /** The caller has finished; their words are known. */
  onTurn(): void {
    const { turn_detection: turns } = this.#around.session().audio.input;
    if (turns?.create_response === false) return;
    if (this.#active === undefined) this.create({});
    else this.#owesReply = true;
  }

  /** An item that is being said at this moment is about to be truncated. */
  writeDown(itemId: string): void {
    this.#active?.writeDown(itemId);
  }

  close(): void {
    this.#closed = true;
    this.#idle.stop();
    for (const responder of [this.#active, ...this.#asides]) responder?.cancel('client_cancelled');
  }

  #onIdle(): void {
    const { turns, outbox, mind } = this.#around;
    outbox.emit({
      type: 'input_audio_buffer.timeout_triggered',
      audio_start_ms: turns.endMs,
      audio_end_ms: turns.endMs,
      item_id: turns.nextItemId,
    });
    turns.commitSilence();
    mind.noteSilence();
    this.create({});
  }
}
