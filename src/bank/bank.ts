/** The door of `bank/`: whose customer, which card, whose money; and the few things that may be changed. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { type CardActivator, cardActivator } from './activation.ts';
import { type CardBlocker, cardBlocker } from './block.ts';
import { type IdentityChecker, identityChecker } from './identity.ts';
import { type Ledger, ledger } from './ledger.ts';
import { bankMigrations } from './migrations/migrations.ts';
import { type OnlineAccess, onlineAccess } from './online-access.ts';
import { type BankReader, bankReader } from './reader.ts';
import { type CardReplacer, cardReplacer } from './replacement.ts';
import { fillIfNew, reset } from './seed/seed.ts';

export type { CardActivator, CardBlocker, IdentityChecker, BankReader, CardReplacer, OnlineAccess };
export type { Verification } from './identity.ts';
export type { Card } from './reader.ts';

/** Each tool is handed the one power it needs, never the whole. */
export interface Bank {
  readonly reader: BankReader;
  readonly identity: IdentityChecker;
  readonly activator: CardActivator;
  readonly blocker: CardBlocker;
  readonly replacer: CardReplacer;
  readonly access: OnlineAccess;
  readonly ledger: Ledger;
}

/** Brings the tables up to date and, in a bank that has not got them yet, puts the fictional customers in. */
export async function openBank(database: Database, clock: Clock): Promise<Bank> {
  await database.migrate('bank', bankMigrations);
  await fillIfNew(database, clock.date());
  return {
    reader: bankReader(database, clock),
    identity: identityChecker(database, clock),
    activator: cardActivator(database, clock),
    blocker: cardBlocker(database, clock),
    replacer: cardReplacer(database, clock),
    access: onlineAccess(database, clock),
    ledger: ledger(database, clock),
  };
}

/** Forgets every change and puts the fictional customers back as they were. */
export async function resetBank(database: Database, clock: Clock): Promise<void> {
  await database.migrate('bank', bankMigrations);
  await reset(database, clock.date());
}
