/** What the tests ask of every public client library: the same four turns, however each of them spells it. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Weather {
  readonly name: 'get_weather';
  readonly description: string;
  /** What the client answers; it is told to `asked` first. */
  answer: string;
  readonly asked: unknown[];
}

export interface StockClient extends Disposable {
  /** All that came from the server, in the names of today's protocol. */
  readonly heard: readonly HeardByClient[];
  /** Types something and wants an answer. */
  ask(text: string): void;
  /** 24 kHz, in pieces of 100 ms. */
  speak(samples: Int16Array): void;
  /** By the client's own means; undefined where it has none but the caller's voice. */
  readonly interrupt: (() => void) | undefined;
}

export interface HeardByClient {
  readonly type: string;
  readonly transcript?: unknown;
  readonly error?: unknown;
  readonly response?: { readonly status?: unknown };
}

export const PIECE_SAMPLES = 2_400;
const LIMIT_MS = 60_000;

export function weather(answer: string): Weather {
  return { name: 'get_weather', description: 'Look up the weather.', answer, asked: [] };
}

/** As JSON schema, for clients that do not make one themselves. */
export const CITY = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
} as const;

/** An event of the older dialect under its present name. */
export function renamed(type: string): string {
  return type.replace(/^response\.(audio|text)(?=[._])/, 'response.output_$1');
}

/** @throws when no such event comes; says what did. */
export async function untilHeard(
  client: StockClient,
  type: string,
  fits: (event: HeardByClient) => boolean = () => true,
): Promise<HeardByClient> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const found = client.heard.find((event) => event.type === type && fits(event));
    if (found) return found;
    if (Date.now() > deadline) {
      const types = client.heard
        .map((event) => event.type)
        .filter((one, i, all) => one !== all[i - 1]);
      throw new Error(`no ${type}, but:\n${types.join('\n')}`);
    }
    await wait(20);
  }
}
