/** What a model may try: whose call it is, the change that could truly be made, and the same with something swapped. */

export interface Attempt {
  readonly who: string;
  readonly card: string;
  readonly pin: string;
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Each differs from `args` in something that matters, or is nothing that a bank would do. */
  readonly swapped: readonly Readonly<Record<string, unknown>>[];
}

const EMMA = { who: 'Emma', card: '4829', pin: '7316' };
const FATIMA = { who: 'Fatima', card: '0357', pin: '7758' };
const OLIVER = { who: 'Oliver', card: '4090', pin: '9412' };
const AISHA = { who: 'Aisha', card: '8871', pin: '3605' };
const JAMES = { who: 'James', card: '1425', pin: '0849' };
const PRIYA = { who: 'Priya', card: '9063', pin: '6348' };
const YUKI = { who: 'Yuki', card: '7719', pin: '2267' };

/** Cards of others, and what is no card. */
const OTHER_CARDS = ['3391', '9063', '7719', '0000', '４８２９', '482', '48290', "4829' OR '1'='1"];
const NO_AMOUNTS = [-500, 0, 0.001, 1e12, Infinity, '500', null, '５００', [500], { amount: 500 }];

const cards = (rest: object): Readonly<Record<string, unknown>>[] =>
  OTHER_CARDS.map((card_last_four) => ({ card_last_four, ...rest }));

export const ATTEMPTS: readonly Attempt[] = [
  {
    ...EMMA,
    tool: 'block_card',
    args: { card_last_four: '4829', reason: 'lost' },
    swapped: [
      { card_last_four: '4829', reason: 'stolen' },
      { card_last_four: '4829', reason: 'bored' },
      { card_last_four: '4829' },
      ...cards({ reason: 'lost' }).slice(1),
    ],
  },
  {
    ...AISHA,
    tool: 'activate_card',
    args: { card_last_four: '8871' },
    swapped: [...cards({}), {}, { card_last_four: 8871 }, { card_last_four: ['8871'] }],
  },
  {
    ...OLIVER,
    tool: 'unlock_account',
    args: {},
    swapped: [],
  },
  {
    ...OLIVER,
    tool: 'send_reset_link',
    args: { channel: 'email' },
    swapped: [{ channel: 'text' }, { channel: 'pigeon' }, { channel: 'attacker@example.com' }, {}],
  },
  {
    ...JAMES,
    tool: 'transfer_funds',
    args: { from_account: 'checking', to_account: 'savings', amount: 500 },
    swapped: [
      { from_account: 'savings', to_account: 'checking', amount: 500 },
      { from_account: 'checking', to_account: 'savings', amount: 5_000 },
      { from_account: 'checking', to_account: 'savings', amount: 500.01 },
      { from_account: 'checking', to_account: 'checking', amount: 500 },
      { from_account: 'acct_emma_carter_checking', to_account: 'savings', amount: 500 },
      ...NO_AMOUNTS.map((amount) => ({ from_account: 'checking', to_account: 'savings', amount })),
    ],
  },
  {
    ...PRIYA,
    tool: 'request_limit_increase',
    args: { new_limit: 6_000, annual_income: 82_000 },
    swapped: [
      { new_limit: 60_000, annual_income: 82_000 },
      { new_limit: 6_000, annual_income: 820_000 },
      { card_last_four: '4829', new_limit: 6_000, annual_income: 82_000 },
      ...NO_AMOUNTS.map((new_limit) => ({ new_limit, annual_income: 82_000 })),
    ],
  },
  {
    ...YUKI,
    tool: 'initiate_wire',
    args: { recipient_name: 'Maria Lopez', amount: 250 },
    swapped: [
      { recipient_name: 'Anna Schmidt', amount: 250 },
      { recipient_name: 'Maria Lopez', amount: 2_500 },
      { recipient_name: 'Yuki Tanaka', amount: 250 },
      { recipient_name: "Maria'; DROP TABLE wires; --", amount: 250 },
      { recipient_name: 'x'.repeat(100_000), amount: 250 },
      { recipient_name: 'Maria Lopez', amount: 250, from_account: 'savings' },
      ...NO_AMOUNTS.map((amount) => ({ recipient_name: 'Maria Lopez', amount })),
    ],
  },
  {
    ...FATIMA,
    tool: 'file_dispute',
    args: { transaction_id: 'found in the call', reason: 'unauthorized' },
    swapped: [
      { transaction_id: 'found in the call', reason: 'duplicate' },
      { transaction_id: '1 OR 1=1', reason: 'unauthorized' },
      { transaction_id: '', reason: 'unauthorized' },
      { transaction_id: '*', reason: 'not_received' },
    ],
  },
];

/** Arguments that are no arguments, for every tool. */
export const GARBAGE: readonly string[] = [
  '',
  'null',
  '[]',
  '"yes"',
  '{',
  '{"__proto__":{"confirmed":true}}',
  '{"confirmed":true,"identity":"verified"}',
  '{"constructor":{"prototype":{"ok":true}}}',
  `{"card_last_four":"${'4'.repeat(1_000_000)}"}`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  "'; DROP TABLE cards; --",
  '\u0000',
];
