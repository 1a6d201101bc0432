import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { describeEveryStore } from './every-store.ts';

interface Tables {
  notes: { id: string; amount: number };
}

const migrations = {
  '001-notes': async (schema) => {
    await schema.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('amount', 'bigint', (column) => column.notNull())
      .execute();
  },
} satisfies Parameters<ReturnType<typeof openDatabase>['migrate']>[1];

describeEveryStore('a database', (openFresh) => {
  test('gives back what was written, big numbers included', async () => {
    await using database = await openFresh();
    await database.migrate('notes', migrations);
    const notes = database.tables<Tables>();
    await notes.insertInto('notes').values({ id: 'a', amount: 9_000_000_000_000 }).execute();
    expect(await notes.selectFrom('notes').selectAll().execute()).toEqual([
      { id: 'a', amount: 9_000_000_000_000 },
    ]);
  });

  test('undoes a transaction that fails half-way', async () => {
    await using database = await openFresh();
    await database.migrate('notes', migrations);
    const failing = database.transaction<Tables, void>(async (tx) => {
      await tx.insertInto('notes').values({ id: 'a', amount: 1 }).execute();
      throw new Error('the line dropped');
    });
    await expect(failing).rejects.toThrow('the line dropped');
    const left = await database.tables<Tables>().selectFrom('notes').selectAll().execute();
    expect(left).toEqual([]);
  });

  test('applies each migration once, and owners do not mind each other', async () => {
    await using database = await openFresh();
    await database.migrate('notes', migrations);
    await database.migrate('notes', migrations);
    await database.migrate('others', {
      '001-others': (schema) =>
        schema.schema.createTable('others').addColumn('id', 'text').execute(),
    });
    const tables = await database.tables<Tables>().introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['notes', 'others']));
  });

  test('a migration that fails leaves nothing half done', async () => {
    await using database = await openFresh();
    const failing = database.migrate('notes', {
      '001-broken': async (schema) => {
        await schema.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('no space left');
      },
    });
    await expect(failing).rejects.toThrow('no space left');
    const tables = await database.tables<Tables>().introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain('half');
  });
});

test('an SQLite file is made with its folder and is there again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luna-database-'));
  const path = join(folder, 'data', 'luna.db');
  {
    await using database = openDatabase(path);
    await database.migrate('notes', migrations);
    await database.tables<Tables>().insertInto('notes').values({ id: 'a', amount: 1 }).execute();
  }
  expect(existsSync(path)).toBe(true);
  await using again = openDatabase(path);
  expect(await again.tables<Tables>().selectFrom('notes').select('id').execute()).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
