/** A higher limit: the score, the request, and a specialist who decides. */
import type { Slot } from '#engine/engine.ts';
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { handoverTask } from './handover-task.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { CREDIT_LIMIT_PHRASES } from './phrases/credit-limit.ts';
import type { Scenario } from './scenario.ts';

const NEW_LIMIT: Slot = {
  name: 'new_limit',
  ask: 'Which limit would you like to have?',
  askAgain: 'What should the new limit be, in dollars?',
  expect: { for: 'amount' },
  cues: ['limit to', 'limit of', 'limit', 'up to', 'to'],
};

const ANNUAL_INCOME: Slot = {
  name: 'annual_income',
  ask: 'And what is your annual income before taxes?',
  askAgain: 'About how many dollars do you earn in a year, before taxes?',
  expect: { for: 'amount' },
  cues: ['income', 'income is', 'earn', 'i make', 'salary'],
  unknown: 'A rough figure is enough: about how much is it in a year?',
};

export const creditLimit: Scenario = {
  id: 'credit-limit',
  name: 'Higher credit limit',
  shows: 'Prepare a request for a higher limit.',
  icon: 'gauge',
  ends: 'escalated',
  says: ['I would like a higher credit limit', 'Raise my limit to $6,000, I earn $70,000 a year'],
  demo: demoCaller(
    'Priya Raman',
    { card: '9063', born: 'May 17, 1995', pin: '6348' },
    { 'Limit today': '$3,500' },
  ),
  callerPhone: '+12025550115',

  brief: {
    situation: 'The caller wants a higher limit on a credit card.',
    aim: 'look at the credit score, put the request in, and pass the caller to a specialist who decides.',
    tools: {
      check_credit_score:
        'once the caller is verified. It is a soft check and does not lower the score.',
      request_limit_increase:
        'once you know the limit the caller wants and the annual income before taxes. It only files the request.',
    },
    gathers: ['new_limit', 'annual_income', 'purpose: what the higher limit is for'],
    steps: [
      'Verify the caller with verify_identity.',
      'Look at the score with check_credit_score, and tell it.',
      'Ask which limit is wanted, then for the annual income before taxes; read both back with request_limit_increase.',
      'Ask what the higher limit is for. Promise nothing: the specialist decides.',
    ],
    samples: [
      "Sure, let's see what is possible.",
      'Looking at your score does not change it.',
      "Your request is in. I'm putting you through to a specialist who can decide on it.",
    ],
  },

  goal: {
    topic: 'a higher credit limit',
    wants:
      anyOf(`credit limit | limit | higher limit | higher credit limit | increase limit | increase my limit
      | increase my credit limit | raise limit | raise my limit | raise my credit limit | limit increase
      | credit limit increase | credit line | line of credit | more credit | credit score | my score
      | credit rating | extend my limit`),
    acknowledge: "Sure, let's see what is possible.",
    scope: 'I can look at your credit score and prepare your request for a higher limit.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'check_credit_score',
        meanwhile: 'I am looking at your credit score; that does not change it.',
        offer: undefined,
        slots: [],
      },
      {
        tool: 'request_limit_increase',
        meanwhile: '',
        offer: undefined,
        essential: true,
        declined: 'All right, I have not sent any request.',
        slots: [NEW_LIMIT, ANNUAL_INCOME],
      },
      handoverTask(
        'asks for a higher credit limit',
        [
          {
            name: 'purpose',
            ask: 'One last question for my colleague: what is the higher limit for?',
            askAgain: 'In a few words: what is it for, travel, a purchase, the family?',
            expect: { for: 'open' },
            anyWords: true,
            whenUnknown: 'not said',
            choices: choices({
              travel: 'travel | vacation | trip | holiday | traveling',
              'a larger purchase':
                'purchase | furniture | buy a car | a car | appliance | computer',
              'home and family':
                'wedding | getting married | renovation | renovating | moving | baby | school',
              business: 'my business | for business | company',
              'income went up': 'raise at work | got a raise | new job | income went up',
              'for emergencies': 'emergency | emergencies | just in case | to be safe',
            }),
          },
          NEW_LIMIT,
          ANNUAL_INCOME,
        ],
        "Thank you. I'm putting you through to a specialist now, who can decide on it.",
        'a higher credit limit was not asked for',
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
      text: 'I would like a higher credit limit.',
      expects: anyOf('limit | credit | score'),
    },
    {
      who: 'luna',
      text: "Sure, let's see what is possible. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Nine oh six three, May seventeenth, nineteen ninety-five.' },
    {
      who: 'luna',
      tool: 'check_credit_score',
      text: 'Thank you, {caller}. Your credit score is 742, and that is very good. Which limit would you like to have, and what is your annual income before taxes?',
    },
    {
      who: 'caller',
      text: 'Six thousand dollars. I earn seventy thousand a year.',
      expects: anyOf('thousand | dollars | earn | income'),
    },
    {
      who: 'luna',
      text: 'You want me to ask for a limit of $6,000 on your Mastercard credit card ending in 9063, instead of $3,500, with an income of $70,000 a year. Is that right?',
    },
    { who: 'caller', text: 'Yes.', expects: anyOf('yes | right | please') },
    {
      who: 'luna',
      tool: 'request_limit_increase',
      text: "I've recorded your request for a limit of $6,000, and a credit specialist will decide on it. What is the higher limit for?",
    },
    { who: 'caller', text: 'For a trip this summer.', expects: anyOf('trip | travel | for') },
    {
      who: 'luna',
      tool: 'transfer_to_agent',
      text: "Thank you. I'm putting you through to a specialist now, who can decide on it.",
    },
  ],
  phrasebook: CREDIT_LIMIT_PHRASES,
};
