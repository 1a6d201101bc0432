/** What a client may see of one of Luna's agents: whole Realtime events without instructions, tools or hidden items. */
import { blankSession } from '#protocol/blank-session.ts';
import { makeId } from '#lib/id.ts';
import type { Item, MessageItem } from '#protocol/items.ts';
import type { Response, ServerEvent, ServerEventBody, Session } from '#protocol/server-events.ts';

/** As the client sees turns: she finds them, answers them, and lets herself be interrupted. */
const TURNS = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 500,
  idle_timeout_ms: null,
  create_response: true,
  interrupt_response: true,
} as const;

/** One for each call. Every event is built anew from what may be seen: what is not named here stays inside. */
export class AgentView {
  /** Each hidden item's nearest visible one before it. */
  readonly #hidden = new Map<string, string | null>();
  readonly #items = new Map<string, MessageItem>();
  /** The outputs of the running responses that are seen: their numbers must have no gaps. */
  readonly #outputs = new Map<string, number[]>();
  /** Responses that are not in the conversation. */
  readonly #outside = new Set<string>();
  /** Audio of an item that is being said. */
  readonly #speaking = new Set<string>();
  #session: Session | undefined;

  /** As it is shown; undefined before there is one. */
  get session(): Session | undefined {
    return this.#session;
  }

  item(id: string): MessageItem | undefined {
    return this.#items.get(id);
  }

  /** Whatever is told of this item of the caller's from now on stays inside. */
  hide(itemId: string, previous: string | null): void {
    this.#hidden.set(itemId, this.#visible(previous));
  }

  of(event: ServerEvent): readonly ServerEvent[] {
    switch (event.type) {
      case 'session.updated':
        return this.#configured(event);
      case 'conversation.item.added':
      case 'conversation.item.done':
        return this.#item(event);
      case 'conversation.item.deleted':
        return this.#items.delete(event.item_id) ? [event] : [];
      case 'conversation.item.input_audio_transcription.completed':
        this.#transcribed(event.item_id, event.transcript);
        return this.#ofCaller(event);
      case 'conversation.item.input_audio_transcription.delta':
      case 'conversation.item.input_audio_transcription.failed':
      case 'input_audio_buffer.speech_started':
      case 'input_audio_buffer.speech_stopped':
        return this.#ofCaller(event);
      case 'input_audio_buffer.committed':
        return this.#ofCaller({
          ...event,
          previous_item_id: this.#visible(event.previous_item_id),
        });
      case 'response.created':
        this.#outputs.set(event.response.id, []);
        if (event.response.conversation_id === null) this.#outside.add(event.response.id);
        return [{ ...event, response: shownResponse(event.response) }];
      case 'response.done':
        this.#outputs.delete(event.response.id);
        return [{ ...event, response: shownResponse(event.response) }];
      case 'response.output_item.added':
      case 'response.output_item.done':
        return this.#output(event);
      case 'response.content_part.added':
      case 'response.output_audio.delta':
      case 'response.output_audio_transcript.delta':
      case 'response.output_text.delta':
      case 'response.output_text.done':
        if (event.type === 'response.output_audio.delta') this.#speaking.add(event.item_id);
        return [this.#numbered(event)];
      case 'response.output_audio.done':
        return this.#closed(event);
      case 'response.output_audio_transcript.done':
        return [this.#numbered(event)];
      case 'response.content_part.done':
        return this.#partDone(event);
      case 'rate_limits.updated':
        return [event];
      default:
        // Tools, errors of the provider's, answers to what the call itself has asked.
        return [];
    }
  }

  /** The first settings that hold are those the client finds; later ones come from a change of provider. */
  #configured(event: Extract<ServerEvent, { type: 'session.updated' }>): ServerEvent[] {
    const isFirst = this.#session === undefined;
    const { id } = this.#session ?? event.session;
    this.#session = { ...shownSession(event.session), id };
    return isFirst ? [{ ...event, type: 'session.created', session: this.#session }] : [];
  }

  #item(
    event: Extract<ServerEvent, { type: 'conversation.item.added' | 'conversation.item.done' }>,
  ): ServerEvent[] {
    const { item } = event;
    const previous_item_id = this.#visible(event.previous_item_id);
    const shown = this.#hidden.has(item.id) ? undefined : shownItem(item);
    if (shown === undefined) {
      if (event.type === 'conversation.item.added') this.#hidden.set(item.id, previous_item_id);
      return [];
    }
    this.#items.set(item.id, shown);
    return [{ ...event, previous_item_id, item: shown }];
  }

  #ofCaller(event: ServerEvent & { item_id: string }): ServerEvent[] {
    return this.#hidden.has(event.item_id) ? [] : [event];
  }

  #output(
    event: Extract<
      ServerEvent,
      { type: 'response.output_item.added' | 'response.output_item.done' }
    >,
  ): ServerEvent[] {
    const item = shownItem(event.item);
    if (item === undefined) return [];
    if (event.type === 'response.output_item.added')
      this.#outputs.get(event.response_id)?.push(event.output_index);
    // What is said beside the conversation is announced by nothing else, and may be cut off and asked for, too.
    if (this.#outside.has(event.response_id)) this.#items.set(item.id, item);
    return [this.#numbered({ ...event, item })];
  }

  #numbered<Event extends { response_id: string; output_index: number }>(event: Event): Event {
    const place = this.#outputs.get(event.response_id)?.indexOf(event.output_index) ?? -1;
    return { ...event, output_index: Math.max(0, place) };
  }

  #closed(event: Extract<ServerEvent, { type: 'response.output_audio.done' }>): ServerEvent[] {
    this.#speaking.delete(event.item_id);
    return [this.#numbered(event)];
  }

  /** Of a sentence that was cut off the call tells no end; to a client every part that was opened is closed. */
  #partDone(event: Extract<ServerEvent, { type: 'response.content_part.done' }>): ServerEvent[] {
    const done = this.#numbered(event);
    const { part, response_id, item_id, output_index, content_index } = done;
    if (part.type !== 'audio' || !this.#speaking.delete(item_id)) return [done];
    const where = { response_id, item_id, output_index, content_index };
    const { transcript } = part;
    return [
      stamped({ type: 'response.output_audio.done', ...where }),
      stamped({ type: 'response.output_audio_transcript.done', ...where, transcript }),
      done,
    ];
  }

  #transcribed(itemId: string, transcript: string): void {
    const item = this.#items.get(itemId);
    if (item) this.#items.set(itemId, { ...item, content: [{ type: 'input_audio', transcript }] });
  }

  #visible(itemId: string | null): string | null {
    return itemId === null
      ? null
      : (this.#hidden.get(itemId) ?? (this.#hidden.has(itemId) ? null : itemId));
  }
}

export function stamped(event: ServerEventBody): ServerEvent {
  return { ...event, event_id: makeId('event') };
}

function shownSession({ id, model, expires_at, audio }: Session): Session {
  const { format, transcription, noise_reduction } = audio.input;
  return {
    ...blankSession(),
    id,
    model,
    output_modalities: ['audio'],
    expires_at,
    audio: {
      // What the transcriber was told beside its model and language may say what the call is about.
      input: {
        format,
        transcription: transcription && {
          model: transcription['model'] ?? null,
          language: transcription['language'] ?? null,
          prompt: null,
        },
        noise_reduction,
        turn_detection: TURNS,
      },
      output: audio.output,
    },
    include: null,
  };
}

function shownItem(item: Item): MessageItem | undefined {
  if (item.type !== 'message' || item.role === 'system') return undefined;
  const { id, type, status, role, content } = item;
  return { id, type, status, role, content };
}

function shownResponse(response: Response): Response {
  const { object, id, status, status_details, conversation_id, usage } = response;
  const { output_modalities, max_output_tokens, audio } = response;
  const why = status_details && {
    type: status_details.type,
    ...(status_details.reason && { reason: status_details.reason }),
    // A provider's own words may quote what it was given.
    ...(status_details.error && {
      error: { type: 'server_error', code: 'failed', message: 'The answer failed.' },
    }),
  };
  const output = response.output.flatMap((item) => shownItem(item) ?? []);
  return {
    object,
    id,
    status,
    status_details: why,
    output,
    conversation_id,
    output_modalities,
    max_output_tokens,
    audio,
    usage,
    metadata: null,
  };
}
