/** The caller's mortgage and today's rates; a specialist makes the offer. */
import type { Slot } from '#engine/engine.ts';
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { handoverTask } from './handover-task.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { MORTGAGE_RATE_PHRASES } from './phrases/mortgage-rate.ts';
import type { Scenario } from './scenario.ts';

const PRODUCT: Slot = {
  name: 'product',
  ask: 'Which kind of mortgage would interest you: thirty years fixed, fifteen years fixed, or an adjustable rate?',
  askAgain: 'Please say thirty years, fifteen years, or adjustable.',
  expect: { for: 'open' },
  whenUnknown: 'open',
  choices: choices({
    fixed_30: 'thirty year | thirty years | thirty | 30 year | 30 years | 30',
    fixed_15: 'fifteen year | fifteen years | fifteen | 15 year | 15 years | 15',
    adjustable_5: 'adjustable | variable | five year | five years | 5 year | arm',
  }),
};

export const mortgageRate: Scenario = {
  id: 'mortgage-rate',
  name: 'Mortgage and rates',
  shows: "Your mortgage and today's rates.",
  icon: 'house',
  ends: 'escalated',
  says: ['Can I get a better rate on my mortgage?', 'What are your mortgage rates today?'],
  demo: demoCaller(
    'Thomas Beaumont',
    { card: '2216', born: 'April 25, 1951', pin: '1927' },
    { Mortgage: 'Thirty years fixed at 6.875 %' },
  ),
  callerPhone: '+12025550116',

  brief: {
    situation: 'The caller asks about a mortgage: their own, or a new one.',
    aim: "tell how their mortgage stands and what today's rates are, and pass them to a specialist who can make an offer.",
    tools: {
      get_mortgage_details: 'once the caller is verified and has, or may have, a mortgage with us.',
      check_rates:
        "for today's rates. It needs no identity, so general questions get an answer at once.",
    },
    gathers: [
      'wish: refinance, a lower rate, a new house, or paying off',
      'product: thirty years fixed, fifteen years fixed, or adjustable',
      'time_horizon: by when',
    ],
    steps: [
      'Verify the caller with verify_identity.',
      'Look at the mortgage with get_mortgage_details.',
      "Tell today's rates with check_rates, only those the caller asked about, and compare with the present one in one sentence.",
      'Gather what the specialist needs. Promise no rate: rates change daily, and the offer comes from the specialist.',
    ],
    samples: [
      "Let's see how your rate compares.",
      "That's a little lower than what you pay now. A specialist can tell you whether a change is worth it.",
      'By when would you like to have it settled?',
    ],
  },

  goal: {
    topic: 'a mortgage',
    wants: anyOf(`mortgage | my mortgage | mortgage rate | mortgage rates | rate on my mortgage
      | better rate on my mortgage | lower my mortgage | lower rate | better rate | interest rates | rates
      | todays rates | refinance | refinance my house | refinance my home | refinance my mortgage | refinancing
      | house loan | home loan | buy a house | buy a home | buying a house | fixed rate | adjustable rate`),
    acknowledge: "I'd be glad to look at that with you.",
    scope: "I can look at your mortgage, tell you today's rates, and bring you to a specialist.",
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'get_mortgage_details',
        meanwhile: '',
        offer: undefined,
        slots: [],
      },
      {
        tool: 'check_rates',
        meanwhile: '',
        offer: undefined,
        slots: [{ ...PRODUCT, optional: true }],
      },
      handoverTask(
        'asks about a mortgage',
        [
          {
            name: 'wish',
            ask: 'What do you have in mind: refinancing, a lower rate, or a new house?',
            askAgain: 'Please say refinancing, a lower rate, or a new house.',
            expect: { for: 'open' },
            anyWords: true,
            whenUnknown: 'not decided',
            choices: choices({
              refinance:
                'refinance | refinancing | refinancing it | switch my mortgage | new mortgage',
              'lower rate':
                'lower rate | better rate | lower my rate | lower my mortgage | cheaper | lower interest',
              'new house':
                'new house | buy a house | buy a home | buying a house | second home | buy a condo',
              'pay off': 'pay off | pay it off | pay more',
            }),
          },
          PRODUCT,
          {
            name: 'time_horizon',
            ask: 'And by when would you like to have it settled?',
            askAgain: 'Roughly when: this month, this year, or later?',
            expect: { for: 'open' },
            whenUnknown: 'open',
          },
        ],
        "Thank you. I'm putting you through to one of our mortgage specialists now, who can make you an offer.",
      ),
    ],
  },

  script: [
    {
      who: 'luna',
      text: 'Hello {caller}, this is {assistant} at {bank}. How can I help you today?',
    },
    {
      who: 'caller',
      text: 'Can I get a better rate on my mortgage?',
      expects: anyOf('mortgage | rate | refinance | house'),
    },
    {
      who: 'luna',
      text: "I'd be glad to look at that with you. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Two two one six, April twenty-fifth, nineteen fifty-one.' },
    {
      who: 'luna',
      tool: 'get_mortgage_details',
      text: 'Thank you, {caller}. Your 30-year fixed mortgage is at 6.875%, and you pay $1,372.99 a month. Which kind of mortgage would interest you: thirty years fixed, fifteen years fixed, or an adjustable rate?',
    },
    {
      who: 'caller',
      text: 'Thirty years fixed.',
      expects: anyOf('thirty | fifteen | fixed | adjustable'),
    },
    {
      who: 'luna',
      tool: 'check_rates',
      text: 'Today a 30-year fixed mortgage is at 6.125%, a little less than what you pay. By when would you like to have it settled?',
    },
    {
      who: 'caller',
      text: 'Within three months.',
      expects: anyOf('month | months | year | soon | week'),
    },
    {
      who: 'luna',
      tool: 'transfer_to_agent',
      text: "Thank you. I'm putting you through to one of our mortgage specialists now, who can make you an offer.",
    },
  ],
  phrasebook: MORTGAGE_RATE_PHRASES,
};
