/** What may happen in every scenario: a PIN goes wrong, a person is asked for, somebody talks of the weather. */
import type { Answers, Customer, Outcome, Script, Wordings } from '../caller/script.ts';
import { A_PERSON, OFF_TOPIC, pinWords, wrongPin } from '../caller/wordings.ts';

interface Usual {
  readonly customer: Customer;
  readonly opens: Wordings;
  /** How the same call ends when nothing is in its way. */
  readonly bank: readonly string[];
  readonly outcome: Outcome;
  readonly answers?: Answers;
}

export function commonScripts({ customer, opens, bank, outcome, answers = {} }: Usual): Script[] {
  const wrong = wrongPin(customer);
  return [
    {
      name: 'wrong PIN, then right',
      opens,
      answers: {
        ...answers,
        factor: [wrong, pinWords(customer.pin)],
        pin: [pinWords(customer.pin)],
      },
      bank,
      outcome,
    },
    {
      name: 'three wrong PINs',
      opens,
      answers: { ...answers, factor: [wrong], pin: [wrong] },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'asks for a person',
      opens,
      answers: { ...answers, card: [A_PERSON] },
      bank: [],
      outcome: 'escalated',
    },
    {
      name: 'goes off topic, then comes back',
      opens,
      answers: { ...answers, factor: [OFF_TOPIC, pinWords(customer.pin)] },
      bank,
      outcome,
    },
  ];
}
