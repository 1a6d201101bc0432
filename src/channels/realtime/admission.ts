/** Who may use the Realtime door, and what they ask for: read from the request before the socket is opened. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface ClientWish {
  /** As the client named it; undefined or empty: whoever answers by default. */
  readonly model: string | undefined;
  /** One of Luna's agents in place of the client's own instructions and tools. */
  readonly agent: string | undefined;
  /** `older`: the names from before the protocol's general availability. */
  readonly dialect: 'ga' | 'older';
}

const PATHS: Readonly<Record<string, 'ga' | 'older'>> = {
  '/v1/realtime': 'ga',
  '/openai/v1/realtime': 'ga',
  '/openai/realtime': 'older',
  '/voice-live/realtime': 'older',
};
const KEY_PROTOCOL = 'openai-insecure-api-key.';
const OLDER_PROTOCOL = 'openai-beta.realtime-v1';

/** Undefined where the address is no Realtime door. */
export function readWish(url: URL, headers: IncomingHttpHeaders): ClientWish | undefined {
  const dialect = Object.hasOwn(PATHS, url.pathname) ? PATHS[url.pathname] : undefined;
  if (dialect === undefined) return undefined;
  const { searchParams: query } = url;
  const asksForOlder =
    headers['openai-beta'] === 'realtime=v1' || protocolsOf(headers).includes(OLDER_PROTOCOL);
  return {
    model: query.get('model') ?? query.get('deployment') ?? undefined,
    agent: query.get('agent') ?? undefined,
    dialect: asksForOlder ? 'older' : dialect,
  };
}

/** Where no tokens are set everybody may come in. */
export function isAdmitted(tokens: readonly string[], headers: IncomingHttpHeaders): boolean {
  if (tokens.length === 0) return true;
  const shown = keysOf(headers);
  // Every token is looked at, so that the time taken tells nothing about which one was nearly right.
  let admitted = false;
  for (const token of tokens) for (const key of shown) if (isSame(token, key)) admitted = true;
  return admitted;
}

/** As bearer, as Azure's clients send it, and as pages must, which cannot set headers. */
function keysOf(headers: IncomingHttpHeaders): string[] {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const azure = headers['api-key'];
  const inProtocol = protocolsOf(headers)
    .filter((protocol) => protocol.startsWith(KEY_PROTOCOL))
    .map((protocol) => protocol.slice(KEY_PROTOCOL.length));
  return [bearer, azure, ...inProtocol].filter((key) => typeof key === 'string');
}

function protocolsOf(headers: IncomingHttpHeaders): string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
}

/** In a time that depends on neither. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
