/** The ten whose stories the scenarios tell. What else belongs to a story is in the part it belongs to. */
import { type SeedCustomer, mastercard, visa } from './shape.ts';

export const DEMO_CALLERS: readonly SeedCustomer[] = [
  {
    name: 'Emma Carter',
    born: '1985-03-14',
    phone: '+15550104829',
    pin: '7316',
    accounts: [
      { kind: 'checking', opening: 4_820, cards: [visa('debit', '6157', '2029-09-30')] },
      { kind: 'savings', opening: 15_300 },
      {
        kind: 'credit_card',
        opening: -742,
        limit: 8_000,
        cards: [visa('credit', '4829', '2030-11-30')],
      },
    ],
  },
  {
    name: 'Miguel Santos',
    born: '1969-01-09',
    phone: '+12025550113',
    pin: '8023',
    accounts: [{ kind: 'checking', opening: 640, cards: [visa('debit', '7702', '2030-01-31')] }],
  },
  {
    name: 'Fatima Haddad',
    born: '1974-11-11',
    phone: '+12025550119',
    pin: '7758',
    accounts: [
      { kind: 'checking', opening: 5_230, cards: [visa('debit', '6638', '2029-12-31')] },
      {
        kind: 'credit_card',
        opening: -2_980,
        limit: 10_000,
        cards: [visa('credit', '0357', '2030-05-31')],
      },
    ],
  },
  {
    name: 'Daniel Okafor',
    born: '1978-07-02',
    phone: '+12025550111',
    pin: '2950',
    accounts: [
      { kind: 'checking', opening: 2_310, cards: [mastercard('debit', '3391', '2030-04-30')] },
      {
        kind: 'credit_card',
        opening: -1_205,
        limit: 5_000,
        cards: [
          {
            ...visa('credit', '1180', '2029-12-31'),
            status: 'blocked',
            blockedReason: 'stolen',
          },
        ],
      },
    ],
  },
  {
    name: 'Oliver Novak',
    born: '2000-02-29',
    phone: '+12025550118',
    pin: '9412',
    accounts: [
      { kind: 'checking', opening: 415, cards: [mastercard('debit', '4090', '2030-07-31')] },
    ],
  },
  {
    name: 'Aisha Rahman',
    born: '1983-08-08',
    phone: '+12025550117',
    pin: '3605',
    accounts: [
      { kind: 'checking', opening: 2_150 },
      {
        kind: 'credit_card',
        opening: 0,
        limit: 6_000,
        // New, not yet activated.
        cards: [{ ...visa('credit', '8871', '2031-03-31'), status: 'inactive' }],
      },
    ],
  },
  {
    name: 'James Whitfield',
    born: '1962-06-19',
    phone: '+12025550120',
    pin: '0849',
    accounts: [
      { kind: 'checking', opening: 11_060, cards: [mastercard('debit', '1425', '2030-03-31')] },
      { kind: 'savings', opening: 52_000 },
    ],
  },
  {
    name: 'Priya Raman',
    born: '1995-05-17',
    phone: '+12025550115',
    pin: '6348',
    accounts: [
      { kind: 'checking', opening: 1_890, cards: [visa('debit', '5544', '2029-08-31')] },
      {
        kind: 'credit_card',
        opening: -315,
        limit: 3_500,
        cards: [mastercard('credit', '9063', '2030-06-30')],
      },
    ],
  },
  {
    name: 'Thomas Beaumont',
    born: '1951-04-25',
    phone: '+12025550116',
    pin: '1927',
    accounts: [{ kind: 'checking', opening: 7_440, cards: [visa('debit', '2216', '2030-10-31')] }],
  },
  {
    name: 'Yuki Tanaka',
    born: '1990-09-03',
    phone: '+12025550121',
    pin: '2267',
    accounts: [
      { kind: 'checking', opening: 18_400 },
      {
        kind: 'credit_card',
        opening: -88,
        limit: 2_000,
        cards: [visa('credit', '7719', '2031-01-31')],
      },
    ],
  },
];
