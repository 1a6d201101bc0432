/** Who may use the Realtime door, and what they ask for: read from the request before the socket is opened. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request for a socket, as far as it tells who asks. */
interface Asker {
  readonly headers: IncomingHttpHeaders;
  /** Of the other end of the line, which may be a proxy. */
  readonly remoteAddress: string | undefined;
}

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

/** A page of another site must not act in its visitors' name. Programs send no origin. */
export function isForeign({ origin, host, ...headers }: IncomingHttpHeaders): boolean {
  if (origin !== undefined) return URL.parse(origin)?.host !== host;
  return ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));
}

/** Our own page: a browser says of it that it comes from where it goes to. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined && !isForeign(headers);
}

/** May be given a session with the operator's key: whoever shows a token, our own page, and programs on this machine. */
export function mayUseKeys(tokens: readonly string[], { headers, remoteAddress }: Asker): boolean {
  if (tokens.length > 0) return isAdmitted(tokens, headers);
  return isOwnPage(headers) || (isThisMachine(remoteAddress) && !isPassedOn(headers));
}

function isThisMachine(address = ''): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/** A proxy on this machine speaks for somebody else. */
function isPassedOn(headers: IncomingHttpHeaders): boolean {
  return ['x-forwarded-for', 'x-real-ip', 'forwarded'].some((name) => name in headers);
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
