/** Steps 012 to 014: card payments, disputes, credit. */
import { sql } from 'kysely';
import type { Migrations } from '#database/database.ts';

export const cardActivity: Migrations = {
  '012-card-transactions': async ({ schema }) => {
    await schema
      .createTable('card_transactions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('card_id', 'text', (column) => column.notNull().references('cards.id'))
      .addColumn('idempotency_key', 'text', (column) =>
        column.notNull().unique().references('journal_entries.idempotency_key'),
      )
      .addColumn('merchant', 'text', (column) => column.notNull())
      .addColumn('amount_cents', 'bigint', (column) => column.notNull())
      .addColumn('made_on', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('card_transactions_by_card')
      .on('card_transactions')
      .columns(['card_id', 'made_on'])
      .execute();
  },
  '013-disputes': async ({ schema }) => {
    await schema
      .createTable('disputes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('transaction_id', 'text', (column) =>
        column.notNull().unique().references('card_transactions.id'),
      )
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('credited_cents', 'bigint', (column) => column.notNull())
      .addColumn('decided_by', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
  },
  '014-credit': async ({ schema }) => {
    await schema
      .createTable('credit_scores')
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('scored_on', 'text', (column) => column.notNull())
      .addColumn('score', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('credit_scores_pk', ['customer_id', 'scored_on'])
      .execute();
    await schema
      .createTable('limit_requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('card_id', 'text', (column) => column.notNull().references('cards.id'))
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('current_limit_cents', 'bigint', (column) => column.notNull())
      .addColumn('new_limit_cents', 'bigint', (column) => column.notNull())
      .addColumn('annual_income_cents', 'bigint', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('call_id', 'text')
      .execute();
    await schema
      .createIndex('one_waiting_request_per_account')
      .unique()
      .on('limit_requests')
      .column('account_id')
      .where(sql.ref('status'), '=', 'awaiting_specialist')
      .execute();
  },
};
