/** What the callers of all scenarios say, in several ways, and what must have come of it. */

export interface Story {
  readonly scenario: string;
  /** Digits of the card and a second factor, as they are asked for. */
  readonly identity: readonly string[];
  /** How the call begins. */
  readonly wish: string;
  /** Said one after the other once the caller is identified. */
  readonly answers: readonly string[];
  /** The tools that succeed after the identity check. */
  readonly does: readonly string[];
  readonly ends: 'escalated' | 'goodbye';
  /** New rows of the bank, or rows as they are afterwards: by table, in part. */
  readonly changes: Readonly<Record<string, object>>;
  readonly details?: object;
  /** Everything in one sentence, and what is still to be said then. */
  readonly atOnce: readonly string[];
  /** The same with a correction on the way. */
  readonly corrected: readonly string[];
  /** The first change is refused when it is read back; tools that succeed nevertheless. */
  readonly refused?: { readonly answers: readonly string[]; readonly does: readonly string[] };
}

const NO_MORE = "no that's all";

export const STORIES: readonly Story[] = [
  {
    scenario: 'block-card',
    identity: ['four eight two nine', 'march fourteenth nineteen eighty five'],
    wish: 'i lost my credit card',
    answers: ['yes please', 'yes', NO_MORE],
    does: ['block_card', 'order_replacement'],
    ends: 'goodbye',
    changes: { cards: { last_four: '4829', status: 'blocked', blocked_reason: 'lost' } },
    atOnce: ['i lost my card ending in 4829 and my pin is 7316', 'yes', 'yes', NO_MORE],
    corrected: [
      'my card was stolen',
      '4820',
      'no sorry 4829',
      '7316',
      'no it was lost',
      'yes',
      'yes',
      NO_MORE,
    ],
    refused: { answers: ['no', NO_MORE], does: [] },
  },
  {
    scenario: 'loan-balance',
    identity: ['seven seven oh two', '8023'],
    wish: 'how much do i still owe on my loan',
    answers: ['yes please', NO_MORE],
    does: ['check_loan_balance', 'calculate_payoff'],
    ends: 'goodbye',
    changes: {},
    atOnce: [
      'what is my loan balance, my card ends in 7702 and i was born january ninth 1969',
      'yes',
      NO_MORE,
    ],
    corrected: ['my loan balance please', '7701', 'no sorry 7702', '8023', 'yes', NO_MORE],
    refused: { answers: ['no thanks', NO_MORE], does: ['check_loan_balance'] },
  },
  {
    scenario: 'dispute',
    identity: ['0357', 'november eleventh 1974'],
    wish: "there is a charge i don't recognize",
    answers: ['it was 349.99 from blue harbor electronics', 'yes', NO_MORE],
    does: ['get_transaction_details', 'file_dispute'],
    ends: 'goodbye',
    changes: { disputes: { reason: 'unauthorized' } },
    atOnce: [
      "i don't recognize a charge of 349.99 from blue harbor electronics, my card ends in 0357 and my pin is 7758",
      'yes dispute it',
      NO_MORE,
    ],
    corrected: [
      "there is a charge of 349.99 that i don't recognize",
      '0356',
      'no sorry 0357',
      '7758',
      'yes',
      NO_MORE,
    ],
    refused: {
      answers: ['349.99 from blue harbor electronics', 'no', NO_MORE],
      does: ['get_transaction_details'],
    },
  },
  {
    scenario: 'restructure',
    identity: ['three three nine one', '2950'],
    wish: "i lost my job and i can't pay my loan",
    answers: ['since august', 'a lower payment', 'a hundred dollars'],
    does: ['get_account_details', 'transfer_to_agent'],
    ends: 'escalated',
    changes: {},
    details: {
      hardship_reason: 'lost job',
      since_when: 'since august',
      wanted_help: 'lower monthly payment',
      affordable_payment: 100,
    },
    atOnce: [
      "i lost my job and i can't pay my loan, i need lower payments, my card ends in 3391 and my pin is 2950",
      'since august',
      'i could pay a hundred dollars',
    ],
    corrected: [
      "i can't afford my loan payments",
      '3391',
      '2950',
      'my hours were cut',
      'no actually i lost my job',
      'since august',
      'a lower payment',
      'a hundred dollars',
    ],
  },
  {
    scenario: 'reset-password',
    identity: ['4090', 'february 29 2000'],
    wish: 'i am locked out of my online banking',
    answers: ['by email', 'yes', 'yes please', NO_MORE],
    does: ['send_reset_link', 'unlock_account'],
    ends: 'goodbye',
    changes: {
      password_resets: { customer_id: 'cust_oliver_novak' },
      online_access: { status: 'active' },
    },
    atOnce: [
      'i forgot my password, send me a link by email, my card ends in 4090 and my pin is 9412',
      'yes',
      'yes',
      NO_MORE,
    ],
    corrected: [
      'reset my password please',
      '4090',
      '9412',
      'as a text',
      'no by email',
      'yes',
      'yes',
      NO_MORE,
    ],
    refused: { answers: ['by email', 'no', 'no', NO_MORE], does: [] },
  },
  {
    scenario: 'activate-card',
    identity: ['8871', '3605'],
    wish: 'i got my new card and want to activate it',
    answers: ['yes', 'yes please', NO_MORE],
    does: ['activate_card', 'enable_contactless'],
    ends: 'goodbye',
    changes: { cards: { last_four: '8871', status: 'active', contactless: 1 } },
    atOnce: [
      'activate my new card ending in 8871, i was born august 8 1983',
      'yes',
      'yes',
      NO_MORE,
    ],
    corrected: ['activate my card please', '8870', 'no wait 8871', '3605', 'yes', 'yes', NO_MORE],
    refused: { answers: ['no', NO_MORE], does: [] },
  },
  {
    scenario: 'transfer-funds',
    identity: ['one four two five', 'june nineteenth nineteen sixty two'],
    wish: 'i want to move some money',
    answers: ['from checking', 'to savings', 'five hundred dollars', 'yes', NO_MORE],
    does: ['transfer_funds'],
    ends: 'goodbye',
    changes: { transfers: { amount_cents: 50_000 } },
    atOnce: [
      'transfer 500 dollars from checking to savings, my card ends in 1425 and my pin is 0849',
      'yes',
      NO_MORE,
    ],
    corrected: [
      'transfer 400 dollars from checking to savings',
      '1425',
      '0849',
      'no i meant five hundred dollars',
      'yes',
      NO_MORE,
    ],
    refused: {
      answers: ['from checking', 'to savings', 'five hundred dollars', 'no', NO_MORE],
      does: [],
    },
  },
  {
    scenario: 'credit-limit',
    identity: ['9063', 'may 17 1995'],
    wish: 'i would like a higher credit limit',
    answers: ['six thousand dollars', 'seventy thousand', 'yes', 'for a trip'],
    does: ['check_credit_score', 'request_limit_increase', 'transfer_to_agent'],
    ends: 'escalated',
    changes: { limit_requests: {} },
    details: { new_limit: 6_000, annual_income: 70_000, purpose: 'travel' },
    atOnce: [
      'raise my limit to 6000 dollars, i earn 70000 dollars a year, my card ends in 9063 and my pin is 6348',
      'yes',
      'for a trip',
    ],
    corrected: [
      'raise my limit to six thousand dollars',
      '9063',
      '6348',
      'sixty thousand',
      'no sorry seventy thousand',
      'yes',
      'a vacation',
    ],
    refused: {
      answers: ['six thousand', 'seventy thousand', 'no', 'no thanks', NO_MORE],
      does: ['check_credit_score'],
    },
  },
  {
    scenario: 'mortgage-rate',
    identity: ['2216', '1927'],
    wish: 'can i get a better rate on my mortgage',
    answers: ['thirty years', 'in three months'],
    does: ['get_mortgage_details', 'check_rates', 'transfer_to_agent'],
    ends: 'escalated',
    changes: {},
    details: { wish: 'lower rate', product: 'fixed_30', time_horizon: 'in three months' },
    atOnce: [
      'i want a better rate for a thirty year mortgage, my card ends in 2216 and my pin is 1927',
      'in three months',
    ],
    corrected: [
      'i want a better rate on my mortgage',
      '2216',
      '1927',
      'fifteen years',
      'no thirty years',
      'in three months',
    ],
  },
  {
    scenario: 'wire-transfer',
    identity: ['7719', '2267'],
    wish: 'i need to send money abroad',
    answers: ['maria lopez', 'two thousand dollars', 'yes', 'for the rent', 'by friday'],
    does: ['verify_recipient', 'initiate_wire', 'transfer_to_agent'],
    ends: 'escalated',
    changes: { wires: { amount_cents: 200_000 } },
    details: { recipient_name: 'Maria Lopez', amount: 2_000, purpose: 'rent' },
    atOnce: [
      'wire 2000 dollars to maria lopez, my card ends in 7719 and my pin is 2267',
      'yes',
      'rent',
      'by friday',
    ],
    corrected: [
      'wire 2500 dollars to maria lopez',
      '7719',
      '2267',
      'no i meant two thousand dollars',
      'yes',
      'rent',
      'by friday',
    ],
    refused: {
      answers: ['maria lopez', 'two thousand dollars', 'no', 'no thanks', NO_MORE],
      does: ['verify_recipient'],
    },
  },
];
