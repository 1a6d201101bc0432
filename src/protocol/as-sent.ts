/**
 * The text in which an event arrived, for whoever sends it on unchanged: sound is most of what is relayed, and need
 * not be written anew. Belongs to that very object: a copy with other fields has no text.
 */
const TEXTS = new WeakMap<object, string>();

export function keepText<Event extends object>(event: Event, text: string): Event {
  TEXTS.set(event, text);
  return event;
}

export function textOf(event: object): string {
  return TEXTS.get(event) ?? JSON.stringify(event);
}
