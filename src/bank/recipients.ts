/** To whom a customer may send a wire: only whom they have saved, under whatever of the name was heard. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { matchName } from './name-match.ts';
import type { BankTables } from './tables.ts';

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly bank: string;
  readonly country: string;
  readonly lastFour: string;
}

export type RecipientRefusal =
  /** `saved`: whom there is instead. */
  | { readonly outcome: 'no_recipient'; readonly saved: readonly string[] }
  | { readonly outcome: 'ambiguous_recipient'; readonly names: readonly string[] }
  /** The caller, or an account of theirs at this bank. */
  | { readonly outcome: 'own_account' };

export type FoundRecipient =
  | { readonly outcome: 'found'; readonly recipient: Recipient }
  | RecipientRefusal;

export interface RecipientReader {
  find(customerId: string, said: string): Promise<FoundRecipient>;
}

export function recipientReader(database: Database): RecipientReader {
  return {
    find: (customerId, said) => findRecipient(database.tables<BankTables>(), customerId, said),
  };
}

const ONESELF =
  /^(to )?(me|myself|my ?self|(my|our) (own )?(\w+ )?accounts?|my (checking|savings))\W*$/i;

/** Within a transaction too. */
export async function findRecipient(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  customerId: string,
  said: string,
): Promise<FoundRecipient> {
  const saved = await tables
    .selectFrom('recipients')
    .leftJoin('accounts', (own) =>
      own
        .onRef('accounts.number', '=', 'recipients.account_number')
        .onRef('accounts.customer_id', '=', 'recipients.customer_id'),
    )
    .select([
      'recipients.id',
      'recipients.name',
      'recipients.bank',
      'recipients.country',
      'recipients.account_number',
      'accounts.id as ownAccountId',
    ])
    .where('recipients.customer_id', '=', customerId)
    .orderBy('recipients.name')
    .execute();
  const match = matchName(said, saved);
  if (match.outcome === 'several')
    return { outcome: 'ambiguous_recipient', names: match.found.map(({ name }) => name) };
  if (match.outcome === 'none') {
    if (ONESELF.test(said.trim()) || (await isTheirName(tables, customerId, said)))
      return { outcome: 'own_account' };
    return { outcome: 'no_recipient', saved: saved.map(({ name }) => name) };
  }
  const { id, name, bank, country, account_number, ownAccountId } = match.found;
  if (ownAccountId !== null) return { outcome: 'own_account' };
  const lastFour = account_number.slice(-4);
  return { outcome: 'found', recipient: { id, name, bank, country, lastFour } };
}

/** Their family name alone may be a relative's. */
async function isTheirName(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  customerId: string,
  said: string,
): Promise<boolean> {
  const [customer] = await tables
    .selectFrom('customers')
    .select(['full_name', 'first_name'])
    .where('id', '=', customerId)
    .execute();
  if (customer === undefined) return false;
  return (
    fits(said, customer.full_name) &&
    said.split(/\s+/).some((word) => fits(word, customer.first_name))
  );
}

function fits(words: string, name: string): boolean {
  return matchName(words, [{ name }]).outcome === 'one';
}
