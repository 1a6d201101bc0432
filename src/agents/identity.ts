/** How every scenario finds out who is calling: the card's last four digits and one more factor. */
import type { Task } from '#engine/engine.ts';

export const VERIFY_IDENTITY: Task = {
  tool: 'verify_identity',
  meanwhile: 'Thank you. One moment while I check that.',
  offer: undefined,
  slots: [
    {
      name: 'card_last_four',
      ask: 'What are the last four digits of your card?',
      askAgain:
        'Could you say just the last four digits of your card, one after the other, please?',
      expect: { for: 'digits', count: 4 },
      cues: ['card', 'ending', 'ends', 'last four', 'digits'],
      unknown:
        'You will find them on any statement, or in the app, beside the name of the card. Take your time. What are the last four digits?',
    },
    {
      name: 'date_of_birth',
      orDigits: 'pin',
      cues: ['born', 'birth', 'birthday'],
      orCues: ['pin'],
      ask: 'And your date of birth, or your four-digit PIN?',
      askAgain:
        'Could you tell me your date of birth, with day, month and year, or your four-digit PIN?',
      expect: { for: 'date-or-digits', count: 4 },
      unknown:
        'I need one of the two before I may go on. Which can you give me, your date of birth or your PIN?',
    },
  ],
};
