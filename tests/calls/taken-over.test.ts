/** A call that is lost after any of its steps goes on in another session, which knows only what was said and called. */
import { describe, expect, test } from 'vitest';
import { TAKEN_OVER } from '#engine/realtime/rehearsed-call.ts';
import { STORIES } from './scenario-stories.ts';
import { type TypedBank, type TypedCall, typedBank } from './typed-call.ts';

/** What has become of the call, without what differs from call to call. */
function endOf({ did, ending, details, changed }: TypedCall): object {
  const rows = Object.entries(changed).map(([table, of]) => [table, of.length]);
  return { did, ending, details, rows };
}

/** References are made anew in every call. */
function linesOf(script: string): string[] {
  return script.replaceAll(/\b[A-Z]{2,}-\d+\b/g, 'REF').split('\n');
}

/** @param every so many items the session is lost */
async function* lostOnTheWay(
  bank: TypedBank,
  scenario: string,
  says: readonly string[],
  every: number,
): AsyncGenerator<Record<'is' | 'should', object>> {
  const whole = await bank.call(scenario, says);
  for (let lostAfter = 1; lostAfter < whole.items.length; lostAfter += every) {
    await bank.restore();
    const call = await bank.call(scenario, says, { lostAfter });
    const taken = linesOf(call.script);
    const after = taken.slice(taken.indexOf(TAKEN_OVER) + 1).filter((line) => line !== '');
    const last = whole.items[lostAfter - 1];
    const wasLunas = last?.type === 'message' && last.role === 'assistant';
    // Where the last word was hers, the open question comes once more; everything else is as if nothing had happened.
    const again = wasLunas && (after[0] ?? '').startsWith('Luna: Sorry about that.');
    const rest = again ? after.slice(1) : after;
    const asEver = rest.length === 0 ? [] : linesOf(whole.script).slice(-rest.length);
    const where = `lost after ${lostAfter} items\n${call.script}`;
    yield {
      is: { where, ...endOf(call), rest },
      should: { where, ...endOf(whole), rest: asEver },
    };
  }
}

describe.each(STORIES)('$scenario', (story) => {
  const { scenario, wish, identity, answers, atOnce, corrected, refused } = story;
  const known = [wish, ...identity];
  test.for([
    { how: 'one thing after the other', says: [...known, ...answers], every: 1 },
    { how: 'everything at once', says: atOnce, every: 2 },
    { how: 'with a correction', says: corrected, every: 2 },
    ...(refused ? [{ how: 'with a no', says: [...known, ...refused.answers], every: 2 }] : []),
  ])('$how', { timeout: 120_000 }, async ({ says, every }) => {
    await using bank = await typedBank();
    for await (const { is, should } of lostOnTheWay(bank, scenario, says, every))
      expect(is).toEqual(should);
  });
});
