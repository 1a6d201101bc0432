/** One Realtime session of the embedded engine: a thin shell that performs what its deciders say. */
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ClientItem } from '#protocol/items.ts';
import type { ErrorDetail, ServerEvent, Session } from '#protocol/server-events.ts';
import type { Ears } from '#engine/hearing.ts';
import type { Mind } from '#engine/mind.ts';
import type { Synthesizer } from '#engine/synthesizer.ts';
import { clientError, notFound, readClientEvent } from '#protocol/read-client-event.ts';
import { CallerTurns } from './caller-turns.ts';
import { takeItem } from './client-item.ts';
import { hearAside } from './hear-aside.ts';
import { Ledger } from './ledger.ts';
import { Outbox } from './outbox.ts';
import { Replies } from './replies.ts';
import { newSession, SESSION_LIMIT_S, updateSession } from './session-config.ts';
import { voiceFor } from './voices.ts';
import { decoderOf } from './wire-sound.ts';

export interface SessionParts {
  readonly ears: Ears;
  readonly synthesizer: Synthesizer;
  readonly clock: Clock;
  readonly model: string;
  readonly mind: Mind;
  readonly onEvent: (event: ServerEvent) => void;
  /** The session has ended by itself: its hour is over. */
  readonly onClose: (reason: string) => void;
}

export class RealtimeSession {
  readonly #parts: SessionParts;
  readonly #outbox: Outbox;
  readonly #ledger: Ledger;
  readonly #turns: CallerTurns;
  readonly #replies: Replies;
  readonly #over = new AbortController();
  #session: Session;
  #hasSpoken = false;
  constructor(parts: SessionParts) {
    const { clock, synthesizer, ears, mind, model } = parts;
    this.#parts = parts;
    this.#outbox = new Outbox(parts.onEvent);
    this.#ledger = new Ledger(this.#outbox);
    const voice = synthesizer.voices[0] ?? 'luna';
    this.#session = newSession(makeId('sess'), model, voice, clock.date());
    const session = () => this.#session;
    this.#turns = new CallerTurns({
      ears,
      clock,
      outbox: this.#outbox,
      ledger: this.#ledger,
      session,
      onSpeechStarted: () => {
        this.#replies.onSpeechStarted();
      },
      onTrouble: (code, message) => {
        this.#refuse({ type: 'server_error', code, message, param: null, event_id: null });
      },
      onTurn: () => {
        this.#replies.onTurn();
      },
    });
    this.#replies = new Replies({
      outbox: this.#outbox,
      ledger: this.#ledger,
      turns: this.#turns,
      synthesizer,
      clock,
      mind,
      session,
      voiceFor: (name) => voiceFor(name, synthesizer.voices),
      onSound: () => {
        this.#hasSpoken = true;
      },
      refuse: (error) => {
        this.#refuse(error);
      },
    });
    const expire = clock.after(SESSION_LIMIT_S * 1000, () => {
      this.#expire();
    });
    this.#over.signal.addEventListener('abort', expire, { once: true });
    this.#outbox.emit({ type: 'session.created', session: this.#session });
  }

  /** One client event: the text of a frame, or an object. Whatever is wrong with it is answered by `error`. */
  receive(raw: unknown): void {
    if (this.#over.signal.aborted) return;
    const parsed = readClientEvent(raw);
    if (parsed.ok) this.#act(parsed.event);
    else this.#refuse(parsed.error);
  }

  /** Nothing is said, heard or sent after this. */
  close(): void {
    if (this.#over.signal.aborted) return;
    this.#outbox.close();
    this.#over.abort();
    this.#replies.close();
    this.#turns.close();
  }

  #act(event: ClientEvent): void {
    const { event_id: id } = event;
    switch (event.type) {
      case 'session.update':
        return this.#update(event);
      case 'input_audio_buffer.append': {
        const wrong = this.#turns.append(event.audio);
        if (wrong !== undefined) this.#refuse(clientError(id, 'invalid_value', wrong, 'audio'));
        return;
      }
      case 'input_audio_buffer.commit': {
        const ms = this.#turns.commit();
        if (ms === undefined) return;
        const message = `Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has ${ms.toFixed(2)}ms of audio.`;
        return this.#refuse(clientError(id, 'input_audio_buffer_commit_empty', message));
      }
      case 'input_audio_buffer.clear':
        return this.#turns.clear();
      case 'conversation.item.create':
        return this.#addItem(event.item, event.previous_item_id, id);
      case 'conversation.item.retrieve': {
        const item = this.#ledger.retrieve(event.item_id);
        if (item === undefined) return this.#refuse(notFound(id, event.item_id));
        return this.#outbox.emit({ type: 'conversation.item.retrieved', item });
      }
      case 'conversation.item.delete':
        if (!this.#ledger.delete(event.item_id)) return this.#refuse(notFound(id, event.item_id));
        return this.#outbox.emit({ type: 'conversation.item.deleted', item_id: event.item_id });
      case 'conversation.item.truncate':
        return this.#truncate(event);
      case 'response.create':
        return this.#replies.create(event.response ?? {}, id);
      case 'response.cancel':
        return this.#replies.cancel(event.response_id, id);
      case 'output_audio_buffer.clear': {
        const message =
          'output_audio_buffer.clear is for WebRTC and SIP: truncate the item instead.';
        return this.#refuse(clientError(id, 'invalid_event', message, 'type'));
      }
    }
  }

  #update(event: Extract<ClientEvent, { type: 'session.update' }>): void {
    const before = this.#session;
    const hasSpoken = this.#hasSpoken;
    const updated = updateSession(before, event.session, { hasSpoken, eventId: event.event_id });
    if (!updated.ok) return this.#refuse(updated.error);
    this.#session = updated.session;
    this.#turns.configure(before, event.session.audio?.input?.turn_detection);
    this.#outbox.emit({ type: 'session.updated', session: this.#session });
  }

  #addItem(
    client: ClientItem,
    after: string | null | undefined,
    eventId: string | undefined,
  ): void {
    const { item, audio } = takeItem(client);
    const decoded =
      audio === undefined ? undefined : decoderOf(this.#session.audio.input.format)(audio);
    if (decoded?.ok === false)
      return this.#refuse(clientError(eventId, 'invalid_value', decoded.message, 'item.content'));
    const added = this.#ledger.add(item, after);
    if (added === 'no_such_item')
      return this.#refuse(notFound(eventId, after ?? '', 'previous_item_id'));
    if (added === 'id_taken') {
      const message = `An item with the id ${item.id} is in the conversation already.`;
      return this.#refuse(clientError(eventId, 'invalid_value', message, 'item.id'));
    }
    if (decoded !== undefined) this.#recognise(item.id, decoded.samples);
    this.#replies.onHistory();
  }

  #recognise(itemId: string, samples: Int16Array): void {
    const { ears, clock } = this.#parts;
    this.#ledger.keepAudio(itemId, samples);
    const words = hearAside(ears, samples, clock, this.#over.signal);
    this.#turns.awaitWords(itemId, words);
  }

  #truncate(event: Extract<ClientEvent, { type: 'conversation.item.truncate' }>): void {
    const { item_id, content_index, audio_end_ms } = event;
    if (content_index !== 0) {
      const message = 'An item of audio has one part: content_index must be 0.';
      const error = clientError(event.event_id, 'invalid_value', message, 'content_index');
      return this.#refuse(error);
    }
    this.#replies.writeDown(item_id);
    const done = this.#ledger.truncate(item_id, audio_end_ms);
    if (!done.ok) return this.#refuse(clientError(event.event_id, done.code, done.message));
    const type = 'conversation.item.truncated';
    this.#outbox.emit({ type, item_id, content_index, audio_end_ms });
  }

  #expire(): void {
    const message = 'Your session hit the maximum duration of 60 minutes.';
    this.#refuse(clientError(null, 'session_expired', message));
    this.close();
    this.#parts.onClose('session_expired');
  }

  #refuse(error: ErrorDetail): void {
    this.#outbox.emit({ type: 'error', error });
  }
}
