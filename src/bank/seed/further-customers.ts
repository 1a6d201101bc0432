/** Everybody else, among them whatever a bank meets: closed accounts, blocked cards, digits that two share. */
import { type SeedCustomer, mastercard, visa } from './shape.ts';

export const FURTHER_CUSTOMERS: readonly SeedCustomer[] = [
  {
    // No card at all.
    name: 'Grace Lindqvist',
    born: '1992-12-30',
    phone: '+12025550112',
    pin: '4471',
    accounts: [{ kind: 'savings', opening: 9_950 }],
  },
  {
    // Ends like Priya Raman's: the last four digits alone do not say whose card it is.
    name: 'Hannah Weiss',
    born: '1988-10-21',
    phone: '+12025550114',
    pin: '5196',
    accounts: [
      { kind: 'checking', opening: 3_075, cards: [mastercard('debit', '5544', '2030-02-28')] },
    ],
  },
  {
    // His savings account is closed.
    name: 'Walter Brandt',
    born: '1958-03-22',
    phone: '+12025550122',
    pin: '6614',
    accounts: [
      { kind: 'checking', opening: 6_120, cards: [visa('debit', '2748', '2029-04-30')] },
      { kind: 'savings', opening: 0, closed: true },
    ],
  },
  {
    // The only card she has is blocked.
    name: 'Lucia Ferrari',
    born: '1987-11-05',
    phone: '+12025550123',
    pin: '3092',
    accounts: [
      { kind: 'checking', opening: 2_745 },
      {
        kind: 'credit_card',
        opening: -410,
        limit: 4_000,
        cards: [
          { ...visa('credit', '5093', '2029-08-31'), status: 'blocked', blockedReason: 'damaged' },
        ],
      },
    ],
  },
  {
    // His old card has expired, and he has the next one.
    name: 'Henry Adeyemi',
    born: '1971-09-14',
    phone: '+12025550124',
    pin: '8841',
    accounts: [
      {
        kind: 'checking',
        opening: 3_980,
        cards: [
          { ...mastercard('debit', '6402', '2026-06-30'), status: 'expired' },
          mastercard('debit', '7731', '2031-06-30'),
        ],
      },
    ],
  },
  {
    // She never activated her card, until it expired.
    name: 'Sofia Marin',
    born: '1999-01-27',
    phone: '+12025550125',
    pin: '1750',
    accounts: [
      { kind: 'checking', opening: 890 },
      {
        kind: 'credit_card',
        opening: 0,
        limit: 1_500,
        cards: [{ ...visa('credit', '3914', '2026-08-31'), status: 'inactive' }],
      },
    ],
  },
  {
    // He has left the bank: everything is closed.
    name: 'Arthur Penrose',
    born: '1944-12-08',
    phone: '+12025550126',
    pin: '4028',
    accounts: [
      {
        kind: 'checking',
        opening: 0,
        closed: true,
        cards: [
          { ...visa('debit', '9187', '2028-03-31'), status: 'blocked', blockedReason: 'lost' },
        ],
      },
      { kind: 'savings', opening: 0, closed: true },
    ],
  },
  {
    // Four cards.
    name: 'Noah Kim',
    born: '1993-06-30',
    phone: '+12025550127',
    pin: '9935',
    accounts: [
      {
        kind: 'checking',
        opening: 7_310,
        cards: [visa('debit', '4416', '2029-02-28'), mastercard('debit', '8250', '2030-09-30')],
      },
      { kind: 'savings', opening: 21_400 },
      {
        kind: 'credit_card',
        opening: -1_960,
        limit: 12_000,
        cards: [visa('credit', '1638', '2030-11-30'), mastercard('credit', '6579', '2029-12-31')],
      },
    ],
  },
  {
    // He and Julia Lang have cards that end alike.
    name: 'Peter Lang',
    born: '1980-02-17',
    phone: '+12025550128',
    pin: '2716',
    accounts: [
      { kind: 'checking', opening: 4_480, cards: [mastercard('debit', '3868', '2030-01-31')] },
      { kind: 'savings', opening: 12_750 },
    ],
  },
  {
    name: 'Julia Lang',
    born: '1982-07-23',
    phone: '+12025550129',
    pin: '5380',
    accounts: [
      { kind: 'checking', opening: 1_265, cards: [mastercard('debit', '3868', '2030-01-31')] },
      {
        kind: 'credit_card',
        opening: -635,
        limit: 5_000,
        cards: [visa('credit', '7204', '2030-05-31')],
      },
    ],
  },
  {
    // Two cards whose digits are easily mixed up.
    name: 'Clara Jensen',
    born: '1976-10-02',
    phone: '+12025550130',
    pin: '7107',
    accounts: [
      { kind: 'checking', opening: 3_360, cards: [visa('debit', '6021', '2030-08-31')] },
      {
        kind: 'credit_card',
        opening: -1_120,
        limit: 7_500,
        cards: [mastercard('credit', '6012', '2029-10-31')],
      },
    ],
  },
  {
    name: 'Samuel Osei',
    born: '1989-04-11',
    phone: '+12025550131',
    pin: '0391',
    accounts: [{ kind: 'checking', opening: 520, cards: [visa('debit', '9440', '2029-11-30')] }],
  },
  {
    name: 'Elena Petrova',
    born: '1967-08-19',
    phone: '+12025550132',
    pin: '6283',
    accounts: [
      { kind: 'checking', opening: 9_025, cards: [mastercard('debit', '1057', '2030-12-31')] },
      { kind: 'savings', opening: 88_000 },
    ],
  },
  {
    // Close to the limit of his card.
    name: 'Marcus Reed',
    born: '1984-05-03',
    phone: '+12025550133',
    pin: '4756',
    accounts: [
      { kind: 'checking', opening: 1_710, cards: [visa('debit', '2093', '2029-06-30')] },
      {
        kind: 'credit_card',
        opening: -4_890,
        limit: 5_000,
        cards: [mastercard('credit', '5812', '2030-02-28')],
      },
    ],
  },
  {
    name: 'Nadia Haidari',
    born: '1996-12-13',
    phone: '+12025550134',
    pin: '8162',
    accounts: [
      {
        kind: 'checking',
        opening: 245,
        cards: [{ ...visa('debit', '3307', '2031-01-31'), contactless: false }],
      },
    ],
  },
  {
    name: 'Victor Almeida',
    born: '1955-01-30',
    phone: '+12025550135',
    pin: '1294',
    accounts: [
      { kind: 'checking', opening: 14_600, cards: [mastercard('debit', '8625', '2030-04-30')] },
      { kind: 'savings', opening: 134_000 },
    ],
  },
  {
    name: 'Ingrid Solberg',
    born: '1973-03-08',
    phone: '+12025550136',
    pin: '5548',
    accounts: [
      { kind: 'checking', opening: 5_870, cards: [visa('debit', '7046', '2029-09-30')] },
      {
        kind: 'credit_card',
        opening: -90,
        limit: 9_000,
        cards: [visa('credit', '4183', '2030-07-31')],
      },
    ],
  },
  {
    name: 'Rafael Moreno',
    born: '1991-02-24',
    phone: '+12025550137',
    pin: '3479',
    accounts: [
      { kind: 'checking', opening: 60, cards: [mastercard('debit', '9968', '2030-10-31')] },
    ],
  },
  {
    name: 'Beatrice Holt',
    born: '1948-06-06',
    phone: '+12025550138',
    pin: '7820',
    accounts: [
      { kind: 'checking', opening: 3_140, cards: [visa('debit', '1504', '2029-03-31')] },
      { kind: 'savings', opening: 47_650 },
    ],
  },
  {
    // His first card has just come by post.
    name: 'Owen Gallagher',
    born: '2001-09-18',
    phone: '+12025550139',
    pin: '2061',
    accounts: [
      {
        kind: 'checking',
        opening: 1_330,
        cards: [{ ...visa('debit', '6793', '2031-08-31'), status: 'inactive' }],
      },
    ],
  },
];
