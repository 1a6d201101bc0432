/** Where one call after the other is made: a Luna of its own process with a bank of its own, put back after each. */
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '#database/database.ts';
import { type RunningServer, startServer } from '../bench/server.ts';
import { type BankState, type RowChange, differences, putBack, readBank } from './bank/state.ts';

const RECORD_LIMIT_MS = 3_000;

interface Aftermath {
  readonly changes: readonly RowChange[];
  readonly after: BankState;
  /** Kinds of the facts in the server's own record of the call. */
  readonly recorded: readonly string[];
}

export class Seat implements AsyncDisposable {
  readonly #server: RunningServer;
  readonly #database: Database;
  readonly #fresh: BankState;

  private constructor(server: RunningServer, database: Database, fresh: BankState) {
    this.#server = server;
    this.#database = database;
    this.#fresh = fresh;
  }

  static async open(): Promise<Seat> {
    const server = await startServer({ LUNA_HEARING_WORKERS: '1' });
    const database = openDatabase(join(server.dataDir, 'luna.db'));
    return new Seat(server, database, await readBank(database));
  }

  /** @param scenario empty: freeform */
  url(scenario: string): string {
    return `${this.#server.ws}/ws${scenario === '' ? '' : `?scenario=${scenario}`}`;
  }

  /** What the call has left behind; afterwards the bank is as it was before. */
  async clearUp(callId: string): Promise<Aftermath> {
    const recorded = await this.#recorded(callId);
    const after = await readBank(this.#database);
    const changes = differences(this.#fresh, after);
    await putBack(this.#database, changes);
    return { changes, after, recorded };
  }

  /** The record is written in batches, a little behind the call. */
  async #recorded(callId: string): Promise<string[]> {
    if (callId === '') return [];
    const deadline = performance.now() + RECORD_LIMIT_MS;
    while (performance.now() < deadline) {
      const answer = await fetch(`${this.#server.http}/api/calls/${callId}`);
      if (answer.ok) {
        const record = (await answer.json()) as {
          endedAt: number | null;
          facts: readonly { kind: string }[];
        };
        if (record.endedAt !== null) return record.facts.map(({ kind }) => kind);
      }
      await wait(50);
    }
    return [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database.close();
    await this.#server[Symbol.asyncDispose]();
  }
}
