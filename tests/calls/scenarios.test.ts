/** Every scenario as whole calls in typed words: the real dialogue, gate, tools and bank. */
import { describe, expect, test } from 'vitest';
import { STORIES, type Story } from './scenario-stories.ts';
import { type TypedCall, typedBank } from './typed-call.ts';

async function called(
  scenario: string,
  says: readonly string[],
): Promise<TypedCall & { alters: boolean }> {
  await using bank = await typedBank();
  const call = await bank.call(scenario, says);
  return { ...call, alters: changesOf(call).length > 0 };
}

/** What must have come of it, in part. */
function outcomeOf({ does, ends, changes, details }: Story): object {
  const changed = Object.entries(changes).map(([table, row]) => [
    table,
    expect.arrayContaining([expect.objectContaining(row)]),
  ]);
  return {
    did: ['verify_identity', ...does],
    ending: ends,
    changed: Object.fromEntries(changed),
    alters: changed.length > 0,
    ...(details === undefined ? {} : { details }),
  };
}

/** That somebody was asked who they are is written down, whatever comes of it. */
function changesOf({ changed }: TypedCall): string[] {
  return Object.keys(changed).filter((table) => table !== 'identity_attempts');
}

describe.each(STORIES)('$scenario', (story) => {
  const { scenario, wish, identity, answers, atOnce, corrected, refused } = story;

  test('asked one thing after the other, the caller gets what he wants', async () => {
    const call = await called(scenario, [wish, ...identity, ...answers]);
    expect(call).toMatchObject(outcomeOf(story));
  });

  test('everything said in one sentence is not asked for again', async () => {
    const call = await called(scenario, atOnce);
    expect(call).toMatchObject(outcomeOf(story));
  });

  test('what the caller corrects is what counts', async () => {
    const call = await called(scenario, corrected);
    expect(call).toMatchObject(outcomeOf(story));
  });

  test.skipIf(refused === undefined)('a no to the read-back changes nothing', async () => {
    const call = await called(scenario, [wish, ...identity, ...(refused?.answers ?? [])]);
    expect(call.did).toEqual(['verify_identity', ...(refused?.does ?? [])]);
    expect(changesOf(call)).toEqual([]);
    expect(call.ending).toBe('goodbye');
  });

  test('a caller who wants a person gets one at once', async () => {
    const call = await called(scenario, [wish, 'can i talk to a real person please']);
    expect(call.did).toEqual(['transfer_to_agent']);
    expect(call.ending).toBe('escalated');
    expect(changesOf(call)).toEqual([]);
  });

  test('said to a Luna who does not know what it is about, it comes to the same', async () => {
    const call = await called('freeform', [wish, ...identity, ...answers]);
    expect(call).toMatchObject(outcomeOf(story));
  });
});
