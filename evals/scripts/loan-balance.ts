/** Miguel Santos wants to know what is left of his car loan. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, bornWords, cardWords, pinWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const MIGUEL: Customer = { name: 'Miguel Santos', card: '7702', born: '1969-01-09', pin: '8023' };
const HOW_MUCH: Wordings = [
  'how much is left on my car loan',
  'I want to know the balance of my auto loan',
  'how much do I still owe on my car loan',
];
const AUTO: Wordings = ['my auto loan', 'the car loan', 'auto'];
const TODAY: Wordings = ['today', 'as of today', 'today please'];
const PAYOFF = { to: /pay(ing)? (it )?off|payoff/i };

export const loanBalance: Part = {
  scenario: 'loan-balance',
  customer: MIGUEL,
  answers: { loan: [AUTO], date: [TODAY] },
  agrees: [PAYOFF],
  scripts: [
    { name: 'happy path', opens: HOW_MUCH, bank: [], outcome: 'contained' },
    {
      name: 'several facts at once',
      opens: [
        'what is left on my auto loan, my card ends in seven seven oh two',
        'my card is seventy-seven oh two, how much do I owe on my car loan',
        'I want the balance of my car loan, the card is seven seven zero two',
      ],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'wants the payoff',
      opens: [
        'how much would it cost to pay off my car loan today',
        'I want to pay off my auto loan early',
        'what is the payoff amount of my car loan',
      ],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'corrects the digits',
      opens: HOW_MUCH,
      answers: {
        card: [
          [
            'seven seven zero one, no sorry, seven seven zero two',
            'seven seven oh three, I mean seven seven oh two',
            'seventy-seven ten, no wait, seventy-seven oh two',
          ],
          cardWords(MIGUEL.card),
        ],
      },
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'does not want the payoff',
      opens: HOW_MUCH,
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'asks to hear it again',
      opens: HOW_MUCH,
      answers: {
        else: [
          ['can you repeat that please', 'could you say that again', 'sorry, can you repeat that'],
          NO_THANKS,
        ],
      },
      bank: [],
      outcome: 'contained',
    },
    {
      name: 'PIN and birthday both',
      opens: HOW_MUCH,
      answers: {
        factor: [
          [
            'January ninth nineteen sixty-nine, and my pin is eight zero two three',
            'my pin is eight zero two three',
            'my date of birth is January ninth nineteen sixty-nine',
          ],
          bornWords(MIGUEL.born),
        ],
        pin: [pinWords(MIGUEL.pin)],
      },
      bank: [],
      outcome: 'contained',
    },
    ...commonScripts({ customer: MIGUEL, opens: HOW_MUCH, bank: [], outcome: 'contained' }),
  ],
};
