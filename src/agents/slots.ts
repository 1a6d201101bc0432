/** Questions that several scenarios ask. */
import type { Slot } from '#engine/engine.ts';
import { choices } from './any-of.ts';

/** Only asked where the caller has several. */
export const LOAN: Slot = {
  name: 'loan',
  optional: true,
  ask: 'Which loan do you mean: the auto loan, the personal loan, the student loan, or the home improvement loan?',
  askAgain: 'Please say one of them: auto, personal, student, or home improvement.',
  expect: { for: 'open' },
  choices: choices({
    auto: 'auto | auto loan | car loan | car | vehicle | truck',
    personal: 'personal | personal loan',
    student: 'student | student loan | college loan',
    home_improvement: 'home improvement | improvement loan | renovation | kitchen',
  }),
};

const ACCOUNTS = choices({
  checking: 'checking | checking account | current account',
  savings: 'savings | saving | savings account | saving account',
  credit_card: 'credit card | card account | visa | mastercard',
});

export function account(name: string, words: Pick<Slot, 'ask' | 'askAgain' | 'cues'>): Slot {
  return { name, expect: { for: 'open' }, choices: ACCOUNTS, ...words };
}

export const CARD: Slot = {
  name: 'card_last_four',
  ask: 'Which card is it? Please tell me its last four digits.',
  askAgain: 'Could you say the last four digits of the card once more?',
  expect: { for: 'digits', count: 4 },
};
