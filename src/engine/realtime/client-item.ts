/** An item as a client sends it becomes an item of the conversation. */
import { makeId } from '#lib/id.ts';
import type { ClientItem, Content, Item } from '#protocol/items.ts';

export interface TakenItem {
  readonly item: Item;
  /** Base64 sound whose words are not known yet. */
  readonly audio: string | undefined;
}

export function takeItem(client: ClientItem): TakenItem {
  const id = client.id ?? makeId('item');
  if (client.type === 'function_call') {
    const call_id = client.call_id ?? makeId('call', 16);
    return { item: { ...client, id, status: 'completed', call_id }, audio: undefined };
  }
  if (client.type === 'function_call_output') return { item: { ...client, id }, audio: undefined };
  let audio: string | undefined;
  const content = client.content.map((part): Content => {
    if (part.type !== 'input_audio') return part;
    if (part.transcript === undefined || part.transcript === null) audio ??= part.audio;
    return {
      type: 'input_audio',
      transcript: part.transcript ?? (part.audio === undefined ? '' : null),
    };
  });
  const { type, role } = client;
  return { item: { id, type, status: 'completed', role, content }, audio };
}
