import { expect, test } from 'vitest';
import { NOBODY_YET, openTools } from './fixture.ts';

test('whoever wants a person gets one, verified or not', async () => {
  await using tools = await openTools();
  expect(
    await tools.run('transfer_to_agent', { reason: 'wants to complain' }, NOBODY_YET),
  ).toMatchObject({
    ok: true,
    say: expect.stringContaining('goodbye'),
    consequence: { kind: 'escalated', reason: 'wants to complain' },
  });
});
