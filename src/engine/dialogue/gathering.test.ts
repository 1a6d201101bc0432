import { expect, test } from 'vitest';
import type { Flow, Slot } from '#engine/flow.ts';
import { playCall } from '#engine/realtime/rehearsed-call.ts';

const REASON: Slot = {
  name: 'why',
  ask: 'What has happened?',
  askAgain: 'Why is that?',
  expect: { for: 'open' },
  choices: [{ value: 'lost job', phrases: ['lost my job'] }],
  anyWords: true,
  whenUnknown: 'not said',
};

/** Two questions and a call with their answers. */
async function gather(...callerSays: readonly string[]): Promise<unknown> {
  const flow: Flow = {
    greeting: 'Hello. How can I help you today?',
    goals: [
      {
        id: 'hardship',
        wants: ['cannot pay'],
        acknowledge: 'I am sorry.',
        scope: '',
        tasks: [
          {
            tool: 'note',
            gathersInto: 'details',
            refusals: ['leave it'],
            meanwhile: '',
            offer: undefined,
            slots: [
              REASON,
              {
                name: 'amount',
                ask: 'How much was it, or where?',
                askAgain: 'How much?',
                expect: { for: 'amount' },
                unless: ['shop'],
              },
              {
                name: 'shop',
                optional: true,
                ask: 'Where?',
                askAgain: 'Where?',
                expect: { for: 'open' },
                choices: [{ value: 'Corner Market', phrases: ['corner market'] }],
              },
            ],
          },
        ],
      },
    ],
    scope: '',
    anythingElse: 'Anything else?',
    closing: 'Goodbye.',
  };
  let noted: unknown;
  await playCall({
    flow,
    tools: [{ type: 'function', name: 'note' }],
    callerSays,
    run: (_, json) => {
      noted = (JSON.parse(json) as { details: unknown }).details;
      return Promise.resolve('{"ok":true,"say":"Noted."}');
    },
  });
  return noted;
}

test('a reason nobody has thought of is taken in the words of the caller', async () => {
  expect(await gather('i cannot pay', 'the roof fell down', 'forty dollars')).toEqual({
    why: 'the roof fell down',
    amount: 40,
  });
});

test('a caller who does not know is not asked for it again', async () => {
  expect(await gather('i cannot pay', 'i do not know', 'forty dollars')).toEqual({
    why: 'not said',
    amount: 40,
  });
});

test('whoever names the shop is not asked for the amount', async () => {
  expect(await gather('i cannot pay since i lost my job', 'it was at corner market')).toEqual({
    why: 'lost job',
    shop: 'Corner Market',
  });
});

test('whoever refuses the whole thing is asked nothing more of it', async () => {
  expect(await gather('i cannot pay', 'no, leave it please', 'forty dollars')).toBeUndefined();
});
