/** A script that was played to somebody: one line for the figures. */
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { Writer } from './writer.ts';

export interface ScriptedPlay {
  readonly scenario: string;
  readonly seconds: number;
  readonly outcome: 'contained' | 'escalated' | 'abandoned';
}

export function writePlay(
  writer: Writer,
  clock: Clock,
  { scenario, seconds, outcome }: ScriptedPlay,
): void {
  const row = { scenario, outcome, ended_at: clock.date(), took_ms: Math.round(seconds * 1000) };
  const id = makeId('play');
  writer.write((tx) =>
    tx
      .insertInto('scripted_plays')
      .values({ id, ...row })
      .execute(),
  );
}
