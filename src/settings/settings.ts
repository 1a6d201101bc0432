/** The door of `settings/`: what a browser sets for itself. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#lib/clock.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { type ConfigDoor, openConfig } from './config-door.ts';
import type { OwnSettings } from './wanted.ts';

export type { Choice, OwnSettings, Standing, Tried, Wanted } from './wanted.ts';

export interface Settings {
  /** Opens `/api/config`. */
  open(app: FastifyInstance): Promise<void>;
  /** What the browser with this `Cookie` header has set; undefined: nothing. */
  of(cookies: string | undefined): OwnSettings | undefined;
}

export function browserSettings(door: Omit<ConfigDoor, 'sessions'>, clock: Clock): Settings {
  const sessions = new BrowserSessions<OwnSettings>(clock);
  return {
    open: (app) => openConfig(app, { ...door, sessions }),
    of: (cookies) => sessions.of(cookies),
  };
}
