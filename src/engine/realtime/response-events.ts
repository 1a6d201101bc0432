/** The events of one response, in the order in which clients rely on them. Pure: facts in, events out. */
import type { FunctionCallItem, ItemStatus, MessageItem } from '#protocol/items.ts';
import type { Part, Response, ServerEventBody, Session, Usage } from '#protocol/server-events.ts';
import type { ResponseCreate } from '#protocol/client-events.ts';

/** Where in a response an output item stands, and whether the conversation shows it. */
export interface Place {
  readonly responseId: string;
  readonly index: number;
  /** Out-of-band responses leave no trace in the conversation. */
  readonly shown: boolean;
  readonly previous: string | null;
}

/** Audio carries its transcript; text stands alone. */
export type Modality = 'audio' | 'text';

export function newResponse(
  ids: { response: string; conversation: string },
  session: Session,
  asked: ResponseCreate,
): Response {
  const { format, voice } = asked.audio?.output ?? {};
  return {
    object: 'realtime.response',
    id: ids.response,
    status: 'in_progress',
    status_details: null,
    output: [],
    conversation_id: asked.conversation === 'none' ? null : ids.conversation,
    output_modalities: asked.output_modalities ?? session.output_modalities,
    max_output_tokens: asked.max_output_tokens ?? session.max_output_tokens,
    audio: {
      output: {
        format: format ?? session.audio.output.format,
        voice: (typeof voice === 'object' ? voice.id : voice) ?? session.audio.output.voice,
      },
    },
    usage: null,
    metadata: asked.metadata ?? null,
  };
}

/** How a response ended. */
export type Ending =
  | { readonly status: 'completed' }
  | { readonly status: 'cancelled'; readonly reason: 'turn_detected' | 'client_cancelled' }
  | { readonly status: 'incomplete'; readonly reason: 'max_output_tokens' }
  | { readonly status: 'failed'; readonly message: string };

export function endedResponse(response: Response, ending: Ending, usage: Usage): Response {
  return { ...response, status: ending.status, status_details: detailsOf(ending), usage };
}

function detailsOf(ending: Ending): Response['status_details'] {
  if (ending.status === 'completed') return null;
  if (ending.status !== 'failed') return { type: ending.status, reason: ending.reason };
  const error = { type: 'server_error', code: 'engine_failed', message: ending.message };
  return { type: 'failed', error };
}

export function messageOf(
  id: string,
  modality: Modality,
  text: string,
  status: ItemStatus,
): MessageItem {
  const content: MessageItem['content'] =
    modality === 'audio'
      ? [{ type: 'output_audio', transcript: text }]
      : [{ type: 'output_text', text }];
  return { id, type: 'message', status, role: 'assistant', content };
}

export function messageStarted(place: Place, id: string, modality: Modality): ServerEventBody[] {
  const item: MessageItem = {
    id,
    type: 'message',
    status: 'in_progress',
    role: 'assistant',
    content: [],
  };
  return [
    ...itemStarted(place, item),
    { type: 'response.content_part.added', ...partOf(place, id), part: part(modality, '') },
  ];
}

export function words(
  place: Place,
  id: string,
  modality: Modality,
  delta: string,
): ServerEventBody {
  const type =
    modality === 'audio' ? 'response.output_audio_transcript.delta' : 'response.output_text.delta';
  return { type, ...partOf(place, id), delta };
}

export function sound(place: Place, id: string, base64: string): ServerEventBody {
  return { type: 'response.output_audio.delta', ...partOf(place, id), delta: base64 };
}

/** Also after a cancel: every part that was opened is closed, with what had been said by then. */
export function messageEnded(
  place: Place,
  modality: Modality,
  item: MessageItem,
): ServerEventBody[] {
  const text = textOf(item);
  const at = partOf(place, item.id);
  const closing: ServerEventBody[] =
    modality === 'audio'
      ? [
          { type: 'response.output_audio.done', ...at },
          { type: 'response.output_audio_transcript.done', ...at, transcript: text },
        ]
      : [{ type: 'response.output_text.done', ...at, text }];
  return [
    ...closing,
    { type: 'response.content_part.done', ...at, part: part(modality, text) },
    ...itemEnded(place, item),
  ];
}

/** A function call is decided in one go; its arguments are one delta. */
export function functionCalled(place: Place, item: FunctionCallItem): ServerEventBody[] {
  const { id, call_id, name, arguments: args } = item;
  const at = { ...itemOf(place, id), call_id };
  return [
    ...itemStarted(place, { ...item, status: 'in_progress', arguments: '' }),
    { type: 'response.function_call_arguments.delta', ...at, delta: args },
    { type: 'response.function_call_arguments.done', ...at, name, arguments: args },
    ...itemEnded(place, item),
  ];
}

function textOf(item: MessageItem): string {
  const [content] = item.content;
  if (content?.type === 'output_audio') return content.transcript;
  return content?.type === 'output_text' ? content.text : '';
}

function itemStarted(place: Place, item: MessageItem | FunctionCallItem): ServerEventBody[] {
  const { responseId, index, shown, previous } = place;
  const added: ServerEventBody[] = [
    { type: 'response.output_item.added', response_id: responseId, output_index: index, item },
  ];
  if (shown) added.push({ type: 'conversation.item.added', previous_item_id: previous, item });
  return added;
}

function itemEnded(place: Place, item: MessageItem | FunctionCallItem): ServerEventBody[] {
  const { responseId, index, shown, previous } = place;
  const done: ServerEventBody = {
    type: 'response.output_item.done',
    response_id: responseId,
    output_index: index,
    item,
  };
  if (!shown) return [done];
  return [{ type: 'conversation.item.done', previous_item_id: previous, item }, done];
}

function itemOf(place: Place, id: string) {
  return { response_id: place.responseId, item_id: id, output_index: place.index };
}

function partOf(place: Place, id: string) {
  return { ...itemOf(place, id), content_index: 0 };
}

function part(modality: Modality, text: string): Part {
  return modality === 'audio' ? { type: 'audio', transcript: text } : { type: 'text', text };
}
