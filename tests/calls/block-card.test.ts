import { expect, test } from 'vitest';
import { START, emmaCalls } from './scripted-bank.ts';

test('a caller who lost her card has it blocked and a new one sent', async () => {
  expect(await emmaCalls([...START, 'yes please', 'yes', 'no thank you'])).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Caller: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Caller: yes please
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address?
    Caller: yes
      → order_replacement(card_last_four: 4829) ok
    Luna: Your new card will arrive by Friday. Is there anything else I can help you with?
    Caller: no thank you
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});

test('everything is said in one sentence', async () => {
  expect(
    await emmaCalls([
      'my card ending in 4829 was stolen, i was born on 14 March 1985',
      'yes go ahead',
    ]),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: my card ending in 4829 was stolen, i was born on 14 March 1985
    Luna: I'm sorry to hear that. I'll help you block the card right away. Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?
    Caller: yes go ahead
      → block_card(card_last_four: 4829, reason: stolen) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address?"
  `);
});

test('wrong digits are asked for again', async () => {
  expect(await emmaCalls(['my card is gone', '4820', 'pin is 7316', '4829', '7316', 'yeah']))
    .toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: my card is gone
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: 4820
    Luna: And your date of birth, or your four-digit PIN?
    Caller: pin is 7316
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4820, pin: 7316) no_match
    Luna: I'm sorry, that doesn't match what we have. What are the last four digits of your card?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 7316
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 7316) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Caller: yeah
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address?"
  `);
});

test('a caller who corrects the digits and the reason', async () => {
  expect(
    await emmaCalls([
      'i lost my card',
      'four eight two zero',
      'no sorry i meant four eight two nine',
      'seven three one six',
      'no it was stolen',
      'yes',
    ]),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two zero
    Luna: And your date of birth, or your four-digit PIN?
    Caller: no sorry i meant four eight two nine
    Luna: All right, I have corrected that. And your date of birth, or your four-digit PIN?
    Caller: seven three one six
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 7316) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Caller: no it was stolen
    Luna: Thank you, I have changed that.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?
    Caller: yes
      → block_card(card_last_four: 4829, reason: stolen) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address?"
  `);
});

test('a card that is blocked already', async () => {
  expect(
    await emmaCalls([...START, 'no', 'no that is all'], {
      block_card: () => ({ ok: true, say: 'That card is already blocked, so nobody can use it.' }),
    }),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Caller: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: That card is already blocked, so nobody can use it.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address?
    Caller: no
    Luna: No problem, I will not order a new card for now. Is there anything else I can help you with?
    Caller: no that is all
    Luna: Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});

test('a caller who does not want the card blocked after all', async () => {
  expect(await emmaCalls([...START, 'no wait do not block it', 'no thanks bye']))
    .toMatchInlineSnapshot(`
      "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
      Caller: i lost my credit card
      Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
      Caller: four eight two nine
      Luna: And your date of birth, or your four-digit PIN?
      Caller: march fourteenth nineteen eighty five
      Luna: Thank you. One moment while I check that.
        → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
      Luna: Thank you, Emma.
        → block_card(card_last_four: 4829, reason: lost) needs_confirmation
      Luna: Shall I block your Visa card ending in 4829 as lost?
      Caller: no wait do not block it
      Luna: All right, I have left the card as it is. Is there anything else I can help you with?
      Caller: no thanks bye
      Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye.
        → end_call() ok"
    `);
});
