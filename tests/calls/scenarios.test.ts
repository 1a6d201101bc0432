/** Every scenario as whole calls in typed words: the real dialogue, gate, tools and bank. */
import { describe, expect, test } from 'vitest';
import { STORIES, type Story } from './scenario-stories.ts';
import { type TypedCall, typedBank } from './typed-call.ts';

async function called(scenario: string, says: readonly string[]): Promise<TypedCall> {
  await using bank = await typedBank();
  const call = await bank.call(scenario, says);
  return call;
}

function expectDone(call: TypedCall, { does, ends, changes, details }: Story): void {
  // The script says why, where something else has come of it.
  expect(call.did, call.script).toEqual(['verify_identity', ...does]);
  expect(call.ending, call.script).toBe(ends);
  for (const [table, row] of Object.entries(changes))
    expect(call.changed[table], `${table}\n${call.script}`).toContainEqual(
      expect.objectContaining(row),
    );
  expect(changesOf(call).length > 0).toBe(Object.keys(changes).length > 0);
  if (details !== undefined) expect(call.details, call.script).toMatchObject(details);
}

/** That somebody was asked who they are is written down, whatever comes of it. */
function changesOf({ changed }: TypedCall): string[] {
  return Object.keys(changed).filter((table) => table !== 'identity_attempts');
}

describe.each(STORIES)('$scenario', (story) => {
  const { scenario, wish, identity, answers, atOnce, corrected, refused } = story;

  test('asked one thing after the other, the caller gets what he wants', async () => {
    expectDone(await called(scenario, [wish, ...identity, ...answers]), story);
  });

  test('everything said in one sentence is not asked for again', async () => {
    expectDone(await called(scenario, atOnce), story);
  });

  test('what the caller corrects is what counts', async () => {
    const call = await called(scenario, corrected);
    expectDone(call, story);
  });

  test.runIf(refused !== undefined)('a no to the read-back changes nothing', async () => {
    const call = await called(scenario, [wish, ...identity, ...(refused?.answers ?? [])]);
    expect(call.did, call.script).toEqual(['verify_identity', ...(refused?.does ?? [])]);
    expect(changesOf(call), call.script).toEqual([]);
    expect(call.ending, call.script).toBe('goodbye');
  });

  test('a caller who wants a person gets one at once', async () => {
    const call = await called(scenario, [wish, 'can i talk to a real person please']);
    expect(call.did, call.script).toEqual(['transfer_to_agent']);
    expect(call.ending).toBe('escalated');
    expect(changesOf(call)).toEqual([]);
  });

  test('said to a Luna who does not know what it is about, it comes to the same', async () => {
    expectDone(await called('freeform', [wish, ...identity, ...answers]), story);
  });
});
