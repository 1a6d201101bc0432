import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { valuesIn } from './slot-values.ts';

const slots = findAgent('block-card')?.flow.goals[0]?.tasks.flatMap((task) => task.slots) ?? [];
const [card, birth] = slots;
const reason = slots.find(({ name }) => name === 'reason');
const heard = (text: string, asked = undefined as typeof card) =>
  valuesIn(
    text,
    [card, birth, reason].filter((slot) => slot !== undefined),
    asked,
    {
      today: '2026-11-22',
      part: undefined,
    },
  ).values;

test.each([
  ['the card ends in four eight two nine', { card_last_four: '4829' }],
  ['four eight two nine is the card', { card_last_four: '4829' }],
  ['i was born on the fourteenth of march nineteen eighty five', { date_of_birth: '1985-03-14' }],
  ['my pin is seven three one six', { pin: '7316' }],
  ['it was stolen', { reason: 'stolen' }],
  ['i have lost my card', { reason: 'lost' }],
  ['not stolen just lost', { reason: 'lost' }],
  ['lost no stolen', { reason: 'stolen' }],
  [
    'i lost my card ending in 4829, i was born march 14 1985',
    { reason: 'lost', card_last_four: '4829', date_of_birth: '1985-03-14' },
  ],
  [
    'my birthday is 14 March 1985 and the card is 4829',
    { date_of_birth: '1985-03-14', card_last_four: '4829' },
  ],
  ['my pin is 7316 and the card 4829', { pin: '7316', card_last_four: '4829' }],
  ['hello there', {}],
])('in "%s" there is %o', (text, values) => {
  expect(heard(text)).toEqual(values);
});

test.each([
  ['seven three one six', { pin: '7316' }],
  ['march fourteenth nineteen eighty five', { date_of_birth: '1985-03-14' }],
  ['oh three one four one nine eight five', { date_of_birth: '1985-03-14' }],
])('asked for date of birth or PIN, "%s" is %o', (text, values) => {
  expect(heard(text, birth)).toEqual(values);
});

test.each([
  'Four eight two nine, March fourteenth, nineteen eighty-five.',
  'four eight two nine march fourteenth nineteen eighty five',
  "it's 4829 and I was born on the fourteenth of March 1985",
  'forty eight twenty nine, the fourteenth of march nineteen eighty five',
])('asked for the card, "%s" is the date of birth as well', (text) => {
  expect(heard(text, card)).toEqual({ card_last_four: '4829', date_of_birth: '1985-03-14' });
});
