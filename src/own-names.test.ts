import { expect, test } from 'vitest';
import { isForUs, ownNames } from './own-names.ts';

const AT_HOME = ownNames('127.0.0.1', []);

test.each(['127.0.0.1:8090', 'localhost:8090', 'luna.localhost', '192.168.1.7:8090', '[::1]:8090'])(
  'on this machine she answers to %s',
  (host) => expect(isForUs(host, AT_HOME)).toBe(true),
);

test.each(['attacker.example:8090', 'localhost.attacker.example', '127.0.0.1.nip.io', 'x y', ''])(
  'a page from "%s" that points here is not ours',
  (host) => expect(isForUs(host, AT_HOME)).toBe(false),
);

test('behind a proxy she answers to the names that she was given, and to no others', () => {
  const names = ownNames('127.0.0.1', ['luna.bank.example']);
  expect(isForUs('luna.bank.example', names)).toBe(true);
  expect(isForUs('LUNA.bank.example.:443', names)).toBe(true);
  expect(isForUs('bank.example', names)).toBe(false);
});

test('who opens her to the network without naming her is called by any name', () => {
  expect(isForUs('kiosk-7', ownNames('0.0.0.0', []))).toBe(true);
  expect(isForUs('kiosk-7', ownNames('0.0.0.0', ['luna.bank.example']))).toBe(false);
});
