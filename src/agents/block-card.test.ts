import { expect, test } from 'vitest';
import { rehearse } from '#engine/realtime/rehearsal.ts';
import { blockCard } from './block-card.ts';

interface Answer {
  ok: boolean;
  why?: string;
  say: string;
  facts?: Record<string, unknown>;
}
type Bank = Record<string, (args: Record<string, unknown>, times: number) => Answer>;

/** Bank and gate as they answer in a call: identity, read-back, yes. */
function bank(changes: Bank = {}): Bank {
  return {
    verify_identity: ({ card_last_four, date_of_birth, pin }) =>
      card_last_four === '4829' && (date_of_birth === '1985-03-14' || pin === '7316')
        ? { ok: true, say: 'Thank you, Emma.' }
        : {
            ok: false,
            why: 'no_match',
            say: "I'm sorry, those details don't match. You have two attempts left.",
          },
    block_card: ({ reason }, times) =>
      times === 1
        ? {
            ok: false,
            why: 'needs_confirmation',
            say: `Shall I block your Visa card ending in 4829 as ${String(reason)}?`,
          }
        : { ok: true, say: 'Your Visa card ending in 4829 is now blocked.' },
    order_replacement: (_, times) =>
      times === 1
        ? {
            ok: false,
            why: 'needs_confirmation',
            say: 'Shall I send a new card to your address on file?',
          }
        : {
            ok: true,
            say: 'Your new card will arrive by Friday. The tracking number is N W 4 4 2.',
          },
    transfer_to_agent: () => ({ ok: true, say: 'A colleague will call you back shortly.' }),
    ...changes,
  };
}

const TOOLS = blockCard.tools.map((name) => ({
  type: 'function',
  name,
  parameters: {
    type: 'object',
    properties: name === 'transfer_to_agent' ? { reason: { type: 'string' } } : {},
  },
}));

/** Plays a call in typed words and returns it as a script. */
async function call(callerSays: readonly string[], changes: Bank = {}): Promise<string> {
  const { send } = rehearse(blockCard.flow, 'Emma');
  const answers = bank(changes);
  const times: Record<string, number> = {};
  const script: string[] = [];
  const reply = async () => {
    const events = await send({ type: 'response.create' });
    for (const event of events) {
      if (event.type === 'response.output_text.done') script.push(`Luna: ${event.text}`);
      if (event.type !== 'response.function_call_arguments.done') continue;
      const args = JSON.parse(event.arguments) as Record<string, unknown>;
      const key = `${event.name} ${event.arguments}`;
      times[key] = (times[key] ?? 0) + 1;
      const result = answers[event.name]?.(args, times[key]);
      script.push(
        `  → ${event.name}(${Object.entries(args)
          .map(([k, v]) => `${k}: ${String(v)}`)
          .join(', ')}) ${result?.ok ? 'ok' : (result?.why ?? '?')}`,
      );
      await send({
        type: 'conversation.item.create',
        item: {
          type: 'function_call_output',
          call_id: event.call_id,
          output: JSON.stringify({ facts: {}, ...result }),
        },
      });
      await reply();
    }
  };
  await send({
    type: 'session.update',
    session: { type: 'realtime', output_modalities: ['text'], tools: TOOLS },
  });
  await reply();
  for (const text of callerSays) {
    script.push(`Emma: ${text}`);
    await send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
    await reply();
  }
  return script.join('\n');
}

const START = [
  'i lost my credit card',
  'four eight two nine',
  'march fourteenth nineteen eighty five',
];

test('a caller who lost her card has it blocked and a new one sent', async () => {
  expect(await call([...START, 'yes please', 'yes', 'no thank you'])).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Emma: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Emma: yes please
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address on file?
    Emma: yes
      → order_replacement(card_last_four: 4829) ok
    Luna: Your new card will arrive by Friday. The tracking number is N W 4 4 2. Is there anything else I can help you with?
    Emma: no thank you
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye."
  `);
});

test('everything is said in one sentence', async () => {
  expect(
    await call(['my card ending in 4829 was stolen, i was born on 14 March 1985', 'yes go ahead']),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: my card ending in 4829 was stolen, i was born on 14 March 1985
    Luna: I'm sorry to hear that. I'll help you block the card right away. Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?
    Emma: yes go ahead
      → block_card(card_last_four: 4829, reason: stolen) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address on file?"
  `);
});

test('wrong digits are asked for again', async () => {
  expect(await call(['my card is gone', '4820', 'pin is 7316', '4829', '7316', 'yeah']))
    .toMatchInlineSnapshot(`
      "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
      Emma: my card is gone
      Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
      Emma: 4820
      Luna: And your date of birth, or your four-digit PIN?
      Emma: pin is 7316
      Luna: Thank you. One moment while I check that.
        → verify_identity(card_last_four: 4820, pin: 7316) no_match
      Luna: I'm sorry, those details don't match. You have two attempts left. What are the last four digits of the card?
      Emma: 4829
      Luna: And your date of birth, or your four-digit PIN?
      Emma: 7316
      Luna: Thank you. One moment while I check that.
        → verify_identity(card_last_four: 4829, pin: 7316) ok
      Luna: Thank you, Emma.
        → block_card(card_last_four: 4829, reason: lost) needs_confirmation
      Luna: Shall I block your Visa card ending in 4829 as lost?
      Emma: yeah
        → block_card(card_last_four: 4829, reason: lost) ok
      Luna: Your Visa card ending in 4829 is now blocked.
        → order_replacement(card_last_four: 4829) needs_confirmation
      Luna: Shall I send a new card to your address on file?"
    `);
});

test('a caller who corrects the digits and the reason', async () => {
  expect(
    await call([
      'i lost my card',
      'four eight two zero',
      'no sorry i meant four eight two nine',
      'seven three one six',
      'no it was stolen',
      'yes',
    ]),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: four eight two zero
    Luna: And your date of birth, or your four-digit PIN?
    Emma: no sorry i meant four eight two nine
    Luna: All right, I have corrected that. And your date of birth, or your four-digit PIN?
    Emma: seven three one six
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 7316) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Emma: no it was stolen
    Luna: Thank you, I have changed that.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?
    Emma: yes
      → block_card(card_last_four: 4829, reason: stolen) ok
    Luna: Your Visa card ending in 4829 is now blocked.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address on file?"
  `);
});

test('a card that is blocked already', async () => {
  expect(
    await call([...START, 'no', 'no that is all'], {
      block_card: () => ({ ok: true, say: 'That card is already blocked, so nobody can use it.' }),
    }),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Emma: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: That card is already blocked, so nobody can use it.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I send a new card to your address on file?
    Emma: no
    Luna: No problem, I will not order a new card for now. Is there anything else I can help you with?
    Emma: no that is all
    Luna: Thank you for calling Northwind Bank. Take care, goodbye."
  `);
});

test('a caller who does not want the card blocked after all', async () => {
  expect(await call([...START, 'no wait do not block it', 'no thanks bye'])).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Emma: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as lost?
    Emma: no wait do not block it
    Luna: All right, I have left the card as it is. Is there anything else I can help you with?
    Emma: no thanks bye
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye."
  `);
});

test('a caller who wants a person', async () => {
  expect(await call(['i lost my card', 'can i speak to a real person please']))
    .toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: can i speak to a real person please
    Luna: Of course. I will put you through to a colleague.
      → transfer_to_agent(reason: the caller asked for a person) ok
    Luna: A colleague will call you back shortly."
  `);
});

test('too many wrong attempts end with a person', async () => {
  expect(
    await call(START, {
      verify_identity: () => ({
        ok: false,
        why: 'too_many_attempts',
        say: "I'm sorry, I could not verify you.",
      }),
    }),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Emma: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) too_many_attempts
    Luna: I'm sorry, I could not verify you.
      → transfer_to_agent(reason: identity could not be verified) ok
    Luna: A colleague will call you back shortly."
  `);
});

test('a caller who talks nonsense is asked twice and then offered a person', async () => {
  expect(
    await call([
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
    Emma: purple monkeys
    Luna: I'm sorry, I didn't catch that. I can block a lost, stolen or damaged card and send you a new one. How can I help you today?
    Emma: banana
    Luna: Sorry, I still did not get that. I can block a lost, stolen or damaged card and send you a new one. How can I help you today?
    Emma: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: blah blah
    Luna: I'm sorry, I didn't catch that. Could you say just the last four digits of the card, one after the other, please?
    Emma: fish
    Luna: Sorry, I still did not get that. Could you say just the last four digits of the card, one after the other, please?
    Emma: hmm
    Luna: I'm sorry, I am having trouble understanding. Would you like me to put you through to a colleague?
    Emma: no
    Luna: Could you say just the last four digits of the card, one after the other, please?
    Emma: 4829
    Luna: And your date of birth, or your four-digit PIN?"
  `);
});

test('repeat, wait, not knowing, and small talk', async () => {
  expect(
    await call([
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
    Emma: hello
    Luna: How can I help you today?
    Emma: what is the weather like
    Luna: I'm afraid I can only help with your banking. I can block a lost, stolen or damaged card and send you a new one. How can I help you today?
    Emma: my wallet was stolen
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?
    Emma: can you say that again
    Luna: What are the last four digits of the card?
    Emma: hold on
    Luna: Of course, take your time.
    Emma: i do not know
    Luna: You will find them on any statement, or in the app, beside the name of the card. Take your time. What are the last four digits?
    Emma: it is 48 29
    Luna: And your date of birth, or your four-digit PIN?
    Emma: who are you
    Luna: I am Luna, the automated assistant of Northwind Bank. And your date of birth, or your four-digit PIN?
    Emma: march fourteenth
    Luna: And in which year?
    Emma: nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma.
      → block_card(card_last_four: 4829, reason: stolen) needs_confirmation
    Luna: Shall I block your Visa card ending in 4829 as stolen?"
  `);
});

test('another wish than cards', async () => {
  expect(await call(['i would like to check my mortgage', 'no', 'i want to block my card']))
    .toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Emma: i would like to check my mortgage
    Luna: I'm afraid I cannot do that on this line. I can block a lost, stolen or damaged card and send you a new one. Would you like me to put you through to a colleague?
    Emma: no
    Luna: Is there anything else I can help you with?
    Emma: i want to block my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of the card?"
  `);
});
