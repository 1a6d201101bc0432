/** Our words against those of the public client library: a type that strays does not compile. */
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ClientEvent } from './client-events.ts';
import type { ServerEvent } from './server-events.ts';

/** The wire says null where the library's types say that a field may be absent. */
type WithoutNulls<T> = T extends readonly unknown[]
  ? { [K in keyof T]: WithoutNulls<T[K]> }
  : T extends object
    ? { [K in keyof T as null extends T[K] ? never : K]: WithoutNulls<T[K]> } & {
        [K in keyof T as null extends T[K] ? K : never]?: WithoutNulls<Exclude<T[K], null>>;
      }
    : T;

/** Items, sessions and rate limits are typed more loosely by us or by them; `recorded.test.ts` compares their keys. */
type Loose = 'item' | 'session' | 'response' | 'rate_limits';
type Strays<Type extends ServerEvent['type']> = Type extends unknown
  ? WithoutNulls<Omit<Extract<ServerEvent, { type: Type }>, Loose>> extends Omit<
      Extract<RealtimeServerEvent, { type: Type }>,
      Loose
    >
    ? never
    : Type
  : never;
type Nobody = readonly [Strays<ServerEvent['type']>, StraysIn<PlainClientEvent['type']>];

/** Client events whose fields are the library's own, without the parts we do not speak (MCP, prompts). */
type PlainClientEvent = Exclude<
  RealtimeClientEvent,
  { type: 'session.update' | 'response.create' | 'conversation.item.create' }
>;
type StraysIn<Type extends PlainClientEvent['type']> = Type extends unknown
  ? Extract<PlainClientEvent, { type: Type }> extends Extract<
      z.input<typeof ClientEvent>,
      { type: Type }
    >
    ? never
    : Type
  : never;

test('every event is one that the public client library knows, field by field', () => {
  // One that strays would have to be named here.
  const strays: Nobody extends readonly [never, never] ? 'nobody' : Nobody = 'nobody';
  expect(strays).toBe('nobody');
});

test('every client event of the library is understood', () => {
  const understood: Record<RealtimeClientEvent['type'], true> = Object.fromEntries(
    ClientEvent.options.map((option) => [option.shape.type.value, true]),
  ) as Record<ClientEvent['type'], true>;
  expect(Object.keys(understood)).toHaveLength(11);
});
