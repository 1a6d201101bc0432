import { expect, test } from 'vitest';
import { START, emmaCalls } from './scripted-bank.ts';

test('a caller who wants a person', async () => {
  expect(await emmaCalls(['i lost my card', 'can i speak to a real person please']))
    .toMatchInlineSnapshot(`
      "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
      Caller: i lost my card
      Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
      Caller: can i speak to a real person please
      Luna: Of course. I will put you through to a colleague.
        → transfer_to_agent(reason: the caller asked for a person) ok
      Luna: A colleague will call you back shortly.
        → end_call() ok"
    `);
});

test('too many wrong attempts end with a person', async () => {
  expect(
    await emmaCalls(START, {
      verify_identity: () => ({
        ok: false,
        why: 'too_many_attempts',
        say: "I'm sorry, I could not verify you.",
      }),
    }),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Caller: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) too_many_attempts
    Luna: I'm sorry, I could not verify you.
      → transfer_to_agent(reason: identity could not be verified) ok
    Luna: A colleague will call you back shortly.
      → end_call() ok"
  `);
});

test('a caller who talks nonsense is asked twice and then offered a person', async () => {
  expect(
    await emmaCalls([
      'purple monkeys',
      'banana',
      'i lost my card',
      'blah blah',
      'fish',
      'hmm',
      'no',
      '4829',
    ]),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: purple monkeys
    Luna: I'm sorry, I didn't catch that. I can block a lost, stolen or damaged card and send you a new one. How can I help you today?
    Caller: banana
    Luna: Sorry, I still did not get that. How can I help you today?
    Caller: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: blah blah
    Luna: I'm sorry, I didn't catch that. Could you say just the last four digits of your card, one after the other, please?
    Caller: fish
    Luna: Sorry, I still did not get that. Could you say just the last four digits of your card, one after the other, please?
    Caller: hmm
    Luna: I'm sorry, I am having trouble understanding. Would you like me to put you through to a colleague?
    Caller: no
    Luna: Could you say just the last four digits of your card, one after the other, please?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?"
  `);
});

test('repeat, wait, not knowing, and small talk', async () => {
  expect(
    await emmaCalls([
      'hello',
      'what is the weather like',
      'my wallet was stolen',
      'can you say that again',
      'hold on',
      'i do not know',
      'it is 48 29',
      'who are you',
      'march fourteenth',
      'nineteen eighty five',
    ]),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: hello
    Luna: Hello. How can I help you today?
    Caller: what is the weather like
    Luna: I'm afraid I can only help with your banking. I can block a lost, stolen or damaged card and send you a new one. How can I help you today?
    Caller: my wallet was stolen
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: can you say that again
    Luna: What are the last four digits of your card?
    Caller: hold on
    Luna: Of course, take your time.
    Caller: i do not know
    Luna: You will find them on any statement, or in the app, beside the name of the card. Take your time. What are the last four digits?
    Caller: it is 48 29
    Luna: And your date of birth, or your four-digit PIN?
    Caller: who are you
    Luna: I am Luna, the automated assistant of Northwind Bank. And your date of birth, or your four-digit PIN?
    Caller: march fourteenth
    Luna: And in which year?
    Caller: nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?"
  `);
});

test('another wish than cards', async () => {
  expect(await emmaCalls(['i would like to check my mortgage', 'no', 'i want to block my card']))
    .toMatchInlineSnapshot(`
      "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
      Caller: i would like to check my mortgage
      Luna: I'm afraid I cannot do that on this line. I can block a lost, stolen or damaged card and send you a new one. Would you like me to put you through to a colleague?
      Caller: no
      Luna: How else can I help you?
      Caller: i want to block my card
      Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?"
    `);
});
