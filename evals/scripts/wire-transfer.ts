/** Yuki Tanaka sends money abroad. A specialist releases it. */
import type { Agreement, Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const YUKI: Customer = { name: 'Yuki Tanaka', card: '7719', born: '1990-09-03', pin: '2267' };
const OPENS: Wordings = [
  'I want to make a wire transfer',
  'I need to send a wire',
  'I want to wire money abroad',
];
const MARIA: Wordings = ['Maria Lopez', 'to Maria Lopez', 'it is for Maria Lopez'];
const AMOUNT: Wordings = [
  'twelve hundred dollars',
  'one thousand two hundred dollars',
  'twelve hundred',
];
const FAMILY: Wordings = ['for my family', 'family', 'it is for family'];
const WIRED = ['wire of $1,200.00 to Maria Lopez from checking awaits release'];
const RIGHT: Agreement = {
  to: /wire|send/i,
  only: [/\$1,?200(\.00)?(?![\d,])/, /Maria Lopez/],
  corrects: [
    'no, twelve hundred dollars to Maria Lopez',
    'no, one thousand two hundred dollars to Maria Lopez',
    'no, to Maria Lopez, twelve hundred dollars',
  ],
};

export const wireTransfer: Part = {
  scenario: 'wire-transfer',
  customer: YUKI,
  answers: {
    recipient: [MARIA],
    amount: [AMOUNT],
    purpose: [FAMILY],
    date: [['this week', 'by Friday', 'as soon as possible']],
    from: [['from checking', 'my checking account', 'checking']],
  },
  agrees: [RIGHT, { to: /specialist|colleague/i }],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: WIRED, outcome: 'escalated' },
    {
      name: 'several facts at once',
      opens: [
        'I want to wire twelve hundred dollars to Maria Lopez',
        'send twelve hundred dollars to Maria Lopez by wire',
        'I need to wire one thousand two hundred dollars to Maria Lopez in Spain',
      ],
      bank: WIRED,
      outcome: 'escalated',
    },
    {
      name: 'corrects the amount',
      opens: OPENS,
      answers: {
        amount: [
          [
            'two thousand, no sorry, twelve hundred dollars',
            'thirteen hundred, I mean twelve hundred dollars',
            'one thousand, no wait, one thousand two hundred dollars',
          ],
          AMOUNT,
        ],
      },
      bank: WIRED,
      outcome: 'escalated',
    },
    // She wants no such wire, but somebody to talk to about it.
    { name: 'refuses the confirmation', opens: OPENS, agrees: [], bank: [], outcome: 'escalated' },
    {
      name: 'somebody who is not saved',
      opens: OPENS,
      answers: {
        recipient: [['Robert Miller', 'to Robert Miller', 'it is for Robert Miller'], MARIA],
      },
      bank: WIRED,
      outcome: 'escalated',
    },
    {
      name: 'to Germany',
      opens: OPENS,
      answers: { recipient: [['Anna Schmidt', 'to Anna Schmidt', 'to Anna Schmidt in Germany']] },
      agrees: [
        { to: /wire|send/i, only: [/\$1,?200(\.00)?(?![\d,])/, /Anna Schmidt/] },
        { to: /specialist|colleague/i },
      ],
      bank: ['wire of $1,200.00 to Anna Schmidt from checking awaits release'],
      outcome: 'escalated',
    },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'seven seven nine one, no sorry, seven seven one nine',
            'seventy-seven ninety, I mean seventy-seven nineteen',
            'seven one seven nine, no wait, seven seven one nine',
          ],
          cardWords(YUKI.card),
        ],
      },
      bank: WIRED,
      outcome: 'escalated',
    },
    {
      name: 'changes her mind',
      opens: OPENS,
      answers: {
        amount: [['never mind', 'never mind, I will do it later', 'forget it'], AMOUNT],
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
    ...commonScripts({ customer: YUKI, opens: OPENS, bank: WIRED, outcome: 'escalated' }),
  ],
};
