/** What the page may see of a provider's events: named field by field, so that whatever is new at a provider stays out. */
import { blankSession } from '#protocol/blank-session.ts';
import type { Content, Item, MessageItem } from '#protocol/items.ts';
import type { Response, ServerEvent, Session } from '#protocol/server-events.ts';

/** Errors of our own words; a provider's may quote instructions, arguments or keys. */
const OURS = new Set<string | null>(['busy', 'closing']);

/** What a page hears and says. */
const FORMAT = { type: 'audio/pcm', rate: 24_000 } as const;

/** One for each call: it remembers which items are hidden, so that the order of the others stays whole. */
export class PageView {
  /** Each hidden item's nearest visible one before it. */
  readonly #hidden = new Map<string, string | null>();
  readonly #shown = new Set<string>();
  #latest: string | null = null;
  /** Responses outside of the conversation, and after which item each of their sentences was said. */
  readonly #aside = new Set<string>();
  readonly #said = new Map<string, string>();
  readonly #reads: boolean;

  /** @param reads whether the page is answered in writing, too: whoever is only spoken to sees no other text */
  constructor({ reads }: { reads: boolean } = { reads: false }) {
    this.#reads = reads;
  }

  /** Undefined where the event is none of the page's business. */
  of(event: ServerEvent): ServerEvent | undefined {
    const { event_id } = event;
    switch (event.type) {
      case 'session.created':
      case 'session.updated':
        return { type: event.type, event_id, session: scrubbed(event.session) };
      case 'conversation.item.added': {
        const place = this.#visible(event.previous_item_id);
        // What was said beside the conversation stays above what came after it.
        const previous_item_id = (place !== null && this.#said.get(place)) || place;
        const item = shown(event.item);
        if (item) {
          this.#shown.add(item.id);
          this.#latest = item.id;
          return { type: event.type, event_id, previous_item_id, item };
        }
        this.#hidden.set(event.item.id, previous_item_id);
        return undefined;
      }
      case 'response.created':
      case 'response.done':
        if (event.response.conversation_id === null) this.#aside.add(event.response.id);
        return { type: event.type, event_id, response: withoutTools(event.response) };
      case 'input_audio_buffer.speech_started': {
        const { type, audio_start_ms, item_id } = event;
        return { type, event_id, audio_start_ms, item_id };
      }
      case 'input_audio_buffer.speech_stopped': {
        const { type, audio_end_ms, item_id } = event;
        return { type, event_id, audio_end_ms, item_id };
      }
      case 'conversation.item.input_audio_transcription.delta': {
        const { type, item_id, content_index, delta } = event;
        return { type, event_id, item_id, content_index, delta };
      }
      case 'conversation.item.input_audio_transcription.completed': {
        const { type, item_id, content_index, transcript } = event;
        // What it cost is the operator's business.
        const usage = { type: 'duration', seconds: 0 } as const;
        return { type, event_id, item_id, content_index, transcript, usage };
      }
      case 'response.output_audio.delta':
      case 'response.output_audio_transcript.delta':
        return { type: event.type, event_id, ...placeOf(event), delta: event.delta };
      case 'response.output_audio.done':
        if (this.#aside.has(event.response_id) && this.#latest !== null)
          this.#said.set(this.#latest, event.item_id);
        return { type: event.type, event_id, ...placeOf(event) };
      case 'response.output_audio_transcript.done':
        return { type: event.type, event_id, ...placeOf(event), transcript: event.transcript };
      case 'response.output_text.delta':
        if (!this.#reads) return undefined;
        return { type: event.type, event_id, ...placeOf(event), delta: event.delta };
      case 'response.output_text.done':
        if (!this.#reads) return undefined;
        return { type: event.type, event_id, ...placeOf(event), text: event.text };
      case 'error': {
        const { type, code, message } = event.error;
        const said = OURS.has(code)
          ? { code, message }
          : { code: 'provider_error', message: 'Something went wrong.' };
        const error = { type, ...said, param: null, event_id: null };
        return { type: 'error', event_id, error };
      }
      default:
        return undefined;
    }
  }

  #visible(itemId: string | null): string | null {
    if (itemId === null || this.#shown.has(itemId)) return itemId;
    const before = this.#hidden.get(itemId);
    // An item that this page was never told of stays unnamed.
    return before === undefined ? this.#latest : before;
  }
}

interface Place {
  readonly response_id: string;
  readonly item_id: string;
  readonly output_index: number;
  readonly content_index: number;
}

function placeOf({ response_id, item_id, output_index, content_index }: Place): Place {
  return { response_id, item_id, output_index, content_index };
}

function scrubbed({ id, model, output_modalities, expires_at, audio }: Session): Session {
  const { voice, speed } = audio.output;
  return {
    ...blankSession(),
    id,
    model,
    output_modalities,
    expires_at,
    audio: {
      input: {
        format: FORMAT,
        transcription: null,
        noise_reduction: null,
        turn_detection: null,
      },
      output: { format: FORMAT, voice, speed },
    },
    include: null,
  };
}

/** Undefined where it is hidden: a tool's call or result, or a hint for the model. */
function shown(item: Item): MessageItem | undefined {
  if (item.type !== 'message' || item.role === 'system') return undefined;
  const { id, type, status, role } = item;
  return { id, type, status, role, content: item.content.flatMap(readable) };
}

function readable(part: Content): Content[] {
  switch (part.type) {
    case 'input_text':
    case 'output_text':
      return [{ type: part.type, text: part.text }];
    case 'output_audio':
      return [{ type: part.type, transcript: part.transcript }];
    case 'input_audio':
      return [{ type: part.type, transcript: part.transcript }];
    default:
      return [];
  }
}

function withoutTools(response: Response): Response {
  const { object, id, status, status_details: why, conversation_id, output_modalities } = response;
  return {
    object,
    id,
    status,
    status_details: why && { type: why.type, ...(why.reason ? { reason: why.reason } : {}) },
    output: response.output.flatMap((item) => shown(item) ?? []),
    conversation_id,
    output_modalities,
    max_output_tokens: 'inf',
    audio: { output: { format: FORMAT, voice: '' } },
    usage: null,
    metadata: null,
  };
}
