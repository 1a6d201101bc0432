/** What the page may see of a provider's events: no instructions, no tools, no hidden items. */
import type { Item } from '#protocol/items.ts';
import type { Response, ServerEvent, Session } from '#protocol/server-events.ts';

/** One for each call: it remembers which items are hidden, so that the order of the others stays whole. */
export class PageView {
  /** Each hidden item's nearest visible one before it. */
  readonly #hidden = new Map<string, string | null>();

  /** Undefined where the event is none of the page's business. */
  of(event: ServerEvent): ServerEvent | undefined {
    switch (event.type) {
      case 'session.created':
      case 'session.updated':
        return { ...event, session: scrubbed(event.session) };
      case 'conversation.item.added': {
        const previous_item_id = this.#visible(event.previous_item_id);
        if (isShown(event.item)) return { ...event, previous_item_id };
        this.#hidden.set(event.item.id, previous_item_id);
        return undefined;
      }
      case 'response.created':
      case 'response.done':
        return { ...event, response: withoutTools(event.response) };
      case 'input_audio_buffer.speech_started':
      case 'input_audio_buffer.speech_stopped':
      case 'conversation.item.input_audio_transcription.delta':
      case 'conversation.item.input_audio_transcription.completed':
      case 'response.output_audio.delta':
      case 'response.output_audio.done':
      case 'response.output_audio_transcript.delta':
      case 'response.output_audio_transcript.done':
      case 'error':
        return event;
      default:
        return undefined;
    }
  }

  #visible(itemId: string | null): string | null {
    return itemId === null ? null : (this.#hidden.get(itemId) ?? itemId);
  }
}

function scrubbed(session: Session): Session {
  return {
    ...session,
    instructions: '',
    tools: [],
    tool_choice: 'auto',
    prompt: null,
    tracing: null,
  };
}

function isShown(item: Item): boolean {
  return item.type === 'message' && item.role !== 'system';
}

function withoutTools(response: Response): Response {
  return { ...response, output: response.output.filter(isShown), metadata: null };
}
