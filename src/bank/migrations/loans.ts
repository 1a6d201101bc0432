/** Steps 010 and 011: loans, mortgages, rates. */
import type { Migrations } from '#database/database.ts';

export const loans: Migrations = {
  '010-loans': async ({ schema }) => {
    await schema
      .createTable('loans')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('account_id', 'text', (column) =>
        column.notNull().unique().references('accounts.id'),
      )
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('original_cents', 'bigint', (column) => column.notNull())
      .addColumn('rate_millipercent', 'integer', (column) => column.notNull())
      .addColumn('term_months', 'integer', (column) => column.notNull())
      .addColumn('first_due_on', 'text', (column) => column.notNull())
      .addColumn('payments_made', 'integer', (column) => column.notNull())
      .addColumn('paid_to', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('loans_by_customer').on('loans').column('customer_id').execute();
    await schema
      .createTable('mortgages')
      .addColumn('loan_id', 'text', (column) => column.primaryKey().references('loans.id'))
      .addColumn('product', 'text', (column) => column.notNull())
      .execute();
  },
  '011-rates': async ({ schema }) => {
    await schema
      .createTable('rates')
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('as_of', 'text', (column) => column.notNull())
      .addColumn('rate_millipercent', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('rates_pk', ['product', 'as_of'])
      .execute();
  },
};
