/** A program that speaks the Realtime protocol with one of Luna's agents: `/v1/realtime?agent=ID`. */
import type { CallerEvent, CallerHears, Channel, ClientChannel } from '#channels/channel.ts';
import type { Clock } from '#lib/clock.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import { clientError, notFound } from '#protocol/read-client-event.ts';
import type { ErrorDetail, ServerEvent } from '#protocol/server-events.ts';
import { AgentView, stamped } from './agent-view.ts';
import { type ClientWord, readWord } from './client-words.ts';
import { DeemedPlayback } from './deemed-playback.ts';
import { type Held, held, placeOf } from './held-speech.ts';

/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const BASE64_PER_MS = 64;
const REPORT_MS = 100;
/** After `speech_started` the client has so long to say where it fell silent; the call waits 500 ms. */
const TRUNCATE_MS = 300;
/** Enough silence for any turn to be over. */
const FINISHED_MS = 2_000;
const SILENCE_100_MS = 'A'.repeat(100 * BASE64_PER_MS);

export function agentChannel(client: ClientChannel, clock: Clock): Channel {
  return new AgentChannel(client, clock);
}

class AgentChannel implements Channel {
  readonly kind = 'realtime' as const;
  readonly #client: ClientChannel;
  readonly #clock: Clock;
  readonly #view = new AgentView();
  readonly #playback = new DeemedPlayback();
  #onEvent: (event: CallerEvent) => void = () => undefined;
  #held: Held | undefined;
  /** Those that run: one, and what is said beside it. */
  readonly #responses = new Set<string>();
  /** The call has asked where the voice fell silent. */
  #flushing: string | undefined;
  #stopReporting: () => void = () => undefined;
  #stopWaiting: () => void = () => undefined;
  /** Asked before there were settings to answer with. */
  #unanswered = 0;

  constructor(client: ClientChannel, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  listen(onEvent: (event: CallerEvent) => void): void {
    this.#onEvent = onEvent;
    this.#client.listen(
      (event) => this.#hear(event),
      (why) => {
        this.#release();
        onEvent({ type: 'hung-up', why });
      },
    );
  }

  tell(event: CallerHears): void {
    if (isLuna(event)) {
      if (event.type === 'luna.playback') this.#steer(event.action);
      if (event.type === 'luna.call.ended' && event.reason === 'error') this.#failed(event.text);
      return;
    }
    const isHeard = this.#playback.playing !== undefined;
    const kept = held(this.#held, event, isHeard);
    if (kept) this.#held = kept;
    else this.#pass(event);
  }

  close(): void {
    this.#release();
    this.#client.close('the call is over');
  }

  #pass(event: ServerEvent): void {
    for (const seen of this.#view.of(event)) {
      this.#follow(seen);
      this.#client.tell(seen);
    }
    for (; this.#unanswered > 0 && this.#view.session; this.#unanswered--) this.#configured();
  }

  /** What the client's loudspeaker makes of it. */
  #follow(event: ServerEvent): void {
    switch (event.type) {
      case 'response.created':
        this.#responses.add(event.response.id);
        return;
      case 'response.done':
        this.#responses.delete(event.response.id);
        return;
      case 'response.output_audio.delta': {
        const ms = event.delta.length / BASE64_PER_MS;
        const wasSilent = this.#playback.playing === undefined;
        this.#playback.receive(event.item_id, ms, this.#clock.now());
        if (wasSilent) this.#report();
        return;
      }
      case 'response.output_audio.done':
        this.#playback.complete(event.item_id);
        return;
      default:
    }
  }

  #report(): void {
    this.#stopReporting();
    this.#stopReporting = this.#clock.after(REPORT_MS, () => {
      for (const event of this.#playback.report(this.#clock.now())) this.#onEvent(event);
      if (this.#playback.playing !== undefined) this.#report();
    });
  }

  #steer(action: Extract<LunaServerEvent, { type: 'luna.playback' }>['action']): void {
    const kept = this.#held;
    if (action === 'duck') return;
    this.#held = undefined;
    if (action === 'resume') {
      // While she is still heard it was no turn; after her last word it is an answer.
      if (kept && this.#playback.playing !== undefined) this.#view.hide(kept.itemId, placeOf(kept));
      else for (const event of kept?.events ?? []) this.#pass(event);
      return;
    }
    this.#flushing = this.#playback.playing;
    for (const event of kept?.events ?? []) this.#pass(event);
    if (this.#flushing === undefined) return;
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(kept ? TRUNCATE_MS : 0, () =>
      this.#fellSilent(undefined),
    );
  }

  /** @param heardMs as the client says; otherwise as its loudspeaker must have got */
  #fellSilent(heardMs: number | undefined): void {
    this.#stopWaiting();
    const stopped = this.#playback.stop(this.#clock.now());
    const itemId = this.#flushing;
    this.#flushing = undefined;
    if (itemId === undefined) return;
    const playedMs = heardMs ?? (stopped?.itemId === itemId ? stopped.playedMs : 0);
    this.#onEvent({ type: 'flushed', itemId, playedMs });
  }

  #hear(event: ClientEvent): void {
    const read = readWord(event);
    if (read.ok) this.#act(read.word, event.event_id);
    else this.#refuse(read.error);
  }

  #act(word: ClientWord, eventId: string | undefined): void {
    switch (word.type) {
      case 'audio':
      case 'typed':
        this.#onEvent(word);
        return;
      case 'finished':
        for (let ms = 0; ms < FINISHED_MS; ms += 100)
          this.#onEvent({ type: 'audio', audio: SILENCE_100_MS, ms: 100 });
        return;
      case 'configure':
        if (this.#view.session) this.#configured();
        else this.#unanswered++;
        return;
      case 'retrieve': {
        const item = this.#view.item(word.itemId);
        if (item) this.#client.tell(stamped({ type: 'conversation.item.retrieved', item }));
        else this.#refuse(notFound(eventId, word.itemId));
        return;
      }
      case 'truncate':
        this.#truncate(word.itemId, word.heardMs, eventId);
        return;
      case 'cancel':
        this.#cancel(word.responseId, eventId);
        return;
      case 'nothing':
    }
  }

  #configured(): void {
    const { session } = this.#view;
    if (session) this.#client.tell(stamped({ type: 'session.updated', session }));
  }

  #truncate(itemId: string, heardMs: number, eventId: string | undefined): void {
    const receivedMs = this.#playback.receivedMs(itemId);
    if (this.#view.item(itemId) === undefined) return this.#refuse(notFound(eventId, itemId));
    if (receivedMs === undefined) {
      const message = 'Only model output audio messages can be truncated';
      return this.#refuse(clientError(eventId, 'unsupported_content_type', message, 'item_id'));
    }
    if (heardMs > receivedMs) {
      const message = `Audio content of ${Math.floor(receivedMs)}ms is already shorter than ${heardMs}ms`;
      return this.#refuse(clientError(eventId, null, message, 'audio_end_ms'));
    }
    // Its own loudspeaker is silent already: the call learns that she is not heard any more, and then where.
    if (this.#flushing === undefined && this.#playback.playing === itemId)
      this.#onEvent({ type: 'silenced' });
    if (this.#flushing === itemId) this.#fellSilent(heardMs);
    const done = { item_id: itemId, content_index: 0, audio_end_ms: heardMs };
    this.#client.tell(stamped({ type: 'conversation.item.truncated', ...done }));
  }

  #cancel(responseId: string | undefined, eventId: string | undefined): void {
    const running = this.#responses;
    if (responseId === undefined ? running.size > 0 : running.has(responseId)) {
      this.#onEvent({ type: 'silenced' });
      return;
    }
    const message = 'Cancellation failed: no active response found';
    this.#refuse(clientError(eventId, 'response_cancel_not_active', message));
  }

  #refuse(error: ErrorDetail): void {
    this.#client.tell(stamped({ type: 'error', error }));
  }

  #failed(message: string): void {
    const error = { type: 'server_error', code: 'call_failed', message } as const;
    this.#refuse({ ...error, param: null, event_id: null });
  }

  #release(): void {
    this.#stopReporting();
    this.#stopWaiting();
  }
}

function isLuna(event: CallerHears): event is LunaServerEvent {
  return event.type.startsWith('luna.');
}
