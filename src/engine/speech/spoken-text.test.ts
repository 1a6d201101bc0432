import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenText } from './spoken-text.ts';

test.each([
  // Money
  ['You owe $1,250.00.', 'You owe one thousand two hundred fifty dollars.'],
  ['That is $0.50.', 'That is fifty cents.'],
  ['$1 and $1.01', 'one dollar and one dollar and one cent'],
  ['A fee of $12.5 million', 'A fee of twelve point five million dollars'],
  ['-$20.05', 'minus twenty dollars and five cents'],
  [
    'between $450,000 and $1.2M',
    'between four hundred fifty thousand dollars and one point two million dollars',
  ],
  ['It costs 20 EUR, or \u00a33.20.', 'It costs twenty euros, or three pounds and twenty pence.'],
  ['a $5,000 limit', 'a five thousand dollar limit'],
  // Cards, codes, ids
  ['your card ending in 4829', 'your card ending in four eight two nine'],
  ['the card \u2022\u2022\u2022\u2022 4829', 'the card ending in four eight two nine'],
  ['the card ****4829', 'the card ending in four eight two nine'],
  ['Your PIN is 7316.', 'Your pin is seven three one six.'],
  ['The last four digits are 2010.', 'The last four digits are two zero one zero.'],
  ['your account number 12345678', 'your account number one two three four, five six seven eight'],
  ['Your tracking number is NW-48213.', 'Your tracking number is N W, four eight two one three.'],
  ['reference TRK482139', 'reference T R K, four eight two, one three nine'],
  ['the parcel NWB-7F3K-2201', 'the parcel N W B, seven F three K, two two zero one'],
  ['4829 is the code', 'four eight two nine is the code'],
  // Dates and times
  ['born on March 14, 1985', 'born on March fourteenth, nineteen eighty five'],
  ['born on 14 March 1985', 'born on March fourteenth, nineteen eighty five'],
  ['on the 14th of March', 'on March fourteenth'],
  ['by 2026-12-01', 'by December first, twenty twenty six'],
  ['on 03/14/1985', 'on March fourteenth, nineteen eighty five'],
  ['on 25/12/2026', 'on December twenty fifth, twenty twenty six'],
  ['by Fri, Nov. 27, it', 'by Friday, November twenty seventh, it'],
  ['Friday, November 27', 'Friday, November twenty seventh'],
  ['since June 2005', 'since June two thousand five'],
  ['in 1999 and 2026', 'in nineteen ninety nine and twenty twenty six'],
  ['You may 3 times march 5 miles.', 'You may three times march five miles.'],
  ['at 10:30 AM', 'at ten thirty A M'],
  ['at 9 a.m. today', 'at nine A M today'],
  ['at 9:05', 'at nine oh five'],
  ['from 8:00 to 14:30', "from eight o'clock to fourteen thirty"],
  ['It closes at 5:07pm.', 'It closes at five oh seven P M.'],
  ['It closes at 5 p.m.', 'It closes at five P M.'],
  ['the 1980s', 'the nineteen eighties'],
  // Numbers
  ['Apt. 4B, version v2.0', 'apartment four B, version v two point zero'],
  ['1/2 of it', 'one half of it'],
  ['call 555-0199', 'call five five five, zero one nine nine'],
  ['3.25% APR', 'three point two five percent A P R'],
  ['in 5-7 business days', 'in five to seven business days'],
  ['in 5 to 7 days', 'in five to seven days'],
  ['the 1st, 2nd, 3rd, 12th and 21st', 'the first, second, third, twelfth and twenty first'],
  ['the 20th', 'the twentieth'],
  ['1,204 points', 'one thousand two hundred four points'],
  ['open 24/7', 'open twenty four seven'],
  ['call (555) 123-4567', 'call five five five, one two three, four five six seven'],
  ['call 1-800-555-0199', 'call one, eight hundred, five five five, zero one nine nine'],
  // Abbreviations and signs
  ['Mr. and Mrs. Carter', 'mister and missus Carter'],
  ['Dr. Smith, 5 Main St.', 'doctor Smith, five Main street'],
  ['the ATM, the FDIC and your ID', 'the A T M, the F D I C and your I D'],
  ['e.g. a PIN, i.e. digits', 'for example a pin, that is digits'],
  ['Smith & Sons, R&D', 'Smith and Sons, R and D'],
  ['help@northwind.example', 'help at northwind dot example'],
  ['STOP now', 'stop now'],
  ['I\u2019m \u201chere\u201d \u2014 caf\u00e9', "I'm here, cafe"],
  ['**Done** \u{1f389}', 'Done'],
])('%j is said %j', (written, said) => {
  expect(spokenText(written)).toBe(said);
});

test('plain words stay as they are', () => {
  const text = "I'm Luna, how can I help you today?";
  expect(spokenText(text)).toBe(text);
});

test('whatever is written, only letters and simple punctuation reach the voice', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d$.,:% A-Z-]*$/)),
      (written) => {
        expect(spokenText(written)).toMatch(/^[A-Za-z ',.?!;:-]*$/);
      },
    ),
  );
});
