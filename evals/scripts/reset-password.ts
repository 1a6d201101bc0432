/** Oliver Novak is locked out of online banking. */
import type { Customer, Part, Wordings } from '../caller/script.ts';
import { NO_THANKS, cardWords } from '../caller/wordings.ts';
import { commonScripts } from './common.ts';

const OLIVER: Customer = { name: 'Oliver Novak', card: '4090', born: '2000-02-29', pin: '9412' };
const FORGOT: Wordings = [
  'I forgot my password',
  'I need to reset my password',
  'I forgot my password for online banking',
];
const BY_EMAIL: Wordings = ['by email please', 'email', 'to my email'];
const BY_TEXT: Wordings = ['by text', 'text message please', 'send it by text'];
const LINK = { to: /link|e-?mail|text/i };
const UNLOCK = { to: /unlock|locked/i };
const EMAILED = ['online access unlocked', 'reset link sent by email'];

export const resetPassword: Part = {
  scenario: 'reset-password',
  customer: OLIVER,
  answers: { channel: [BY_EMAIL] },
  agrees: [
    {
      ...LINK,
      only: [/e-?mail/i],
      corrects: ['no, by email please', 'no, email', 'no, send it by email'],
    },
    UNLOCK,
  ],
  scripts: [
    { name: 'happy path', opens: FORGOT, bank: EMAILED, outcome: 'contained' },
    {
      name: 'several facts at once',
      opens: [
        'I forgot my password, please send me a reset link by text',
        'can you send me a reset link by text message, I forgot my password',
        'I need a reset link by text',
      ],
      answers: { channel: [BY_TEXT] },
      agrees: [
        {
          ...LINK,
          only: [/text|phone/i],
          corrects: ['no, by text', 'no, text message', 'no, by text please'],
        },
        UNLOCK,
      ],
      bank: ['online access unlocked', 'reset link sent by text'],
      outcome: 'contained',
    },
    {
      name: 'corrects the channel',
      opens: FORGOT,
      answers: {
        channel: [
          [
            'by text, no sorry, by email',
            'text, no wait, email please',
            'text me, no, I mean email',
          ],
          BY_EMAIL,
        ],
      },
      bank: EMAILED,
      outcome: 'contained',
    },
    { name: 'refuses the confirmation', opens: FORGOT, agrees: [], bank: [], outcome: 'contained' },
    {
      name: 'only the unlocking',
      opens: [
        'my account is locked, please unlock it',
        'I am locked out of online banking',
        'can you unlock my account',
      ],
      agrees: [UNLOCK],
      answers: { channel: [['no, I know my password', 'no link please', 'I do not need a link']] },
      bank: ['online access unlocked'],
      outcome: 'contained',
    },
    {
      name: 'corrects the digits',
      opens: FORGOT,
      answers: {
        card: [
          [
            'four zero nine one, no sorry, four zero nine zero',
            'forty ninety-one, I mean forty ninety',
            'four nine zero zero, no wait, four zero nine zero',
          ],
          cardWords(OLIVER.card),
        ],
      },
      bank: EMAILED,
      outcome: 'contained',
    },
    {
      name: 'changes his mind',
      opens: FORGOT,
      answers: {
        channel: [
          ['never mind, I remember it now', 'never mind', 'forget it, I remember my password'],
          BY_EMAIL,
        ],
        else: [NO_THANKS],
      },
      agrees: [],
      bank: [],
      outcome: 'contained',
    },
    ...commonScripts({ customer: OLIVER, opens: FORGOT, bank: EMAILED, outcome: 'contained' }),
  ],
};
