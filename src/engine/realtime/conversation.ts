/** The conversation as a list of items, and where a new one goes. Pure. */
import type { Item } from '#protocol/items.ts';

export type Conversation = readonly Item[];

export type Inserted =
  | { readonly ok: true; readonly items: Conversation; readonly previous: string | null }
  | { readonly ok: false; readonly why: 'no_such_item' | 'id_taken' };

/** `after`: an item's id, `root` for the very beginning, nothing for the end. */
export function insert(
  items: Conversation,
  item: Item,
  after: string | null | undefined,
): Inserted {
  if (items.some(({ id }) => id === item.id)) return { ok: false, why: 'id_taken' };
  const place = placeAfter(items, after);
  if (place === undefined) return { ok: false, why: 'no_such_item' };
  return {
    ok: true,
    items: items.toSpliced(place, 0, item),
    previous: items[place - 1]?.id ?? null,
  };
}

export function find(items: Conversation, id: string): Item | undefined {
  return items.find((item) => item.id === id);
}

export function remove(items: Conversation, id: string): Conversation {
  return items.filter((item) => item.id !== id);
}

/** Puts the item in the place of the one with its id. */
export function replace(items: Conversation, item: Item): Conversation {
  return items.map((old) => (old.id === item.id ? item : old));
}

export function previousOf(items: Conversation, id: string): string | null {
  return items[items.findIndex((item) => item.id === id) - 1]?.id ?? null;
}

function placeAfter(items: Conversation, after: string | null | undefined): number | undefined {
  if (after === undefined || after === null) return items.length;
  if (after === 'root') return 0;
  const index = items.findIndex(({ id }) => id === after);
  return index === -1 ? undefined : index + 1;
}
