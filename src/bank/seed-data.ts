/** The fictional customers of the demo bank. Numbers are from ranges that are never assigned. */
import type { AccountKind, BlockReason, CardStatus } from './tables.ts';

interface SeedCard {
  readonly lastFour: string;
  readonly kind: 'credit' | 'debit';
  readonly brand: 'Visa' | 'Mastercard';
  readonly expiresOn: string;
  readonly status?: CardStatus;
  readonly blockedReason?: BlockReason;
}

interface SeedAccount {
  readonly kind: Exclude<AccountKind, 'internal'>;
  /** Whole dollars; negative is owed to the bank. */
  readonly opening: number;
  /** Whole dollars the customer may owe at most. */
  readonly limit?: number;
  readonly cards?: readonly SeedCard[];
}

export interface SeedCustomer {
  readonly name: string;
  readonly born: string;
  readonly phone: string;
  readonly pin: string;
  readonly accounts: readonly SeedAccount[];
}

export const SEED: readonly SeedCustomer[] = [
  {
    name: 'Emma Carter',
    born: '1985-03-14',
    phone: '+15550104829',
    pin: '7316',
    accounts: [
      { kind: 'current', opening: 4_820, cards: [visa('debit', '6157', '2028-09-30')] },
      { kind: 'savings', opening: 15_300 },
      {
        kind: 'credit_card',
        opening: -742,
        limit: 8_000,
        cards: [visa('credit', '4829', '2027-11-30')],
      },
    ],
  },
  {
    name: 'Daniel Okafor',
    born: '1978-07-02',
    phone: '+12025550111',
    pin: '2950',
    accounts: [
      { kind: 'current', opening: 2_310, cards: [mastercard('debit', '3391', '2027-04-30')] },
      {
        kind: 'credit_card',
        opening: -1_205,
        limit: 5_000,
        cards: [
          {
            ...visa('credit', '1180', '2026-12-31'),
            status: 'blocked',
            blockedReason: 'stolen',
          },
        ],
      },
    ],
  },
  {
    // No card at all.
    name: 'Grace Lindqvist',
    born: '1992-12-30',
    phone: '+12025550112',
    pin: '4471',
    accounts: [{ kind: 'savings', opening: 9_950 }],
  },
  {
    name: 'Miguel Santos',
    born: '1969-01-09',
    phone: '+12025550113',
    pin: '8023',
    accounts: [
      { kind: 'current', opening: 640, cards: [visa('debit', '7702', '2029-01-31')] },
      { kind: 'loan', opening: -12_400 },
    ],
  },
  {
    // Ends like Priya Raman's: the last four digits alone do not say whose card it is.
    name: 'Hannah Weiss',
    born: '1988-10-21',
    phone: '+12025550114',
    pin: '5196',
    accounts: [
      { kind: 'current', opening: 3_075, cards: [mastercard('debit', '5544', '2028-02-29')] },
    ],
  },
  {
    name: 'Priya Raman',
    born: '1995-05-17',
    phone: '+12025550115',
    pin: '6348',
    accounts: [
      { kind: 'current', opening: 1_890, cards: [visa('debit', '5544', '2027-08-31')] },
      {
        kind: 'credit_card',
        opening: -315,
        limit: 3_500,
        cards: [mastercard('credit', '9063', '2028-06-30')],
      },
    ],
  },
  {
    name: 'Thomas Beaumont',
    born: '1951-04-25',
    phone: '+12025550116',
    pin: '1927',
    accounts: [
      { kind: 'current', opening: 7_440, cards: [visa('debit', '2216', '2026-10-31')] },
      { kind: 'mortgage', opening: -186_000 },
    ],
  },
  {
    name: 'Aisha Rahman',
    born: '1983-08-08',
    phone: '+12025550117',
    pin: '3605',
    accounts: [
      {
        kind: 'credit_card',
        opening: 0,
        limit: 6_000,
        // New, not yet activated.
        cards: [{ ...visa('credit', '8871', '2030-03-31'), status: 'inactive' }],
      },
    ],
  },
  {
    name: 'Oliver Novak',
    born: '2000-02-29',
    phone: '+12025550118',
    pin: '9412',
    accounts: [
      { kind: 'current', opening: 415, cards: [mastercard('debit', '4090', '2027-07-31')] },
    ],
  },
  {
    name: 'Fatima Haddad',
    born: '1974-11-11',
    phone: '+12025550119',
    pin: '7758',
    accounts: [
      { kind: 'current', opening: 5_230, cards: [visa('debit', '6638', '2028-12-31')] },
      {
        kind: 'credit_card',
        opening: -2_980,
        limit: 10_000,
        cards: [visa('credit', '0357', '2029-05-31')],
      },
    ],
  },
  {
    name: 'James Whitfield',
    born: '1962-06-19',
    phone: '+12025550120',
    pin: '0849',
    accounts: [
      { kind: 'current', opening: 11_060, cards: [mastercard('debit', '1425', '2027-03-31')] },
      { kind: 'savings', opening: 52_000 },
      { kind: 'loan', opening: -4_100 },
    ],
  },
  {
    name: 'Yuki Tanaka',
    born: '1990-09-03',
    phone: '+12025550121',
    pin: '2267',
    accounts: [
      {
        kind: 'credit_card',
        opening: -88,
        limit: 2_000,
        cards: [visa('credit', '7719', '2028-01-31')],
      },
    ],
  },
];

function visa(kind: 'credit' | 'debit', lastFour: string, expiresOn: string): SeedCard {
  return { kind, lastFour, expiresOn, brand: 'Visa' };
}

function mastercard(kind: 'credit' | 'debit', lastFour: string, expiresOn: string): SeedCard {
  return { kind, lastFour, expiresOn, brand: 'Mastercard' };
}
