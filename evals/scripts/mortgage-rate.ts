/** Thomas Beaumont thinks of refinancing his house. A specialist takes over. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const THOMAS: Customer = { name: 'Thomas Beaumont', card: '2216', born: '1951-04-25', pin: '1927' };
const OPENS: Wordings = [
  'what are your mortgage rates',
  'I want to know about your mortgage rates',
  'I am thinking of refinancing my mortgage',
];
const FIXED_15: Wordings = [
  'the fifteen year fixed',
  'fifteen year fixed',
  'a fifteen year fixed rate',
];
const PLANS: Wordings = ['I want a lower rate', 'I want to refinance', 'a lower monthly payment'];

const THIS_YEAR: Wordings = ['this year', 'later this year', 'some time this year'];

export const mortgageRate: Part = {
  scenario: 'mortgage-rate',
  customer: THOMAS,
  answers: { product: [FIXED_15], plans: [PLANS], date: [THIS_YEAR], hardship: [PLANS] },
  agrees: [{ to: /specialist|colleague|transfer/i }],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: [], outcome: 'escalated' },
    {
      name: 'several facts at once',
      opens: [
        'what is your rate for a fifteen year fixed mortgage',
        'I want to refinance my mortgage to a fifteen year fixed',
        'tell me the rate for a fifteen year fixed loan',
      ],
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'corrects the product',
      opens: OPENS,
      answers: {
        product: [
          [
            'the thirty year, no sorry, the fifteen year fixed',
            'adjustable, no, I mean fifteen year fixed',
            'thirty year, no wait, fifteen year fixed',
          ],
          FIXED_15,
        ],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'an adjustable one',
      opens: OPENS,
      answers: { product: [['the adjustable', 'adjustable rate', 'a five year adjustable']] },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'does not know which',
      opens: OPENS,
      answers: { product: [["I don't know", 'I am not sure', "I don't know yet"], FIXED_15] },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'two two one seven, no sorry, two two one six',
            'twenty-two sixty-one, I mean twenty-two sixteen',
            'two one two six, no wait, two two one six',
          ],
          cardWords(THOMAS.card),
        ],
      },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'changes his mind',
      opens: OPENS,
      answers: {
        card: [['never mind', 'never mind, I will call back', 'forget it'], cardWords(THOMAS.card)],
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
    ...commonScripts({ customer: THOMAS, opens: OPENS, bank: [], outcome: 'escalated' }),
  ],
};
