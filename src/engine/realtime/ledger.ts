/** The conversation with everything that hangs on it: sound, lengths of answers, and the events that show it. */
import { encodePcm16 } from '#audio/pcm16.ts';
import type { Content, Item, MessageItem } from '#protocol/items.ts';
import { find, insert, previousOf, remove, replace, type Conversation } from './conversation.ts';
import { KeptAudio } from './kept-audio.ts';
import type { Outbox } from './outbox.ts';
import { heardOf, lengthMs, type SpokenLength } from './truncation.ts';

/** What the dialogue has not been told yet. */
export type News =
  | { readonly type: 'item'; readonly item: Item }
  /** The words of a caller's item, once they were recognised. */
  | {
      readonly type: 'heard';
      readonly id: string;
      readonly text: string;
      readonly unclear: boolean;
      /** Understood, but not every number in it is sure. */
      readonly doubtful?: boolean;
    }
  /** Her last answer was heard only so far. */
  | { readonly type: 'cut'; readonly heard: string };

export type Truncated =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string | null; readonly message: string };

export class Ledger {
  items: Conversation = [];
  /** Milliseconds of sound in the conversation, for the usage figures. */
  heardMs = 0;
  spokenMs = 0;
  readonly #outbox: Outbox;
  readonly #audio = new KeptAudio();
  readonly #spoken = new Map<string, readonly SpokenLength[]>();
  readonly #seconds = new Map<string, number>();
  #news: News[] = [];

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** A finished item, from the client or the caller: added and done. */
  add(item: Item, after: string | null | undefined): 'added' | 'no_such_item' | 'id_taken' {
    const inserted = insert(this.items, item, after);
    if (!inserted.ok) return inserted.why;
    this.items = inserted.items;
    if (!isOwn(item)) this.#news.push({ type: 'item', item });
    const previous_item_id = inserted.previous;
    this.#outbox.emit(
      { type: 'conversation.item.added', previous_item_id, item },
      { type: 'conversation.item.done', previous_item_id, item },
    );
    return 'added';
  }

  /** An item of a response: its own events tell of it. Returns the id before it. */
  open(item: Item): string | null {
    const previous = this.items.at(-1)?.id ?? null;
    this.items = [...this.items, item];
    return previous;
  }

  settle(item: Item): void {
    this.items = replace(this.items, item);
  }

  /** The caller's words have been recognised: the item says them from now on. */
  transcribe(
    id: string,
    transcript: string,
    heard: 'clear' | 'doubtful' | 'unclear' | 'silence',
  ): void {
    const item = find(this.items, id);
    if (item?.type !== 'message') return;
    const said: MessageItem = {
      ...item,
      content: item.content.map((part) =>
        part.type === 'input_audio' ? { ...part, transcript } : part,
      ),
    };
    this.settle(said);
    if (heard === 'silence') return;
    const news = { type: 'heard', id, text: transcript, unclear: heard === 'unclear' } as const;
    this.#news.push(heard === 'doubtful' ? { ...news, doubtful: true } : news);
  }

  /** Sound of the caller's. */
  keepAudio(id: string, samples: Int16Array): void {
    this.#seconds.set(id, samples.length / 24_000);
    this.heardMs += samples.length / 24;
    this.#audio.keep(id, samples);
  }

  /** How long the caller's sound of this item is, for the transcript's usage. */
  secondsOf(id: string): number {
    return Math.round(this.#seconds.get(id) ?? 0);
  }

  /** How long each clause of an answer took, as far as its sound has been sent. */
  keepSpoken(id: string, clauses: readonly SpokenLength[], samples: Int16Array): void {
    this.spokenMs += lengthMs(clauses) - lengthMs(this.#spoken.get(id) ?? []);
    this.#spoken.set(id, clauses);
    this.#audio.keep(id, samples);
  }

  delete(id: string): boolean {
    if (find(this.items, id) === undefined) return false;
    this.items = remove(this.items, id);
    this.#news = this.#news.filter((news) => news.type === 'cut' || idOf(news) !== id);
    this.#audio.drop(id);
    this.#spoken.delete(id);
    this.#seconds.delete(id);
    return true;
  }

  /** With its sound, where that is still kept. */
  retrieve(id: string): Item | undefined {
    const item = find(this.items, id);
    const samples = this.#audio.of(id);
    if (item?.type !== 'message' || samples === undefined) return item;
    const audio = encodePcm16(samples);
    return { ...item, content: item.content.map((part) => withAudio(part, audio)) };
  }

  /** Keeps what was heard of an answer, to the sample and to the word. */
  truncate(id: string, heardMs: number): Truncated {
    const item = find(this.items, id);
    const clauses = this.#spoken.get(id);
    if (item === undefined)
      return { ok: false, code: 'item_not_found', message: `Item with item_id not found: ${id}` };
    if (item.type !== 'message' || clauses === undefined) {
      const message = 'Only model output audio messages can be truncated.';
      return { ok: false, code: 'unsupported_content_type', message };
    }
    const length = lengthMs(clauses);
    if (heardMs > length) {
      const message = `Audio content of ${length}ms is already shorter than ${heardMs}ms`;
      return { ok: false, code: null, message };
    }
    const heard = heardOf(clauses, heardMs);
    const latest = this.items.findLast((one) => one.type === 'message' && one.role === 'assistant');
    if (latest?.id === id) this.cut(textOf(heard));
    this.spokenMs += heardMs - length;
    this.#spoken.set(id, heard);
    const samples = this.#audio.of(id)?.slice(0, heardMs * 24);
    if (samples) this.#audio.keep(id, samples);
    this.settle(withWords(item, textOf(heard)));
    return { ok: true };
  }

  /** Tells the dialogue that its answer was not heard to the end. */
  cut(heard: string): void {
    this.#news.push({ type: 'cut', heard });
  }

  previousOf(id: string): string | null {
    return previousOf(this.items, id);
  }

  /** What has happened since the last response was decided. */
  takeNews(): News[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }
}

function textOf(clauses: readonly SpokenLength[]): string {
  return clauses.map(({ text }) => text).join('');
}

function idOf(news: Exclude<News, { type: 'cut' }>): string {
  return news.type === 'item' ? news.item.id : news.id;
}

/** A caller's item that is still being recognised: the dialogue is told when its words are there. */
function isOwn(item: Item): boolean {
  return (
    item.type === 'message' &&
    item.content.some((part) => part.type === 'input_audio' && part.transcript === null)
  );
}

function withWords(item: MessageItem, transcript: string): MessageItem {
  const content = item.content.map((part): Content =>
    'transcript' in part ? { ...part, transcript } : part,
  );
  return { ...item, content };
}

function withAudio(part: Content, audio: string): Content {
  return 'transcript' in part ? { ...part, audio } : part;
}
