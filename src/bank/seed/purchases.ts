/** What the fictional customers have paid by card, and how they are scored. */

interface SeedCardActivity {
  readonly customer: string;
  readonly card: string;
  readonly purchases: readonly (readonly [merchant: string, dollars: number, daysAgo: number])[];
}

export const CARD_ACTIVITY: readonly SeedCardActivity[] = [
  {
    customer: 'Fatima Haddad',
    card: '0357',
    purchases: [
      // Not hers.
      ['Blue Harbor Electronics', 349.99, 6],
      // Charged twice for one purchase.
      ['Corner Market', 42.5, 9],
      ['Corner Market', 42.5, 9],
      ['Corner Market', 18.2, 16],
      ['Harvest Table Bistro', 64.8, 4],
      ['Northgate Fuel', 51.36, 12],
      ['Streamwell', 15.99, 20],
      ['Streamwell', 15.99, 50],
      ['Cedar Grove Pharmacy', 23.18, 33],
      // Too long ago to be disputed.
      ['Skyway Airlines', 412, 150],
    ],
  },
  {
    customer: 'Fatima Haddad',
    card: '6638',
    purchases: [
      ["Molly's Bakery", 8.4, 2],
      ['Corner Market', 27.95, 25],
    ],
  },
  {
    customer: 'Emma Carter',
    card: '4829',
    purchases: [
      ['Juniper Books', 31.75, 3],
      ['Grand Plaza Hotel', 289, 14],
      ['Blue Harbor Electronics', 129.95, 41],
    ],
  },
  {
    customer: 'Emma Carter',
    card: '6157',
    purchases: [
      ['Corner Market', 56.12, 1],
      ['Silver Line Transit', 2.75, 1],
      ['Silver Line Transit', 2.75, 2],
    ],
  },
  {
    customer: 'Daniel Okafor',
    card: '3391',
    purchases: [
      ['Northgate Fuel', 38.9, 5],
      ['Corner Market', 61.07, 8],
    ],
  },
  {
    customer: 'Miguel Santos',
    card: '7702',
    purchases: [
      ['Northgate Fuel', 44.2, 7],
      ['Riverside Auto Parts', 118.6, 19],
    ],
  },
  {
    customer: 'James Whitfield',
    card: '1425',
    purchases: [
      ['Evergreen Hardware', 86.3, 4],
      ['Corner Market', 33.41, 6],
    ],
  },
  {
    customer: 'Priya Raman',
    card: '9063',
    purchases: [
      ['Bright Lens Optics', 210, 11],
      ['Streamwell', 15.99, 18],
    ],
  },
  {
    customer: 'Yuki Tanaka',
    card: '7719',
    purchases: [
      ['Juniper Books', 24.5, 10],
      ['Harvest Table Bistro', 47.25, 13],
    ],
  },
  {
    customer: 'Noah Kim',
    card: '1638',
    purchases: [
      ['Summit Outdoor Gear', 540, 5],
      ['Summit Outdoor Gear', 75.25, 5],
      ['Streamwell', 15.99, 15],
      ['Streamwell', 15.99, 45],
    ],
  },
  {
    customer: 'Lucia Ferrari',
    card: '5093',
    purchases: [
      ['Bella Moda', 180.4, 9],
      ['Skyway Airlines', 96.5, 27],
    ],
  },
  {
    customer: 'Marcus Reed',
    card: '5812',
    purchases: [
      ['Blue Harbor Electronics', 1_249, 22],
      ['Northgate Fuel', 47.8, 2],
    ],
  },
];

/** Score, and how many days ago it was made. */
export const CREDIT_SCORES: Readonly<Record<string, readonly [score: number, daysAgo: number]>> = {
  'Emma Carter': [768, 12],
  'Miguel Santos': [655, 20],
  'Fatima Haddad': [731, 6],
  'Daniel Okafor': [572, 3],
  'James Whitfield': [812, 30],
  'Priya Raman': [742, 9],
  'Thomas Beaumont': [795, 25],
  'Yuki Tanaka': [704, 14],
  'Aisha Rahman': [689, 18],
  'Noah Kim': [758, 8],
  'Lucia Ferrari': [664, 16],
  'Marcus Reed': [541, 5],
  'Clara Jensen': [724, 22],
  'Julia Lang': [701, 11],
  'Ingrid Solberg': [803, 28],
};
