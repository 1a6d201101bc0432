import { expect, test } from 'vitest';
import type { BankTables } from '#bank/tables.ts';
import { EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const OLIVER = customer('oliver_novak');

test('a link is sent to the address on file, of which the caller hears only the end', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('send_reset_link', { channel: 'email' }, OLIVER)).toBe(
    'Shall I send a link to reset your password to the email address on file, ending in example.com?',
  );
  expect(await tools.run('send_reset_link', { channel: 'email' }, OLIVER)).toEqual({
    ok: true,
    say: "I've sent the link to the email address on file, ending in example.com. It works for thirty minutes.",
    facts: {
      channel: 'email',
      sent_to: 'email address on file, ending in example.com',
      valid_minutes: 30,
      access: 'locked',
    },
  });
  expect(await tools.run('send_reset_link', { channel: 'text' }, OLIVER)).toMatchObject({
    say: expect.stringContaining('phone number on file, ending in 0118.'),
  });
});

test('the link itself is neither said nor given to a model', async () => {
  await using tools = await openTools();
  const result = await tools.run('send_reset_link', { channel: 'text' }, OLIVER);
  const { body } = await tools.database
    .tables<BankTables>()
    .selectFrom('outbox')
    .select('body')
    .executeTakeFirstOrThrow();
  expect(body).toContain('https://');
  expect(JSON.stringify(result)).not.toContain(body.slice(-20));
});

test('locked access is unlocked after a yes, and then needs none', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('unlock_account', {}, OLIVER)).toBe(
    'Your online banking is locked after too many wrong passwords. Shall I unlock it?',
  );
  expect(await tools.run('unlock_account', {}, OLIVER)).toEqual({
    ok: true,
    say: 'Your online banking is unlocked, and you can log in again.',
    facts: { access: 'active' },
  });
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('unlock_account', {}, OLIVER)).toMatchObject({
      ok: true,
      facts: { already_unlocked: true },
    });
});

test('access that is not locked is not unlocked', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('unlock_account', {}, EMMA)).toMatchObject({
    ok: true,
    say: "Your online banking isn't locked. You can log in with your password.",
  });
});

test.each(['unlock_account', 'send_reset_link'])(
  '%s does nothing for somebody who is not known',
  async (name) => {
    await using tools = await openTools();
    const input = name === 'send_reset_link' ? { channel: 'email' } : {};
    for (const ask of [tools.readBack, tools.run])
      expect(await ask(name, input, NOBODY_YET)).toMatchObject({ ok: false, why: 'no_account' });
  },
);

test('no link goes anywhere but to an address on file', async () => {
  await using tools = await openTools();
  expect(tools.toolbox.find('send_reset_link', '{"channel":"pigeon"}')).toMatchObject({
    result: { why: 'bad_arguments', facts: { argument: 'channel' } },
  });
  expect(
    tools.toolbox.find('send_reset_link', '{"channel":"email","to":"me@elsewhere.example"}'),
  ).toMatchObject({ request: { arguments: '{"channel":"email"}' } });
});
