import { expect, test } from 'vitest';
import { dateIn } from './dates.ts';

const YEAR = 2026;

test.each([
  'march fourteenth nineteen eighty five',
  'march fourteen nineteen eighty five',
  'march fourteenth eighty five',
  'march fourteen eighty five',
  'march the fourteenth nineteen eighty five',
  'the fourteenth of march eighty five',
  'the fourteenth of march nineteen eighty five',
  'fourteen march nineteen eighty five',
  'three fourteen eighty five',
  'three fourteen nineteen eighty five',
  'oh three fourteen nineteen eighty five',
  'oh three fourteen eighty five',
  'oh three one four one nine eight five',
  'zero three one four eight five',
  'oh three one four nineteen eighty five',
  'fourteen three nineteen eighty five',
  'march one four one nine eight five',
  'march one four eight five',
  'march fourteenth one nine eight five',
  'nineteen eighty five march fourteenth',
  'nineteen eighty five march fourteen',
  'march fourteenth nineteen hundred eighty five',
  'my date of birth is march fourteenth nineteen eighty five',
  'it is uh march um fourteenth nineteen eighty five please',
  'march fifteenth no march fourteenth nineteen eighty five',
  'march fourteenth nineteen eighty six sorry march fourteenth nineteen eighty five',
  'March 14th, 1985',
  'mar 14 1985',
  '14 March 1985',
  '03/14/1985',
  '3/14/85',
  '14.3.1985',
  '1985-03-14',
])('"%s" is the fourteenth of March 1985', (text) => {
  expect(dateIn(text, YEAR)?.iso).toBe('1985-03-14');
});

test.each([
  ['february first two thousand', '2000-02-01'],
  ['february twenty first two thousand one', '2001-02-21'],
  ['may fifth two thousand and five', '2005-05-05'],
  ['may the fifth oh five', '2005-05-05'],
  ['may four nineteen ninety', '1990-05-04'],
  ['may fourth ninety', '1990-05-04'],
  ['the thirty first of december ninety nine', '1999-12-31'],
  ['december thirtieth twenty ten', '2010-12-30'],
  ['december twenty five seventy', '1970-12-25'],
  ['june oh four nineteen sixty', '1960-06-04'],
  ['twelve twenty five seventy', '1970-12-25'],
  ['one two nineteen eighty five', '1985-01-02'],
  ['eleven twelve thirteen', '2013-11-12'],
  ['february twenty ninth two thousand', '2000-02-29'],
  ['july fourth twenty six', '2026-07-04'],
  ['july fourth twenty seven', '1927-07-04'],
])('"%s" is %s', (text, iso) => {
  expect(dateIn(text, YEAR)?.iso).toBe(iso);
});

test.each([
  ['march fourteenth', { month: 3, day: 14, year: undefined }],
  ['the fourteenth of march', { month: 3, day: 14, year: undefined }],
  ['march', { month: 3, day: undefined, year: undefined }],
  ['march fourteenth nineteen', { month: 3, day: 14, year: undefined }],
  ['the fourteenth', { month: undefined, day: 14, year: undefined }],
  ['nineteen eighty five', { month: undefined, day: undefined, year: 1985 }],
  ['march of two thousand five', { month: 3, day: undefined, year: 2005 }],
  ['three fourteen', { month: 3, day: 14, year: undefined }],
])('of "%s" only the spoken parts are known', (text, parts) => {
  const heard = dateIn(text, YEAR);
  expect(heard).toMatchObject(parts);
});

test.each(['february thirtieth nineteen eighty', 'february twenty ninth nineteen eighty five'])(
  'there is no "%s"',
  (text) => expect(dateIn(text, YEAR)?.iso).toBeUndefined(),
);

test.each([
  '',
  'yes',
  'four eight two nine',
  'seven three one six',
  'seventy three sixteen',
  'i lost my card',
])('"%s" is no date', (text) => expect(dateIn(text, YEAR)).toBeUndefined());
