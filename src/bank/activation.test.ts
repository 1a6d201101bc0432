import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

const AISHAS = { cardId: 'card_aisha_rahman_8871', callId: 'call_1' };

describeEveryStore('a new card', (openFresh) => {
  test('is active in the next call too, and was activated once', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    expect(await bank.reader.cards({ lastFour: '8871' })).toMatchObject([
      { status: 'inactive', contactless: false },
    ]);
    const outcomes = await Promise.all([1, 2, 3].map(() => bank.activator.activate(AISHAS)));
    expect(outcomes.toSorted()).toEqual(['activated', 'active', 'active']);
    expect(await bank.reader.cards({ lastFour: '8871' })).toMatchObject([
      { status: 'active', contactless: false },
    ]);
    const { activated_at } = await database
      .tables<BankTables>()
      .selectFrom('cards')
      .select('activated_at')
      .where('id', '=', AISHAS.cardId)
      .executeTakeFirstOrThrow();
    expect(activated_at).toBe(clock.date());
  });

  test('pays without contact once it is active, and not before', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.activator.enableContactless(AISHAS)).toBe('inactive');
    await bank.activator.activate(AISHAS);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => bank.activator.enableContactless(AISHAS)),
    );
    expect(outcomes.toSorted()).toEqual(['already_enabled', 'already_enabled', 'enabled']);
    expect(await bank.reader.cards({ lastFour: '8871' })).toMatchObject([{ contactless: true }]);
    const changes = await database
      .tables<BankTables>()
      .selectFrom('changes')
      .select(['action', 'subject_id', 'call_id'])
      .orderBy('action')
      .execute();
    expect(changes).toEqual(
      ['card.activated', 'card.contactless_enabled'].map((action) => ({
        action,
        subject_id: AISHAS.cardId,
        call_id: 'call_1',
      })),
    );
  });

  test.each([
    ['blocked', 'card_lucia_ferrari_5093'],
    ['expired', 'card_henry_adeyemi_6402'],
    // Its last day went by before anybody activated it.
    ['expired', 'card_sofia_marin_3914'],
  ])('that is %s stays so', async (status, cardId) => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const order = { cardId, callId: null };
    expect(await bank.activator.activate(order)).toBe(status);
    expect(await bank.activator.enableContactless(order)).toBe(status);
    const changes = database.tables<BankTables>().selectFrom('changes').select('id');
    expect(await changes.execute()).toEqual([]);
  });

  test('is good until the end of its last day', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const status = async () => (await bank.reader.cards({ lastFour: '8871' }))[0]?.status;
    clock.setDate(Date.UTC(2031, 2, 31, 23, 59));
    expect(await status()).toBe('inactive');
    clock.setDate(Date.UTC(2031, 3, 1));
    expect(await status()).toBe('expired');
  });
});
