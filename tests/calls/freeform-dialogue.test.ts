/** Callers without a scenario, in typed words, with the real flows, gate and bank: detours, corrections, second wishes. */
import { expect, test } from 'vitest';
import { typedBank } from './typed-call.ts';

const JAMES = ['one four two five', 'oh eight four nine'];

async function freeform(...callerSays: readonly string[]) {
  await using bank = await typedBank();
  // Awaited here: the bank closes at the end of this function.
  return await bank.call('freeform', callerSays);
}

test('goal and facts in one sentence, a correction at the read-back, and a second wish', async () => {
  const { script, did } = await freeform(
    'move two hundred dollars from savings to checking',
    ...JAMES,
    'no make it three hundred',
    'yes',
    'how much is in my checking account now',
    'and savings',
    'no thank you',
  );
  expect(did).toEqual(['verify_identity', 'transfer_funds', 'check_balance', 'check_balance']);
  expect(script).toMatchInlineSnapshot(`
    "Luna: Hello, this is Luna, the voice assistant of Northwind Bank. What can I do for you today?
    Caller: move two hundred dollars from savings to checking
    Luna: Certainly, I'll take care of that. What are the last four digits of your card?
    Caller: one four two five
    Luna: And your date of birth, or your four-digit PIN?
    Caller: oh eight four nine
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 1425, pin: 0849) ok
    Luna: Thank you, James. I've confirmed that it's you.
      → transfer_funds(from_account: savings, to_account: checking, amount: 200) needs_confirmation
    Luna: You want me to move $200 from your savings account ending in 4161 to your checking account ending in 4160. Is that right?
    Caller: no make it three hundred
    Luna: Thank you, I have changed that.
      → transfer_funds(from_account: savings, to_account: checking, amount: 300) needs_confirmation
    Luna: You want me to move $300 from your savings account ending in 4161 to your checking account ending in 4160. Is that right?
    Caller: yes
      → transfer_funds(from_account: savings, to_account: checking, amount: 300) ok
    Luna: I've moved $300 to your checking account ending in 4160. Your savings account ending in 4161 now has $51,700. Is there anything else I can help you with?
    Caller: how much is in my checking account now
      → check_balance(account: checking) ok
    Luna: Your checking account ending in 4160 has $11,360. Is there anything else I can help you with?
    Caller: and savings
      → check_balance(account: savings) ok
    Luna: Your savings account ending in 4161 has $51,700. Is there anything else I can help you with?
    Caller: no thank you
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});

test('a change of mind in the middle, then never mind, and goodbye', async () => {
  const { script, changed } = await freeform(
    'i want to transfer money to savings',
    ...JAMES,
    "actually i'd rather know what is left on my loan",
    'no',
    'block my card please',
    'forget it',
    'no that is all',
  );
  expect(Object.keys(changed)).toEqual(['identity_attempts']);
  expect(script).toMatchInlineSnapshot(`
    "Luna: Hello, this is Luna, the voice assistant of Northwind Bank. What can I do for you today?
    Caller: i want to transfer money to savings
    Luna: Certainly, I'll take care of that. What are the last four digits of your card?
    Caller: one four two five
    Luna: And your date of birth, or your four-digit PIN?
    Caller: oh eight four nine
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 1425, pin: 0849) ok
    Luna: Thank you, James. I've confirmed that it's you. From which account shall I take it, checking or savings?
    Caller: actually i'd rather know what is left on my loan
    Luna: Sure, I'll look that up for you.
      → check_loan_balance() ok
    Luna: You have $3,830.55 left to pay on your home improvement loan. The next payment of $178.64 is due on December 15. Would you like to know what it would take to pay it off?
    Caller: no
    Luna: All right. Is there anything else I can help you with?
    Caller: block my card please
    Luna: I'm sorry to hear that. I'll help you block the card right away. Was the card lost, was it stolen, or is it damaged?
    Caller: forget it
    Luna: No problem. Is there anything else I can help you with?
    Caller: no that is all
    Luna: Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});

test('two things in one breath are done one after the other', async () => {
  const { did } = await freeform(
    'i lost my card and i also want to know my balance',
    ...JAMES,
    'yes',
    'no',
    'no',
  );
  expect(did).toEqual(['verify_identity', 'block_card', 'check_balance']);
});

test('what may be two things is asked about, and the answer remembers the question', async () => {
  const { script } = await freeform('it is about my mortgage or my loan', 'the loan', ...JAMES);
  expect(script).toContain('Is it about a mortgage, or about what is left of a loan?');
  expect(script).toContain('check_loan_balance() ok');
});

test('small talk, anger, and a question again, without losing the thread', async () => {
  const { script } = await freeform(
    'how are you',
    'are you a robot',
    'what can you do',
    'check my balance please',
    'why do you need that',
    'this is ridiculous',
    'no',
    'could you speak slower',
    ...JAMES,
    'can you repeat that',
    'thank you',
  );
  expect(script).toMatchInlineSnapshot(`
    "Luna: Hello, this is Luna, the voice assistant of Northwind Bank. What can I do for you today?
    Caller: how are you
    Luna: I'm doing well, thank you for asking. What can I do for you today?
    Caller: are you a robot
    Luna: I am Luna, the automated assistant of Northwind Bank. What can I do for you today?
    Caller: what can you do
    Luna: I can help with your cards, balances and transfers, loans and mortgages, a charge you do not know, online banking, and wires. Would you like me to put you through to a colleague?
    Caller: check my balance please
    Luna: Certainly, I'll take care of that. What are the last four digits of your card?
    Caller: why do you need that
    Luna: It helps me to make sure that nobody but you gets at your money. What are the last four digits of your card?
    Caller: this is ridiculous
    Luna: I'm sorry for the trouble, I understand that this is frustrating. Would you like me to put you through to a colleague?
    Caller: no
    Luna: Could you say just the last four digits of your card, one after the other, please?
    Caller: could you speak slower
    Luna: Of course, I will speak more slowly. Could you say just the last four digits of your card, one after the other, please?
    Caller: one four two five
    Luna: And your date of birth, or your four-digit PIN?
    Caller: oh eight four nine
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 1425, pin: 0849) ok
    Luna: Thank you, James. I've confirmed that it's you.
      → check_balance() ok
    Luna: Your checking account ending in 4160 has $11,060, and your savings account ending in 4161 has $52,000. Is there anything else I can help you with?
    Caller: can you repeat that
    Luna: Your checking account ending in 4160 has $11,060, and your savings account ending in 4161 has $52,000. Is there anything else I can help you with?
    Caller: thank you
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});
