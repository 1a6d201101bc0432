/** How the fictional customers are written down, and what their identifiers are made of. */
import { type Cents, cents } from '#lib/brand.ts';
import type { AccountKind, BlockReason, CardStatus } from '#bank/tables.ts';

/** When the demo bank opened, and every opening balance was posted: 2 January 2024. */
export const OPENED_AT = Date.UTC(2024, 0, 2);

export interface SeedCard {
  readonly lastFour: string;
  readonly kind: 'credit' | 'debit';
  readonly brand: 'Visa' | 'Mastercard';
  readonly expiresOn: string;
  readonly status?: CardStatus;
  readonly blockedReason?: BlockReason;
  /** Paying by holding it to the terminal. Default: on, once the card is active. */
  readonly contactless?: boolean;
}

export interface SeedAccount {
  readonly kind: Exclude<AccountKind, 'internal'>;
  /** Tells two accounts of the same kind apart: `auto_loan`. Default: the kind. */
  readonly name?: string;
  /** Whole dollars; negative is owed to the bank. */
  readonly opening: number;
  /** Whole dollars the customer may owe at most. */
  readonly limit?: number;
  readonly closed?: boolean;
  readonly cards?: readonly SeedCard[];
}

export interface SeedCustomer {
  /** First name and family name; every customer has another one. */
  readonly name: string;
  readonly born: string;
  /** From ranges that are never assigned. */
  readonly phone: string;
  readonly pin: string;
  readonly accounts: readonly SeedAccount[];
}

type CardParts = readonly [kind: 'credit' | 'debit', lastFour: string, expiresOn: string];

export function visa(...[kind, lastFour, expiresOn]: CardParts): SeedCard {
  return { kind, lastFour, expiresOn, brand: 'Visa' };
}

export function mastercard(...[kind, lastFour, expiresOn]: CardParts): SeedCard {
  return { kind, lastFour, expiresOn, brand: 'Mastercard' };
}

/** `Emma Carter` is `emma_carter`. */
export function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '_');
}

export function customerIdOf(name: string): string {
  return `cust_${slugOf(name)}`;
}

/** @param account its kind, or its name where it has one. */
export function accountIdOf(name: string, account: string): string {
  return `acct_${slugOf(name)}_${account}`;
}

export function cardIdOf(name: string, lastFour: string): string {
  return `card_${slugOf(name)}_${lastFour}`;
}

export function dollars(amount: number): Cents {
  return cents(Math.round(amount * 100));
}
