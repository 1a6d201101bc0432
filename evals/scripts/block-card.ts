/** Emma Carter has lost her card, or had it stolen. */
import type { Agreement, Customer, Part, Wordings } from '../caller/script.ts';
import { NOTHING_ELSE, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const EMMA: Customer = { name: 'Emma Carter', card: '4829', born: '1985-03-14', pin: '7316' };
const BLOCK: Agreement = { to: /block/i, only: [/4829/], corrects: cardWords('4829') };
const REPLACE: Agreement = {
  to: /replacement|new card/i,
  only: [/4829/],
  corrects: cardWords('4829'),
};
const LOST: Wordings = ['I lost it', 'it was lost', 'lost, I left it somewhere'];
const STOLEN: Wordings = ['it was stolen', 'stolen', 'somebody stole it'];
const I_LOST_IT: Wordings = [
  'I lost my credit card',
  'I have lost my card',
  "I can't find my credit card",
];

export const blockCard: Part = {
  scenario: 'block-card',
  customer: EMMA,
  answers: { reason: [LOST] },
  agrees: [BLOCK, REPLACE],
  scripts: [
    {
      name: 'happy path',
      opens: I_LOST_IT,
      bank: ['card 4829 blocked, lost', 'replacement for card 4829 ordered'],
      outcome: 'contained',
    },
    {
      name: 'several facts at once',
      opens: [
        'my card ending in four eight two nine was stolen',
        'somebody stole my card, it ends in forty-eight twenty-nine',
        'I need to block my card four eight two nine, it was stolen',
      ],
      answers: { reason: [STOLEN] },
      bank: ['card 4829 blocked, stolen', 'replacement for card 4829 ordered'],
      outcome: 'contained',
    },
    {
      name: 'corrects the digits',
      opens: I_LOST_IT,
      answers: {
        card: [
          [
            'four eight two eight, no, sorry, four eight two nine',
            'four eight two seven, sorry, I mean four eight two nine',
            'four nine two nine, no wait, four eight two nine',
          ],
          cardWords('4829'),
        ],
      },
      bank: ['card 4829 blocked, lost', 'replacement for card 4829 ordered'],
      outcome: 'contained',
    },
    {
      name: 'refuses the confirmation',
      opens: ['I think I lost my card', 'I may have lost my card', 'I am afraid I lost my card'],
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'changes her mind: no new card',
      opens: I_LOST_IT,
      agrees: [BLOCK],
      bank: ['card 4829 blocked, lost'],
      outcome: 'contained',
    },
    {
      name: 'finds the card again',
      opens: I_LOST_IT,
      answers: {
        'yes-no': [
          [
            'no, I just found it, do not block it',
            'no wait, I found it',
            'no, never mind, I found my card',
          ],
          ['no thank you', 'no', 'no thanks'],
        ],
        else: [NOTHING_ELSE],
      },
      bank: [],
      outcome: 'contained',
    },
    ...commonScripts({
      customer: EMMA,
      opens: I_LOST_IT,
      bank: ['card 4829 blocked, lost', 'replacement for card 4829 ordered'],
      outcome: 'contained',
    }),
  ],
};
