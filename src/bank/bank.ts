/** The door of `bank/`: whose customer, which card, whose money; and the few things that may be changed. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { type AccountReader, accountReader } from './accounts.ts';
import { type CardActivator, cardActivator } from './activation.ts';
import { type CardBlocker, cardBlocker } from './block.ts';
import { type CreditDesk, creditDesk } from './credit.ts';
import { type DisputeDesk, disputeDesk } from './disputes.ts';
import { type IdentityChecker, identityChecker } from './identity.ts';
import { type Ledger, ledger } from './ledger.ts';
import { type LoanReader, loanReader } from './loans.ts';
import { bankMigrations } from './migrations/migrations.ts';
import { type OnlineAccess, onlineAccess } from './online-access.ts';
import { type RateReader, rateReader } from './rates.ts';
import { type BankReader, bankReader } from './reader.ts';
import { type RecipientReader, recipientReader } from './recipients.ts';
import { type CardReplacer, cardReplacer } from './replacement.ts';
import { fillIfNew, reset } from './seed/seed.ts';
import { type TransactionReader, transactionReader } from './transactions.ts';
import { type Transfers, transfers } from './transfers.ts';
import { type Wires, wires } from './wires.ts';

export type {
  AccountReader,
  CardActivator,
  CardBlocker,
  IdentityChecker,
  BankReader,
  CardReplacer,
  OnlineAccess,
  RecipientReader,
  Transfers,
  Wires,
};
export type { OwnAccount, OwnKind } from './accounts.ts';
export type { RecipientRefusal } from './recipients.ts';
export type { TransferRefusal } from './transfers.ts';
export type { WireRefusal } from './wires.ts';
export type { Verification } from './identity.ts';
export type { CreditDesk, DisputeDesk, LoanReader, RateReader, TransactionReader };
export type { Card } from './reader.ts';
export type { CreditCard } from './credit.ts';
export type { Loan, Mortgage } from './loans.ts';
export type { LoanKind, MortgageProduct } from './loan-tables.ts';
export type { PayoffQuote } from './payoff.ts';
export { type Rate, monthlyEstimate } from './rates.ts';
export type { Clues, Payment } from './transactions.ts';

/** Each tool is handed the one power it needs, never the whole. */
export interface Bank {
  readonly reader: BankReader;
  readonly identity: IdentityChecker;
  readonly activator: CardActivator;
  readonly blocker: CardBlocker;
  readonly replacer: CardReplacer;
  readonly access: OnlineAccess;
  readonly accounts: AccountReader;
  readonly transfers: Transfers;
  readonly recipients: RecipientReader;
  readonly wires: Wires;
  readonly ledger: Ledger;
  readonly loans: LoanReader;
  readonly rates: RateReader;
  readonly transactions: TransactionReader;
  readonly disputes: DisputeDesk;
  readonly credit: CreditDesk;
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
    accounts: accountReader(database),
    transfers: transfers(database, clock),
    recipients: recipientReader(database),
    wires: wires(database, clock),
    ledger: ledger(database, clock),
    loans: loanReader(database, clock),
    rates: rateReader(database),
    transactions: transactionReader(database, clock),
    disputes: disputeDesk(database, clock),
    credit: creditDesk(database, clock),
  };
}

/** Forgets every change and puts the fictional customers back as they were. */
export async function resetBank(database: Database, clock: Clock): Promise<void> {
  await database.migrate('bank', bankMigrations);
  await reset(database, clock.date());
}
