import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

const OLIVER = { customerId: 'cust_oliver_novak', callId: 'call_1' };

describeEveryStore('online access', (openFresh) => {
  test('that is locked is unlocked once, and the wrong passwords are forgotten', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    expect(await bank.access.status(OLIVER.customerId)).toBe('locked');
    const outcomes = await Promise.all([1, 2, 3].map(() => bank.access.unlock(OLIVER)));
    expect(outcomes.toSorted()).toEqual(['already_unlocked', 'already_unlocked', 'unlocked']);
    expect(await bank.access.status(OLIVER.customerId)).toBe('active');
    const tables = database.tables<BankTables>();
    expect(
      await tables
        .selectFrom('online_access')
        .select(['failed_count', 'changed_at'])
        .where('customer_id', '=', OLIVER.customerId)
        .execute(),
    ).toEqual([{ failed_count: 0, changed_at: clock.date() }]);
    expect(await tables.selectFrom('changes').select(['action', 'before_json']).execute()).toEqual([
      { action: 'access.unlocked', before_json: '{"status":"locked","failed_count":5}' },
    ]);
  });

  test.each([
    ['email', 'oliver.novak@example.com'],
    ['text', '+12025550118'],
  ] as const)('a reset link goes by %s to the address on file', async (channel, address) => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    expect(await bank.access.sendResetLink({ ...OLIVER, channel })).toBe('sent');
    const tables = database.tables<BankTables>();
    const [message] = await tables.selectFrom('outbox').selectAll().execute();
    expect(message).toMatchObject({ channel, address, call_id: 'call_1' });
    const token = /#(?<token>[\w-]{43})$/.exec(message?.body ?? '')?.groups?.['token'] ?? '';
    const [reset] = await tables.selectFrom('password_resets').selectAll().execute();
    expect(reset).toMatchObject({
      status: 'open',
      token_hash: createHash('sha256').update(token).digest('hex'),
      expires_at: clock.date() + 30 * 60_000,
    });
  });

  test('only the latest link counts, however many are asked for at the same moment', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    await Promise.all(
      [1, 2, 3].map(() => bank.access.sendResetLink({ ...OLIVER, channel: 'email' })),
    );
    const resets = await database
      .tables<BankTables>()
      .selectFrom('password_resets')
      .select(['status', 'token_hash'])
      .execute();
    expect(resets.map(({ status }) => status).toSorted()).toEqual(['open', 'replaced', 'replaced']);
    expect(new Set(resets.map(({ token_hash }) => token_hash)).size).toBe(3);
  });

  test('the audit knows of the link, and not what it is', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    await bank.access.sendResetLink({ ...OLIVER, channel: 'text' });
    const tables = database.tables<BankTables>();
    const { body } = await tables.selectFrom('outbox').select('body').executeTakeFirstOrThrow();
    const changes = JSON.stringify(await tables.selectFrom('changes').selectAll().execute());
    expect(changes).toContain('access.reset_link_sent');
    expect(changes).not.toContain(body.slice(body.indexOf('#') + 1));
    expect(changes).not.toContain('0118');
  });

  test('of somebody who has none is neither unlocked nor reset', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const nobody = { customerId: 'cust_of_no_one', callId: null };
    expect(await bank.access.status(nobody.customerId)).toBeUndefined();
    expect(await bank.access.unlock(nobody)).toBe('no_access');
    expect(await bank.access.sendResetLink({ ...nobody, channel: 'email' })).toBe('no_access');
  });
});
