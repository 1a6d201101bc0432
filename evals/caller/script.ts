/** What a simulated caller is: a customer, what he wants, how he answers, and what must be true at the end. */

/** What Luna wants to know, as a caller understands it. */
export type Question =
  | 'opening'
  | 'card'
  | 'factor'
  | 'born'
  | 'pin'
  | 'more-digits'
  | 'year'
  | 'day'
  | 'yes-no'
  | 'else'
  | 'there'
  | 'person'
  | 'reason'
  | 'loan'
  | 'date'
  | 'charge'
  | 'shop'
  | 'why-disputed'
  | 'hardship'
  | 'since'
  | 'help'
  | 'purpose'
  | 'afford'
  | 'channel'
  | 'from'
  | 'to'
  | 'account'
  | 'amount'
  | 'limit'
  | 'income'
  | 'product'
  | 'recipient'
  | 'plans'
  | 'unclear';

/** The same thing in other words; the first is the plainest, for a second asking. */
export type Wordings = readonly [string, string, string, ...string[]];

/** What an utterance does to a question that was read back, as the caller means it. */
export type Meaning = 'yes' | 'no' | 'fact' | 'aside';

/** What he says: once for each new asking, the last one from then on. */
export type Answers = Readonly<Partial<Record<Question, readonly Wordings[]>>>;

/** Something that the caller says yes to when it is read back or offered. */
export interface Agreement {
  readonly to: RegExp;
  /** All of it must be in what she read back, or else he corrects her. */
  readonly only?: readonly RegExp[];
  readonly corrects?: Wordings;
}

export type Outcome = 'contained' | 'escalated' | 'refused';

export interface Customer {
  readonly name: string;
  readonly card: string;
  /** `YYYY-MM-DD`. */
  readonly born: string;
  readonly pin: string;
}

export interface Script {
  /** `happy path`, `wrong PIN, then right`: unique within the scenario. */
  readonly name: string;
  readonly opens: Wordings;
  readonly answers?: Answers;
  readonly agrees?: readonly Agreement[];
  /** Sentences of `bank/sentences.ts`, in any order; none: nothing changed. */
  readonly bank: readonly string[];
  readonly outcome: Outcome;
  /** Identity must not have been asked or given for this. */
  readonly customer?: Customer;
}

export interface Part {
  /** As in `/ws?scenario=…`; empty for freeform. */
  readonly scenario: string;
  readonly customer: Customer;
  /** Where a script does not say otherwise. */
  readonly answers: Answers;
  readonly agrees: readonly Agreement[];
  readonly scripts: readonly Script[];
}
