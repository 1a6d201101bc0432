/** A loan that cannot be paid as agreed: listened to, written down, and handed to a specialist. */
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { handoverTask } from './handover-task.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { RESTRUCTURE_PHRASES } from './phrases/restructure.ts';
import type { Scenario } from './scenario.ts';
import { LOAN } from './slots.ts';

export const restructure: Scenario = {
  id: 'restructure',
  name: 'Restructure a loan',
  shows: 'When payments have become too much.',
  icon: 'life-buoy',
  ends: 'escalated',
  says: ["I lost my job and can't pay my loan", 'I need a lower monthly payment'],
  demo: demoCaller(
    'Daniel Okafor',
    { card: '3391', born: 'July 2, 1978', pin: '2950' },
    { Story: 'Lost his job in August, two payments late' },
  ),
  callerPhone: '+12025550111',

  brief: {
    situation: 'The caller cannot pay a loan as agreed, and may find it hard to talk about.',
    aim: 'see how the loan stands, hear what has happened and what would help, and pass the caller to a specialist who may change the terms.',
    tools: {
      get_account_details: 'once the caller is verified: what is left, the payment, what is late.',
    },
    gathers: [
      'hardship_reason: what has happened',
      'since_when',
      'wanted_help: a lower payment, a pause, or a longer term',
      'affordable_payment: what the caller could pay each month',
    ],
    steps: [
      'Show understanding first: it was right to call. Never blame, warn or threaten.',
      'Verify the caller with verify_identity.',
      'Look at the loan with get_account_details, and tell what is late, if anything, without reproach.',
      'Gather, one question at a time, what the specialist needs. Promise no terms: only the specialist can agree to any.',
    ],
    samples: [
      "I'm sorry to hear that, and I'm glad you called. We'll look for a way together.",
      'What would help you most: a lower payment, or a pause for a few months?',
      "Thank you for telling me. I'm putting you through to a specialist now, who has all of this in front of them.",
    ],
  },

  goal: {
    topic: 'trouble with the payments of a loan',
    wants:
      anyOf(`cannot pay | cannot pay my loan | cannot afford | cannot afford my payments | cannot make payment
      | cannot keep up | trouble paying | trouble with my payments | hard time paying | behind on payments
      | behind on my loan | late with payments | late on my loan | missed payment | missed my payment
      | lost my job | restructure | restructure my loan | reschedule loan | lower payment
      | lower my payments | lower monthly payment | lower my loan payment | reduce payments
      | reduce my loan payment | payment plan | payment holiday | pause payments | pause my loan
      | skip payment | defer payment | hardship | struggling | unemployed | out of work
      | more time to pay | extend my loan | smaller payments`),
    acknowledge: "I'm sorry to hear that, and I'm glad you called. We'll look for a way together.",
    scope:
      'I can look at your loan with you, and bring you to a specialist who may change its terms.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'get_account_details',
        meanwhile: "I'm looking at your loan.",
        offer: undefined,
        slots: [LOAN],
      },
      handoverTask(
        'wants to restructure a loan',
        [
          {
            name: 'hardship_reason',
            ask: 'May I ask what has happened, so that my colleague knows where you stand?',
            askAgain: 'In a few words, what has happened?',
            expect: { for: 'open' },
            anyWords: true,
            whenUnknown: 'not said',
            choices: choices({
              'lost job': `lost my job | lost job | laid off | unemployed | out of work | fired | lost work
                | no job | let go`,
              'lower income': `income was cut | hours were cut | hours cut | cut my hours | less income
                | salary was cut | reduced hours | less work | pay cut | earn less`,
              illness:
                'sick | ill | illness | medical | hospital | surgery | accident | sick leave',
              'change in the family':
                'divorce | divorced | separated | baby | maternity leave | died | passed away',
              'business in difficulty': 'my business | my shop | my company | self employed',
              'higher expenses': 'expenses | bills | rent went up | repairs | too expensive',
            }),
          },
          {
            name: 'since_when',
            ask: 'Since when has it been difficult?',
            askAgain: 'About how long has it been: some weeks, or some months?',
            expect: { for: 'open' },
            whenUnknown: 'not said',
          },
          {
            name: 'wanted_help',
            ask: 'What would help you most: a lower monthly payment, a pause, or more time to pay it back?',
            askAgain: 'Please say one of them: a lower payment, a pause, or a longer term.',
            expect: { for: 'open' },
            anyWords: true,
            whenUnknown: 'open',
            choices: choices({
              'lower monthly payment': `lower payment | lower monthly payment | lower my payment | lower payments
                | lower my payments | smaller payment | smaller payments | reduce my payment | pay less | lower rate
                | less a month | reduce the payment | reduce my payments`,
              'pause in payments': 'pause | break | holiday | skip | defer | postpone | stop for',
              'longer term': 'longer | more time | extend | extension | stretch',
            }),
          },
          {
            name: 'affordable_payment',
            ask: 'And how much could you pay each month at the moment?',
            askAgain: 'About how many dollars could you pay a month?',
            expect: { for: 'amount' },
            cues: ['could pay', 'can pay', 'afford', 'manage'],
            whenUnknown: 'not known yet',
            choices: choices({
              'nothing at the moment': 'nothing | cannot pay anything | not pay anything | zero',
            }),
          },
        ],
        "Thank you for telling me. I'm putting you through to a specialist for loans now, who will have all of this.",
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
      text: "I lost my job and can't pay my loan.",
      expects: anyOf('loan | pay | payment | job | afford'),
    },
    {
      who: 'luna',
      text: "I'm sorry to hear that, and I'm glad you called. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Three three nine one, July second, nineteen seventy-eight.' },
    {
      who: 'luna',
      tool: 'get_account_details',
      text: 'Thank you, {caller}. You have $8,480.13 left to pay on your personal loan, and two payments are late, together $600.10. Since when has it been difficult?',
    },
    { who: 'caller', text: 'Since August.', expects: anyOf('since | months | weeks | last') },
    {
      who: 'luna',
      text: 'What would help you most: a lower monthly payment, a pause, or more time to pay it back?',
    },
    {
      who: 'caller',
      text: 'A lower payment. I could pay a hundred dollars.',
      expects: anyOf('lower | less | pause | time | dollars'),
    },
    {
      who: 'luna',
      tool: 'transfer_to_agent',
      text: "Thank you for telling me. I'm putting you through to a specialist for loans now, who will have all of this.",
    },
  ],
  phrasebook: RESTRUCTURE_PHRASES,
};
