import { expect, test } from 'vitest';
import {
  type Board,
  type Card,
  changed,
  firstBoard,
  moved,
  withCard,
  withoutCard,
} from './board.ts';

const card = (id: string, pinned = false): Card => ({
  id,
  pinned,
  query: undefined,
  drawing: undefined,
  trouble: undefined,
});
const names = (board: Board): string => board.map(({ id }) => id).join(' ');

test('what was asked last stands first, and what nobody has pinned makes room for it', () => {
  let board: Board = [card('kept', true)];
  for (const id of ['1', '2', '3', '4', '5', '6', '7']) board = withCard(board, card(id));
  expect(names(board)).toBe('7 6 5 4 3 2 kept');
});

test('the same card does not stand there twice', () => {
  const board = withCard([card('a'), card('b')], card('b', true));
  expect(names(board)).toBe('b a');
  expect(board[0]?.pinned).toBe(true);
});

test('a card is moved to where it was dropped, and no further than the ends', () => {
  const board = [card('a'), card('b'), card('c')];
  expect(names(moved(board, 'a', 1))).toBe('b a c');
  expect(names(moved(board, 'c', 0))).toBe('c a b');
  expect(names(moved(board, 'a', -1))).toBe('a b c');
  expect(names(moved(board, 'a', 99))).toBe('b c a');
  expect(moved(board, 'x', 0)).toBe(board);
});

test('a change concerns one card', () => {
  const board = changed([card('a'), card('b')], 'b', { pinned: true });
  expect(board.map(({ pinned }) => pinned)).toEqual([false, true]);
  expect(names(withoutCard(board, 'a'))).toBe('b');
});

test('the first board can all be asked again', () => {
  expect(firstBoard().every(({ query, pinned }) => query !== undefined && pinned)).toBe(true);
});
