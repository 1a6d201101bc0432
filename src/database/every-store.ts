/** For tests: the same story on SQLite and on PostgreSQL, each time in a fresh and empty database. */
import { afterAll, beforeAll, describe } from 'vitest';
import { Client } from 'pg';
import { type Database, openDatabase } from './database.ts';
import { type TestServer, findTestServer } from './postgres-server.ts';

type OpenFresh = () => Promise<Database>;

const PLEASE = 'skipped: set LUNA_TEST_POSTGRES_URL or install PostgreSQL';

/** The database is dropped, not closed, at the end of the file: close it in the test (`await using`). */
export function describeEveryStore(title: string, stories: (openFresh: OpenFresh) => void): void {
  describe(`${title} (SQLite)`, () => {
    stories(async () => openDatabase(':memory:'));
  });

  const server = findTestServer();
  const suite = server === undefined ? describe.skip : describe;
  suite(`${title} (PostgreSQL${server === undefined ? `, ${PLEASE}` : ''})`, () => {
    let running: TestServer | undefined;
    const made: string[] = [];
    beforeAll(async () => {
      running = await server?.start();
    }, 60_000);
    afterAll(async () => {
      for (const name of made) await admin(running, `drop database if exists ${name} with (force)`);
      await running?.stop();
    }, 60_000);
    stories(async () => {
      const name = `luna_test_${process.pid}_${made.length}`;
      await admin(running, `create database ${name}`);
      made.push(name);
      return openDatabase(running?.urlOf(name) ?? '');
    });
  });
}

async function admin(server: TestServer | undefined, sql: string): Promise<void> {
  const client = new Client({ connectionString: server?.urlOf('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
