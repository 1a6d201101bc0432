import { expect, test } from 'vitest';
import { isAdmitted, isOwnPage, mayUseKeys, readWish } from './admission.ts';

const wish = (path: string, headers = {}) => readWish(new URL(path, 'http://luna'), headers);

test('a client says by its address what it wants, in the ways of OpenAI and of Azure', () => {
  expect(wish('/v1/realtime')).toEqual({ model: undefined, agent: undefined, dialect: 'ga' });
  expect(wish('/v1/realtime?model=embedded&agent=block-card')).toMatchObject({
    model: 'embedded',
    agent: 'block-card',
  });
  expect(wish('/openai/v1/realtime?model=mine')).toMatchObject({ model: 'mine', dialect: 'ga' });
  expect(wish('/openai/realtime?api-version=2025-04-01-preview&deployment=mine')).toMatchObject({
    model: 'mine',
    dialect: 'older',
  });
  expect(wish('/v1/realtimes')).toBeUndefined();
  expect(wish('/constructor')).toBeUndefined();
});

test('the older dialect is asked for by its header or, in a browser, by its subprotocol', () => {
  expect(wish('/v1/realtime', { 'openai-beta': 'realtime=v1' })?.dialect).toBe('older');
  const protocols = 'realtime, openai-insecure-api-key.k, openai-beta.realtime-v1';
  expect(wish('/v1/realtime', { 'sec-websocket-protocol': protocols })?.dialect).toBe('older');
});

test('a token opens the door in each of the places where clients put theirs', () => {
  const tokens = ['first-token', 'second-token'];
  const protocols = 'realtime, openai-insecure-api-key.second-token';
  expect(isAdmitted(tokens, { authorization: 'Bearer second-token' })).toBe(true);
  expect(isAdmitted(tokens, { 'api-key': 'first-token' })).toBe(true);
  expect(isAdmitted(tokens, { 'sec-websocket-protocol': protocols })).toBe(true);
});

test('without a token, with a wrong one or with a part of one the door stays shut', () => {
  const tokens = ['first-token'];
  expect(isAdmitted(tokens, {})).toBe(false);
  for (const key of ['', 'first', 'first-token-and-more', 'FIRST-TOKEN', 'undefined'])
    expect(isAdmitted(tokens, { authorization: `Bearer ${key}`, 'api-key': key })).toBe(false);
});

test('where no tokens are set nobody needs one', () => {
  expect(isAdmitted([], {})).toBe(true);
});

const own = { origin: 'https://luna.bank', host: 'luna.bank' };

test.each([
  ['a program on this machine', {}, '127.0.0.1', true],
  ['the same, on a line of both families', {}, '::ffff:127.0.0.1', true],
  ['a program on another machine', {}, '10.0.0.7', false],
  ['an address that only begins alike', {}, '127', false],
  ['another machine through a proxy on this one', { 'x-forwarded-for': '10.0.0.7' }, '::1', false],
  ['our own page, wherever it is open', own, '10.0.0.7', true],
  ['a token, where none is asked for', { authorization: 'Bearer any-token' }, '10.0.0.7', false],
  ['nobody that can be named', {}, undefined, false],
])('without tokens, the operator’s key and %s: %s %s', (_who, headers, remoteAddress, may) => {
  expect(mayUseKeys([], { headers, remoteAddress })).toBe(may);
});

test('with tokens the operator’s key is for whoever shows one', () => {
  const here = '127.0.0.1';
  const headers = { authorization: 'Bearer first-token' };
  expect(mayUseKeys(['first-token'], { headers, remoteAddress: '10.0.0.7' })).toBe(true);
  expect(mayUseKeys(['first-token'], { headers: own, remoteAddress: here })).toBe(false);
});

test('a page is ours where it goes to where it came from', () => {
  expect(isOwnPage(own)).toBe(true);
  expect(isOwnPage({ origin: 'https://somewhere.example', host: 'luna.bank' })).toBe(false);
  expect(isOwnPage({ host: 'luna.bank' })).toBe(false);
});
