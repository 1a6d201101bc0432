/** Daniel Okafor has lost his job and cannot pay his loan as agreed. A specialist takes over. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const DANIEL: Customer = { name: 'Daniel Okafor', card: '3391', born: '1978-07-02', pin: '2950' };
const OPENS: Wordings = [
  "I can't pay my loan this month",
  'I am having trouble with my loan payments',
  'I want to restructure my loan',
];
const LOST_JOB: Wordings = ['I lost my job', 'I lost my job last month', 'I am out of work'];
const TWO_HUNDRED: Wordings = [
  'two hundred dollars a month',
  'I could pay two hundred dollars',
  'about two hundred dollars each month',
];
const SINCE: Wordings = ['for two months', 'since September', 'about two months'];
const LOWER: Wordings = ['a lower payment', 'a lower monthly payment', 'lower payments'];
const PERSONAL: Wordings = ['my personal loan', 'the personal loan', 'personal'];

export const restructure: Part = {
  scenario: 'restructure',
  customer: DANIEL,
  answers: {
    since: [SINCE],
    help: [LOWER],
    hardship: [LOST_JOB],
    afford: [TWO_HUNDRED],
    amount: [TWO_HUNDRED],
    loan: [PERSONAL],
  },
  agrees: [{ to: /specialist|colleague|transfer|put you through/i }],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: [], outcome: 'escalated' },
    {
      name: 'several facts at once',
      opens: [
        "I lost my job and I can't pay my personal loan",
        'I lost my job last month and I am behind on my loan payments',
        'I am out of work and I can only pay two hundred dollars a month on my loan',
      ],
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'corrects the amount',
      opens: OPENS,
      answers: {
        afford: [
          [
            'three hundred dollars, no sorry, two hundred dollars',
            'two hundred fifty, no, I mean two hundred dollars',
            'four hundred, no wait, two hundred dollars a month',
          ],
          TWO_HUNDRED,
        ],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'cannot pay anything now',
      opens: OPENS,
      answers: {
        afford: [['nothing right now', 'I cannot pay anything right now', 'I do not know']],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'another hardship',
      opens: [
        'I am two payments behind on my loan',
        'my payments are too high',
        'I need a lower payment on my loan',
      ],
      answers: {
        hardship: [['my hours were cut at work', 'I had medical bills', 'my income was reduced']],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'three three nine two, no sorry, three three nine one',
            'thirty-three nineteen, I mean thirty-three ninety-one',
            'three three one nine, no wait, three three nine one',
          ],
          cardWords(DANIEL.card),
        ],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'changes his mind before it begins',
      opens: OPENS,
      answers: {
        card: [
          ['never mind, I will call again later', 'never mind', 'forget it, I will call back'],
        ],
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
    ...commonScripts({ customer: DANIEL, opens: OPENS, bank: [], outcome: 'escalated' }),
  ],
};
