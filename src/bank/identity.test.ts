import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { openTestBank } from './fixture.ts';

const EMMA = { lastFour: '4829', callId: 'call_1' };

describeEveryStore('a caller', (openFresh) => {
  test('is who they say when card and PIN, or card and date of birth, belong together', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const verified = { outcome: 'verified', customer: { id: 'cust_emma_carter' } };
    expect(await bank.identity.verify({ ...EMMA, pin: '7316' })).toMatchObject(verified);
    expect(await bank.identity.verify({ ...EMMA, dateOfBirth: '1985-03-14' })).toMatchObject(
      verified,
    );
  });

  test('is not believed with a wrong factor, no factor, or one right and one wrong', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const wrong = { outcome: 'no_match' };
    expect(await bank.identity.verify({ ...EMMA, pin: '7317' })).toEqual(wrong);
    expect(await bank.identity.verify({ ...EMMA, dateOfBirth: '1985-03-15' })).toEqual(wrong);
    expect(await bank.identity.verify({ ...EMMA, pin: '7316', dateOfBirth: '1985-03-15' })).toEqual(
      wrong,
    );
    expect(await bank.identity.verify(EMMA)).toEqual(wrong);
    expect(await bank.identity.verify({ ...EMMA, lastFour: '0000', pin: '7316' })).toEqual(wrong);
    // Another customer's PIN.
    expect(await bank.identity.verify({ ...EMMA, pin: '2950' })).toEqual(wrong);
  });

  test('whose card ends like another customer’s is told apart by what only they know', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const claim = { lastFour: '5544', callId: 'call_1' };
    expect(await bank.identity.verify({ ...claim, pin: '6348' })).toMatchObject({
      customer: { fullName: 'Priya Raman' },
    });
    expect(await bank.identity.verify({ ...claim, dateOfBirth: '1988-10-21' })).toMatchObject({
      customer: { fullName: 'Hannah Weiss' },
    });
  });

  test('who guesses ten times is locked out for a day, even with the right PIN', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    for (let guess = 0; guess < 10; guess += 1)
      await bank.identity.verify({ ...EMMA, pin: `100${guess}` });
    expect(await bank.identity.verify({ ...EMMA, pin: '7316' })).toEqual({ outcome: 'locked' });
    clock.setDate(clock.date() + 25 * 3_600_000);
    expect(await bank.identity.verify({ ...EMMA, pin: '7316' })).toMatchObject({
      outcome: 'verified',
    });
  });

  test('who gets it right in between may get it wrong again', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    for (let guess = 0; guess < 15; guess += 1) {
      clock.setDate(clock.date() + 1_000);
      await bank.identity.verify({ ...EMMA, pin: guess === 7 ? '7316' : '1111' });
    }
    clock.setDate(clock.date() + 1_000);
    expect(await bank.identity.verify({ ...EMMA, pin: '7316' })).toMatchObject({
      outcome: 'verified',
    });
  });
});
