/**
 * The Realtime dialect of 2024 ("beta"), in which Azure Voice Live and old clients still speak, from and to GA. Pure.
 *
 *   an old client ──fromOlderClient──▶ GA ──toOlderServer──▶ an old server
 *                 ◀──toOlderClient──── GA ◀─fromOlderServer──
 */
import {
  type Fields,
  isFields,
  itemFromOlder,
  itemToOlder,
  responseFromOlder,
  responseToOlder,
  sessionFromOlder,
  sessionToOlder,
  wishesFromOlder,
  wishesToOlder,
} from './older-dialect-session.ts';

const NEWER_NAME = /^response\.output_(audio|text)/;
const OLDER_NAME = /^response\.(audio|text)(?=[._](?:delta|done|transcript))/;

/** Takes an event that was parsed from JSON, of whatever shape; the border for GA events checks it afterwards. */
export function fromOlderClient(event: unknown): unknown {
  if (!isFields(event)) return event;
  switch (event['type']) {
    case 'session.update':
      return within(event, 'session', sessionFromOlder);
    case 'response.create':
      return within(event, 'response', wishesFromOlder);
    case 'conversation.item.create':
      return { ...event, item: itemFromOlder(event['item']) };
    default:
      return event;
  }
}

/** A client event in GA names, for an older server. */
export function toOlderServer(event: Fields): Fields {
  switch (event['type']) {
    case 'session.update':
      return within(event, 'session', sessionToOlder);
    case 'response.create':
      return within(event, 'response', wishesToOlder);
    case 'conversation.item.create':
      return { ...event, item: itemToOlder(event['item']) };
    default:
      return event;
  }
}

/** What an older client is told: one event, or none where its dialect has none. */
export function toOlderClient(event: Fields): readonly Fields[] {
  const type = String(event['type']);
  switch (type) {
    case 'session.created':
    case 'session.updated':
      return [within(event, 'session', sessionToOlder)];
    case 'response.created':
    case 'response.done':
      return [within(event, 'response', responseToOlder)];
    case 'conversation.item.added':
      return [{ ...event, type: 'conversation.item.created', item: itemToOlder(event['item']) }];
    case 'conversation.item.done':
      return [];
    case 'conversation.item.retrieved':
    case 'response.output_item.added':
    case 'response.output_item.done':
      return [{ ...event, item: itemToOlder(event['item']) }];
    default:
      return [{ ...event, type: type.replace(NEWER_NAME, 'response.$1') }];
  }
}

/** What an older server says, in GA names; an item that is whole is also `done`, as GA has it. */
export function fromOlderServer(event: Fields): readonly Fields[] {
  const type = String(event['type']);
  switch (type) {
    case 'session.created':
    case 'session.updated':
      return [within(event, 'session', sessionFromOlder)];
    case 'response.created':
    case 'response.done':
      return [within(event, 'response', responseFromOlder)];
    case 'conversation.item.created': {
      const item = itemFromOlder(event['item']);
      const added = { ...event, type: 'conversation.item.added', item };
      // Of what was spoken it says `done` itself.
      return isWhole(item) ? [added, { ...added, type: 'conversation.item.done' }] : [added];
    }
    case 'conversation.item.done':
    case 'conversation.item.retrieved':
    case 'response.output_item.added':
      return [{ ...event, item: itemFromOlder(event['item']) }];
    case 'response.output_item.done': {
      const item = itemFromOlder(event['item']);
      const done = { type: 'conversation.item.done', previous_item_id: null, item };
      return [done, { ...event, item }];
    }
    default:
      return [{ ...event, type: type.replace(OLDER_NAME, 'response.output_$1') }];
  }
}

function isWhole(item: unknown): boolean {
  if (!isFields(item) || item['status'] === 'in_progress') return false;
  const { content } = item;
  return !(
    Array.isArray(content) &&
    content.some((part: unknown) => isFields(part) && part['type'] === 'input_audio')
  );
}

function within(event: Fields, key: string, translate: (fields: Fields) => Fields): Fields {
  const inner = event[key];
  return isFields(inner) ? { ...event, [key]: translate(inner) } : event;
}
