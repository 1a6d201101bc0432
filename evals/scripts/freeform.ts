/** Callers who chose no scenario: Luna has to find out what they want. */
import type { Answers, Part, Script, Wordings } from '../caller/script.ts';
import { A_PERSON, NOTHING_ELSE, NO_THANKS, OFF_TOPIC } from '../caller/wordings.ts';
import { activateCard } from './activate-card.ts';
import { blockCard } from './block-card.ts';
import { dispute } from './dispute.ts';
import { loanBalance } from './loan-balance.ts';
import { mortgageRate } from './mortgage-rate.ts';
import { resetPassword } from './reset-password.ts';
import { transferFunds } from './transfer-funds.ts';
import { wireTransfer } from './wire-transfer.ts';

/** A scenario's own script, spoken to a Luna who does not know which one it is. */
function from(part: Part, name: string, changes: Partial<Script> = {}): Script {
  const script = part.scripts.find((one) => one.name === name);
  if (script === undefined) throw new Error(`${part.scenario} has no script "${name}"`);
  return {
    ...script,
    name: `${part.scenario}: ${name}`,
    customer: part.customer,
    agrees: script.agrees ?? part.agrees,
    ...changes,
    answers: { ...part.answers, ...script.answers, ...changes.answers },
  };
}

/** What he wants, said only when she asks for it a second time. */
function afterSmallTalk(opening: Wordings, small: Wordings): Answers {
  return { opening: [small, opening], else: [NOTHING_ELSE] };
}

const I_LOST_IT = blockCard.scripts[0]?.opens ?? A_PERSON;
const BALANCE: Wordings = [
  'how much money is in my checking account',
  'what is my checking balance',
  'can you tell me the balance of my checking account',
];

export const freeform: Part = {
  scenario: '',
  customer: blockCard.customer,
  answers: {},
  agrees: blockCard.agrees,
  scripts: [
    from(blockCard, 'happy path'),
    from(loanBalance, 'happy path'),
    from(dispute, 'several facts at once'),
    from(resetPassword, 'happy path'),
    from(activateCard, 'without contactless'),
    from(transferFunds, 'several facts at once'),
    from(mortgageRate, 'happy path'),
    from(wireTransfer, 'several facts at once'),
    from(blockCard, 'wrong PIN, then right'),
    from(blockCard, 'three wrong PINs'),
    from(blockCard, 'refuses the confirmation'),
    from(blockCard, 'happy path', {
      name: 'small talk first',
      answers: afterSmallTalk(I_LOST_IT, ['hello, how are you', 'hi there', 'good morning']),
    }),
    from(transferFunds, 'several facts at once', {
      name: 'two matters in one call',
      answers: { else: [BALANCE, NOTHING_ELSE] },
    }),
    {
      name: 'asks for a person at once',
      opens: A_PERSON,
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'nothing a bank can do',
      opens: OFF_TOPIC,
      answers: {
        opening: [OFF_TOPIC, NO_THANKS],
        unclear: [['never mind then, goodbye', 'okay, goodbye', 'no thank you, goodbye']],
      },
      bank: [],
      outcome: 'contained',
    },
  ],
};
