/** Fatima Haddad does not know a charge; another one was made twice. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const FATIMA: Customer = { name: 'Fatima Haddad', card: '0357', born: '1974-11-11', pin: '7758' };
const OPENS: Wordings = [
  'I want to dispute a charge',
  'there is a charge on my card that I do not know',
  'I see a charge that I did not make',
];
const CHARGE: Wordings = [
  'three hundred forty-nine dollars and ninety-nine cents from Blue Harbor Electronics',
  'it is from Blue Harbor Electronics',
  'the one for three hundred forty-nine ninety-nine from Blue Harbor Electronics',
];
const BLUE_HARBOR: Wordings = [
  'Blue Harbor Electronics',
  'it says Blue Harbor Electronics',
  'Blue Harbor',
];
const NOT_MINE: Wordings = ['I did not make it', 'I never authorized it', 'it was not me'];
const DISPUTED = ['$349.99 at Blue Harbor Electronics disputed, unauthorized'];
const RIGHT_CHARGE = [/349\.99|blue harbor/i];

export const dispute: Part = {
  scenario: 'dispute',
  customer: FATIMA,
  answers: {
    charge: [CHARGE],
    shop: [BLUE_HARBOR],
    amount: [CHARGE],
    'why-disputed': [NOT_MINE],
  },
  agrees: [
    {
      to: /dispute|charge|349\.99/i,
      only: RIGHT_CHARGE,
      corrects: [
        'no, the one from Blue Harbor Electronics',
        'no, I mean Blue Harbor Electronics',
        'no, it was three hundred forty-nine ninety-nine',
      ],
    },
  ],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: DISPUTED, outcome: 'contained' },
    {
      name: 'several facts at once',
      opens: [
        'I did not make the charge of three hundred forty-nine dollars and ninety-nine cents from Blue Harbor Electronics',
        'there is a charge from Blue Harbor Electronics that I never authorized',
        'I want to dispute a charge from Blue Harbor Electronics, I did not make it',
      ],
      bank: DISPUTED,
      outcome: 'contained',
    },
    {
      name: 'corrects the merchant',
      opens: OPENS,
      answers: {
        charge: [
          [
            'from Corner Market, no sorry, from Blue Harbor Electronics',
            'it is Harvest Table, no, I mean Blue Harbor Electronics',
            'Northgate Fuel, no wait, Blue Harbor Electronics',
          ],
          CHARGE,
        ],
      },
      bank: DISPUTED,
      outcome: 'contained',
    },
    {
      name: 'refuses the confirmation',
      opens: OPENS,
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'the charge was hers after all',
      opens: OPENS,
      answers: {
        'yes-no': [
          [
            'no, wait, my husband bought that',
            'no, never mind, I remember it now',
            'no, forget it, that was me',
          ],
          ['no thank you', 'no', 'no thanks'],
        ],
      },
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'never received it',
      opens: [
        'I paid for something that never arrived',
        'I never received what I ordered, I want to dispute the charge',
        'I want to dispute a charge, the order never came',
      ],
      answers: {
        'why-disputed': [['I never received it', 'it never arrived', 'I did not receive it']],
      },
      bank: ['$349.99 at Blue Harbor Electronics disputed, not_received'],
      outcome: 'contained',
    },
    {
      name: 'a charge that does not exist',
      opens: OPENS,
      answers: {
        charge: [
          [
            'ninety-nine dollars from Juniper Books',
            'one from Juniper Books',
            'Juniper Books, ninety-nine dollars',
          ],
          CHARGE,
        ],
      },
      bank: DISPUTED,
      outcome: 'contained',
    },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'zero three five six, no sorry, zero three five seven',
            'oh three five nine, I mean oh three five seven',
            'zero three seven five, no wait, zero three five seven',
          ],
          cardWords(FATIMA.card),
        ],
      },
      bank: DISPUTED,
      outcome: 'contained',
    },
    ...commonScripts({ customer: FATIMA, opens: OPENS, bank: DISPUTED, outcome: 'contained' }),
  ],
};
