/** What is left of a loan, and what it would take to pay it off. */
import { anyOf } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { LOAN_BALANCE_PHRASES } from './phrases/loan-balance.ts';
import type { Scenario } from './scenario.ts';
import { LOAN } from './slots.ts';

const BALANCE =
  anyOf(`loan | my loan | loan balance | balance loan | balance on loan | balance of my loan | owe
      | still owe | owe on loan | left on loan | left to pay | remaining balance | next payment
      | monthly payment | how much is left | status of my loan`);

const PAYOFF =
  anyOf(`pay off | pay off loan | pay off my loan | pay my loan off | pay it off | payoff
          | payoff amount | loan payoff | payoff of my loan | paid off | pay off early | prepay`);

export const loanBalance: Scenario = {
  id: 'loan-balance',
  name: 'Loan balance',
  shows: 'What is left, and what paying it off costs.',
  icon: 'hand-coins',
  ends: 'resolved',
  says: ['How much do I still owe on my car loan?', 'What would it cost to pay off my loan today?'],
  demo: demoCaller(
    'Miguel Santos',
    { card: '7702', born: 'January 9, 1969', pin: '8023' },
    { Loan: 'Auto loan' },
  ),
  callerPhone: '+12025550113',

  brief: {
    situation: 'The caller has a loan and wants to know how it stands.',
    aim: 'tell what is left of the loan, and what it would take to pay it off.',
    tools: {
      check_loan_balance:
        'once the caller is verified. Leave `loan` out unless the caller has named one.',
      calculate_payoff:
        'when the caller wants to pay the loan off, or says yes when you offer it. Without a date it is for today.',
    },
    steps: [
      'Verify the caller with verify_identity.',
      'Tell the balance and the next payment with check_loan_balance.',
      'Offer to work out the payoff amount; on a yes use calculate_payoff, and say until when the amount holds.',
    ],
    samples: [
      'Happy to look that up for you.',
      "You're more than halfway there.",
      'Would you like to know what it would take to pay it off today?',
    ],
  },

  goal: {
    topic: 'what is left of a loan',
    wants: [...BALANCE, ...PAYOFF],
    acknowledge: "Sure, I'll look that up for you.",
    scope: 'I can tell you what is left of a loan, and what it would take to pay it off.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'check_loan_balance',
        wants: BALANCE,
        meanwhile: '',
        offer: undefined,
        slots: [LOAN],
      },
      {
        tool: 'calculate_payoff',
        wants: PAYOFF,
        meanwhile: "I'm working that out.",
        offer: 'Would you like to know what it would take to pay it off?',
        declined: 'All right.',
        slots: [
          LOAN,
          {
            name: 'payoff_date',
            optional: true,
            ask: 'On which day would you like to pay it off?',
            askAgain: 'Which day is that, please: the day and the month?',
            expect: { for: 'date' },
            cues: ['off on', 'off by', 'as of'],
          },
        ],
      },
    ],
  },

  script: [
    {
      who: 'luna',
      text: 'Hello {caller}, this is {assistant} at {bank}. How can I help you today?',
    },
    {
      who: 'caller',
      text: 'How much do I still owe on my car loan?',
      expects: anyOf('loan | owe | balance | pay off'),
    },
    {
      who: 'luna',
      text: "Sure, I'll look that up for you. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Seven seven oh two, January ninth, nineteen sixty-nine.' },
    {
      who: 'luna',
      tool: 'check_loan_balance',
      text: 'Thank you, {caller}. You have $12,399.31 left to pay on your auto loan. Would you like to know what it would take to pay it off?',
    },
    { who: 'caller', text: 'Yes, please.', expects: anyOf('yes | please | sure') },
    {
      who: 'luna',
      tool: 'calculate_payoff',
      text: 'To pay it off today, you would pay the $12,399.31 and the interest since your last payment. Every day after that adds $1.86. Is there anything else I can help you with?',
    },
    { who: 'caller', text: "No, that's all.", expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: LOAN_BALANCE_PHRASES,
};
