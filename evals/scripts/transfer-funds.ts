/** James Whitfield moves money between his accounts. */
import type { Agreement, Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const JAMES: Customer = { name: 'James Whitfield', card: '1425', born: '1962-06-19', pin: '0849' };
const OPENS: Wordings = [
  'I want to transfer some money',
  'I need to move money between my accounts',
  'I want to make a transfer',
];
const CHECKING: Wordings = ['from checking', 'my checking account', 'checking'];
const SAVINGS: Wordings = ['to savings', 'my savings account', 'savings'];
const FIVE_HUNDRED: Wordings = ['five hundred dollars', 'five hundred', '500 dollars'];
const MOVED = ['$500.00 moved from checking to savings'];
const RIGHT: Agreement = {
  to: /transfer|move/i,
  only: [/\$500(\.00)?(?![\d,])/, /from .*checking.* to .*savings/i],
  corrects: [
    'no, five hundred dollars from checking to savings',
    'no, I said five hundred from checking to savings',
    'no, from checking to savings, five hundred dollars',
  ],
};

export const transferFunds: Part = {
  scenario: 'transfer-funds',
  customer: JAMES,
  answers: { from: [CHECKING], to: [SAVINGS], account: [CHECKING], amount: [FIVE_HUNDRED] },
  agrees: [RIGHT],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: MOVED, outcome: 'contained' },
    {
      name: 'several facts at once',
      opens: [
        'transfer five hundred dollars from checking to savings',
        'I want to move five hundred dollars from my checking account to my savings account',
        'please move five hundred dollars to savings from checking',
      ],
      bank: MOVED,
      outcome: 'contained',
    },
    {
      name: 'corrects the amount',
      opens: OPENS,
      answers: {
        amount: [
          [
            'five thousand, no sorry, five hundred dollars',
            'six hundred, I mean five hundred dollars',
            'four hundred, no wait, five hundred dollars',
          ],
          FIVE_HUNDRED,
        ],
      },
      bank: MOVED,
      outcome: 'contained',
    },
    {
      name: 'corrects at the read-back',
      opens: [
        'move four hundred dollars from checking to savings',
        'transfer four hundred dollars from checking to savings',
        'I want to move four hundred dollars from checking to savings',
      ],
      answers: { amount: [FIVE_HUNDRED] },
      agrees: [
        {
          ...RIGHT,
          corrects: [
            'no, make it five hundred dollars',
            'no, I meant five hundred dollars',
            'no, five hundred please',
          ],
        },
      ],
      bank: MOVED,
      outcome: 'contained',
    },
    { name: 'refuses the confirmation', opens: OPENS, agrees: [], bank: [], outcome: 'contained' },
    {
      name: 'more than there is',
      opens: [
        'move ninety thousand dollars from checking to savings',
        'transfer ninety thousand dollars from checking to savings',
        'I want to transfer ninety thousand dollars from checking to savings',
      ],
      answers: {
        amount: [['never mind', 'forget it', 'never mind then']],
        else: [NO_THANKS],
      },
      agrees: [{ to: /transfer|move/i }],
      bank: [],
      outcome: 'refused',
    },
    {
      name: 'only the balance',
      opens: [
        'how much money is in my checking account',
        'what is my checking balance',
        'I want to check the balance of my checking account',
      ],
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'changes his mind',
      opens: OPENS,
      answers: {
        amount: [['never mind, I will do it later', 'never mind', 'forget it'], FIVE_HUNDRED],
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
    ...commonScripts({ customer: JAMES, opens: OPENS, bank: MOVED, outcome: 'contained' }),
  ],
};
