import { describe, expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { businessDaysAfter } from './business-days.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

const EMMAS = 'card_emma_carter_4829';

describeEveryStore('a card', (openFresh) => {
  test('is blocked once, however many calls ask for it at the same moment', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const block = (callId: string) =>
      bank.blocker.block({ cardId: EMMAS, reason: 'stolen', callId });
    const outcomes = await Promise.all(['call_1', 'call_2', 'call_3', 'call_4'].map(block));
    expect(outcomes.filter((outcome) => outcome === 'blocked')).toHaveLength(1);
    const changes = await database
      .tables<BankTables>()
      .selectFrom('changes')
      .select(['action', 'subject_id', 'at', 'before_json', 'after_json'])
      .execute();
    expect(changes).toEqual([
      {
        action: 'card.blocked',
        subject_id: EMMAS,
        at: clock.date(),
        before_json: '{"status":"active"}',
        after_json: '{"status":"blocked","reason":"stolen"}',
      },
    ]);
  });

  test('that is blocked keeps the reason it was first blocked for', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const cardId = 'card_daniel_okafor_1180';
    expect(await bank.blocker.block({ cardId, reason: 'lost', callId: null })).toBe(
      'already_blocked',
    );
    expect(await bank.reader.cards({ lastFour: '1180' })).toMatchObject([
      { status: 'blocked', blockedReason: 'stolen' },
    ]);
  });

  test('is replaced only when it is blocked, and has one open order at a time', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const order = () => bank.replacer.order({ cardId: EMMAS, callId: 'call_1' });
    expect(await order()).toEqual({ outcome: 'not_blocked' });
    await bank.blocker.block({ cardId: EMMAS, reason: 'lost', callId: 'call_1' });

    const orders = await Promise.all([order(), order(), order()]);
    const first = orders.find(({ outcome }) => outcome === 'ordered');
    expect(first).toMatchObject({
      trackingId: expect.stringMatching(/^NW-\d{6}$/),
      // Five working days after Thursday, 1 October.
      deliverOn: '2026-10-08',
    });
    expect(orders.filter(({ outcome }) => outcome === 'already_ordered')).toHaveLength(2);
    expect(await bank.replacer.openOrder(EMMAS)).toEqual({
      trackingId: first?.outcome === 'ordered' ? first.trackingId : '',
      deliverOn: '2026-10-08',
    });
  });

  test('that nobody has cannot be blocked', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const blocking = bank.blocker.block({ cardId: 'card_of_no_one', reason: 'lost', callId: null });
    await expect(blocking).rejects.toThrow('no result');
  });
});

describe('working days', () => {
  test.each([
    ['on a Monday', '2026-09-28', 5, '2026-10-05'],
    ['on a Friday', '2026-10-02', 1, '2026-10-05'],
    ['on a Saturday', '2026-10-03', 5, '2026-10-09'],
    ['over the new year', '2026-12-30', 5, '2027-01-06'],
  ])('five of them, ordered %s', (_when, from, days, until) => {
    expect(businessDaysAfter(Date.parse(`${from}T09:00:00Z`), days)).toBe(until);
  });
});
