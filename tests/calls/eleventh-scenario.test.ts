/** An eleventh scenario, made here: one file and one line of registration are all it takes. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { VERIFY_IDENTITY } from '#agents/identity.ts';
import { makeAgent } from '#agents/make-agent.ts';
import type { Scenario } from '#agents/scenario.ts';
import type { Tool } from '#tools/tool.ts';
import { typedBank } from './typed-call.ts';

const travelNotice: Scenario = {
  id: 'travel-notice',
  name: 'Travel notice',
  shows: 'Tell the bank where you will use your card.',
  icon: 'send',
  ends: 'resolved',
  says: ["I'm going to Canada next week"],
  demo: { name: 'Emma Carter', facts: [] },
  callerPhone: '+15550104829',
  brief: {
    situation: 'The caller is going abroad.',
    aim: 'note where the card will be used.',
    tools: { note_travel: 'once you know the country.' },
    steps: ['Verify the caller with verify_identity.', 'Note the journey with note_travel.'],
    samples: ['Have a good trip.'],
  },
  goal: {
    wants: ['going to', 'traveling', 'travel notice'],
    acknowledge: 'How nice.',
    scope: 'I can note where you will use your card.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'note_travel',
        meanwhile: '',
        offer: undefined,
        slots: [
          {
            name: 'country',
            ask: 'Which country are you going to?',
            askAgain: 'Could you say the name of the country once more?',
            expect: { for: 'open' },
            choices: [
              { value: 'Canada', phrases: ['canada'] },
              { value: 'Mexico', phrases: ['mexico'] },
            ],
          },
        ],
      },
    ],
  },
  script: [{ who: 'luna', text: 'Where are you going?' }],
  phrasebook: { phrases: ["i'm (going|traveling) to {country} [next week]"], classes: {} },
};

const Input = z.object({ country: z.string() });

test('an eleventh scenario holds a whole conversation, and its tool is kept by the same gate', async () => {
  const noted: string[] = [];
  const noteTravel: Tool<z.infer<typeof Input>> = {
    name: 'note_travel',
    title: 'Noting your journey',
    description: 'Notes where a card will be used.',
    input: Input,
    needs: 'verified',
    effect: 'change',
    readBack: ({ country }) => Promise.resolve(`Shall I note that you are going to ${country}?`),
    run: ({ country }) => {
      noted.push(country);
      return Promise.resolve({ ok: true, say: 'Noted. Have a good trip.', facts: { country } });
    },
  };
  await using bank = await typedBank([noteTravel]);
  const call = await bank.call(makeAgent(travelNotice), [
    "i'm going to canada",
    '4829',
    '7316',
    'no to mexico',
    'yes',
    'no thank you',
  ]);
  expect(call.did).toEqual(['verify_identity', 'note_travel']);
  expect(noted).toEqual(['Mexico']);
  expect(call.ending).toBe('goodbye');
});
