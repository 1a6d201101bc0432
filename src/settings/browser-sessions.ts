/** What browsers have set for themselves, by a name that only their signed cookie holds: in memory, for a while, and not too many. */
import { randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';

export const COOKIE = 'luna_settings';
/** A working day after the last use. */
const KEPT_MS = 12 * 60 * 60 * 1_000;
const MOST_SESSIONS = 1_000;

interface Session<Value> {
  readonly value: Value;
  readonly usedAt: number;
}

export class BrowserSessions<Value> {
  /** For the cookie plugin. Made at start: a restart forgets everybody. */
  readonly signer = new fastifyCookie.Signer(randomBytes(32).toString('base64'));
  /** The one not used for longest is first. */
  readonly #sessions = new Map<string, Session<Value>>();
  readonly #clock: Clock;
  readonly #most: number;

  constructor(clock: Clock, most = MOST_SESSIONS) {
    this.#clock = clock;
    this.#most = most;
  }

  /** @param header `Cookie` as the browser sent it. */
  of(header: string | undefined): Value | undefined {
    const id = this.#idIn(header);
    if (id === undefined) return undefined;
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    this.#sessions.delete(id);
    const now = this.#clock.now();
    if (now - session.usedAt > KEPT_MS) return undefined;
    this.#sessions.set(id, { ...session, usedAt: now });
    return session.value;
  }

  /** Always under a new name. @returns the signed value for the cookie. */
  set(header: string | undefined, value: Value): string {
    this.forget(header);
    const now = this.#clock.now();
    for (const [oldest, { usedAt }] of this.#sessions) {
      if (this.#sessions.size < this.#most && now - usedAt <= KEPT_MS) break;
      this.#sessions.delete(oldest);
    }
    const id = makeId('browser', 32);
    this.#sessions.set(id, { value, usedAt: now });
    return this.signer.sign(id);
  }

  forget(header: string | undefined): void {
    const id = this.#idIn(header);
    if (id !== undefined) this.#sessions.delete(id);
  }

  #idIn(header: string | undefined): string | undefined {
    const signed =
      header === undefined ? undefined : fastifyCookie.fastifyCookie.parse(header)[COOKIE];
    if (signed === undefined) return undefined;
    const { valid, value } = this.signer.unsign(signed);
    return valid ? (value ?? undefined) : undefined;
  }
}
