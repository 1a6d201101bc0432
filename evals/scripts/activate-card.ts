/** Aisha Rahman's new credit card has come. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const AISHA: Customer = { name: 'Aisha Rahman', card: '8871', born: '1983-08-08', pin: '3605' };
const OPENS: Wordings = [
  'I want to activate my new card',
  'I got a new card and I need to activate it',
  'my new credit card arrived, please activate it',
];
const ACTIVATE = { to: /activat/i, only: [/8871/], corrects: cardWords('8871') };
const TAP = { to: /contactless|tap/i };
const BOTH = ['card 8871 activated', 'contactless on card 8871 switched on'];

export const activateCard: Part = {
  scenario: 'activate-card',
  customer: AISHA,
  answers: {},
  agrees: [TAP, ACTIVATE],
  scripts: [
    { name: 'happy path', opens: OPENS, bank: BOTH, outcome: 'contained' },
    {
      name: 'several facts at once',
      opens: [
        'please activate my new card ending in eight eight seven one',
        'I want to activate my card eighty-eight seventy-one',
        'I need to activate my new card, the last four are eight eight seven one',
      ],
      bank: BOTH,
      outcome: 'contained',
    },
    {
      name: 'without contactless',
      opens: OPENS,
      agrees: [ACTIVATE],
      bank: ['card 8871 activated'],
      outcome: 'contained',
    },
    { name: 'refuses the confirmation', opens: OPENS, agrees: [], bank: [], outcome: 'contained' },
    {
      name: 'corrects the digits',
      opens: OPENS,
      answers: {
        card: [
          [
            'eight eight seven two, no sorry, eight eight seven one',
            'eighty-eight seventeen, I mean eighty-eight seventy-one',
            'eight seven eight one, no wait, eight eight seven one',
          ],
          cardWords(AISHA.card),
        ],
      },
      bank: BOTH,
      outcome: 'contained',
    },
    {
      name: 'changes her mind',
      opens: OPENS,
      answers: {
        factor: [['never mind, I will do it later', 'never mind', 'forget it, I will call back']],
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
    {
      name: 'wants both from the start',
      opens: [
        'activate my new card and turn on contactless please',
        'I want to activate my card and enable contactless',
        'please activate my new card with contactless payments',
      ],
      bank: BOTH,
      outcome: 'contained',
    },
    ...commonScripts({ customer: AISHA, opens: OPENS, bank: BOTH, outcome: 'contained' }),
  ],
};
