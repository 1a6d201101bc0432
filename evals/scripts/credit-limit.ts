/** Priya Raman wants a higher limit. A specialist decides. */
import type { Agreement, Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const PRIYA: Customer = { name: 'Priya Raman', card: '9063', born: '1995-05-17', pin: '6348' };
const OPENS: Wordings = [
  'I want to increase my credit limit',
  'I would like a higher limit on my credit card',
  'can you raise my credit limit',
];
const SIX_THOUSAND: Wordings = ['six thousand dollars', 'six thousand', 'to six thousand dollars'];
const INCOME: Wordings = [
  'eighty-five thousand dollars',
  'eighty-five thousand a year',
  'I earn eighty-five thousand dollars',
];
const FOR_TRAVEL: Wordings = ['for travel', 'I travel a lot', 'for my vacation'];
const REQUESTED = ['limit of $6,000.00 for card 9063 requested, income $85,000.00'];
const RIGHT: Agreement = {
  to: /limit|raise|increase/i,
  only: [/\$6,?000(\.00)?(?![\d,])/],
  corrects: ['no, six thousand dollars', 'no, I said six thousand', 'no, to six thousand dollars'],
};

export const creditLimit: Part = {
  scenario: 'credit-limit',
  customer: PRIYA,
  answers: {
    limit: [SIX_THOUSAND],
    amount: [SIX_THOUSAND],
    income: [INCOME],
    purpose: [FOR_TRAVEL],
  },
  agrees: [RIGHT, { to: /specialist|colleague/i }],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: REQUESTED, outcome: 'escalated' },
    {
      name: 'several facts at once',
      opens: [
        'please raise my credit limit to six thousand dollars',
        'I want to increase my limit to six thousand dollars',
        'can you increase my limit to six thousand, my income is eighty-five thousand',
      ],
      bank: REQUESTED,
      outcome: 'escalated',
    },
    {
      name: 'corrects the limit',
      opens: OPENS,
      answers: {
        limit: [
          [
            'seven thousand, no sorry, six thousand dollars',
            'five thousand, I mean six thousand',
            'eight thousand, no wait, six thousand dollars',
          ],
          SIX_THOUSAND,
        ],
      },
      bank: REQUESTED,
      outcome: 'escalated',
    },
    {
      name: 'refuses the confirmation',
      opens: OPENS,
      agrees: [],
      bank: [],
      // She wants no such request, but somebody to talk to about it.
      outcome: 'escalated',
    },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'nine zero six two, no sorry, nine zero six three',
            'ninety thirty-six, I mean ninety sixty-three',
            'nine six zero three, no wait, nine zero six three',
          ],
          cardWords(PRIYA.card),
        ],
      },
      bank: REQUESTED,
      outcome: 'escalated',
    },
    {
      name: 'income by the month, then by the year',
      opens: OPENS,
      answers: {
        income: [
          INCOME,
          [
            'eighty-five thousand dollars a year',
            'eighty-five thousand',
            'eighty-five thousand dollars',
          ],
        ],
      },
      bank: REQUESTED,
      outcome: 'escalated',
    },
    {
      name: 'changes her mind',
      opens: OPENS,
      answers: {
        limit: [['never mind', 'never mind, I will leave it', 'forget it'], SIX_THOUSAND],
        opening: [
          OPENS,
          ['nothing, thank you, goodbye', 'nothing else, goodbye', 'no thank you, goodbye'],
        ],
        else: [NO_THANKS],
      },
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    ...commonScripts({ customer: PRIYA, opens: OPENS, bank: REQUESTED, outcome: 'escalated' }),
  ],
};
