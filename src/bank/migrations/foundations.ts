/** Steps 001 to 005: customers, accounts and the ledger, cards, the audit. */
import { sql } from 'kysely';
import type { Migrations } from '#database/database.ts';

export const foundations: Migrations = {
  '001-customers': async ({ schema }) => {
    await schema
      .createTable('customers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('full_name', 'text', (column) => column.notNull())
      .addColumn('first_name', 'text', (column) => column.notNull())
      .addColumn('date_of_birth', 'text', (column) => column.notNull())
      .addColumn('phone', 'text', (column) => column.notNull().unique())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('identity_factors')
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_factors_pk', ['customer_id', 'kind'])
      .execute();
    await schema
      .createTable('identity_attempts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.references('customers.id'))
      .addColumn('call_id', 'text')
      .addColumn('factor', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('identity_attempts_by_customer')
      .on('identity_attempts')
      .columns(['customer_id', 'at'])
      .execute();
  },
  '002-accounts-and-ledger': async ({ schema }) => {
    await schema
      .createTable('accounts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.references('customers.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('number', 'text', (column) => column.notNull().unique())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('balance_cents', 'bigint', (column) => column.notNull())
      .addColumn('floor_cents', 'bigint')
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('accounts_by_customer').on('accounts').column('customer_id').execute();
    await schema
      .createTable('journal_entries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('memo', 'text', (column) => column.notNull())
      .addColumn('posted_at', 'bigint', (column) => column.notNull())
      .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
      .execute();
    await schema
      .createTable('postings')
      .addColumn('entry_id', 'text', (column) => column.notNull().references('journal_entries.id'))
      .addColumn('line', 'integer', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('amount_cents', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('postings_pk', ['entry_id', 'line'])
      .execute();
    await schema.createIndex('postings_by_account').on('postings').column('account_id').execute();
  },
  '003-cards': async ({ schema }) => {
    await schema
      .createTable('cards')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('brand', 'text', (column) => column.notNull())
      .addColumn('last_four', 'text', (column) => column.notNull())
      .addColumn('expires_on', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('blocked_reason', 'text')
      .addColumn('blocked_at', 'bigint')
      .execute();
    await schema.createIndex('cards_by_customer').on('cards').column('customer_id').execute();
    await schema.createIndex('cards_by_last_four').on('cards').column('last_four').execute();
    await schema
      .createTable('card_orders')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('card_id', 'text', (column) => column.notNull().references('cards.id'))
      .addColumn('tracking_id', 'text', (column) => column.notNull().unique())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('ordered_at', 'bigint', (column) => column.notNull())
      .addColumn('deliver_on', 'text', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
    await schema
      .createIndex('one_open_order_per_card')
      .unique()
      .on('card_orders')
      .column('card_id')
      .where(sql.ref('status'), '=', 'ordered')
      .execute();
  },
  '004-changes': async ({ schema }) => {
    await schema
      .createTable('changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('subject_id', 'text', (column) => column.notNull())
      .addColumn('before_json', 'text', (column) => column.notNull())
      .addColumn('after_json', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('changes_by_subject')
      .on('changes')
      .columns(['subject', 'subject_id'])
      .execute();
  },
  '005-seeds': async ({ schema }) => {
    await schema
      .createTable('seeds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('filled_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
