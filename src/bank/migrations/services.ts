/** Steps 006 to 009: cards that are activated, online access, transfers, wires. */
import { sql } from 'kysely';
import type { Migrations } from '#database/database.ts';

export const services: Migrations = {
  '006-card-activation': async ({ schema }) => {
    await schema.alterTable('cards').addColumn('activated_at', 'bigint').execute();
    await schema
      .alterTable('cards')
      .addColumn('contactless', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
  '007-online-access': async ({ schema }) => {
    await schema
      .createTable('online_access')
      .addColumn('customer_id', 'text', (column) => column.primaryKey().references('customers.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('failed_count', 'integer', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('password_resets')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
    await schema
      .createIndex('one_open_reset_per_customer')
      .unique()
      .on('password_resets')
      .column('customer_id')
      .where(sql.ref('status'), '=', 'open')
      .execute();
    await schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('queued_at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
  },
  '008-transfers': async ({ schema }) => {
    await schema
      .createTable('transfers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('from_account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('to_account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('amount_cents', 'bigint', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
    await schema
      .createTable('daily_totals')
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('total_cents', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('daily_totals_pk', ['customer_id', 'kind', 'day'])
      .execute();
  },
  '009-wires': async ({ schema }) => {
    await schema
      .createTable('recipients')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('bank', 'text', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('account_number', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('recipients_by_customer')
      .on('recipients')
      .column('customer_id')
      .execute();
    await schema
      .createTable('wires')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('recipient_id', 'text', (column) => column.notNull().references('recipients.id'))
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('amount_cents', 'bigint', (column) => column.notNull())
      .addColumn('fee_cents', 'bigint', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
    await schema.createIndex('wires_by_customer').on('wires').column('customer_id').execute();
  },
};
