/** What a new mortgage costs today. */
import type { Database } from '#database/database.ts';
import type { Cents } from '#lib/brand.ts';
import { type MilliPercent, monthlyPayment } from './amortisation.ts';
import type { MortgageProduct } from './loan-tables.ts';
import type { BankTables } from './tables.ts';

export interface Rate {
  readonly product: MortgageProduct;
  readonly rate: MilliPercent;
  /** `YYYY-MM-DD`: since when it is offered. */
  readonly asOf: string;
}

export interface RateReader {
  /** The latest of every product. */
  rates(): Promise<Rate[]>;
}

/** An adjustable rate may change after five years, but is paid back over thirty. */
const TERM_MONTHS: Readonly<Record<MortgageProduct, number>> = {
  fixed_30: 360,
  fixed_15: 180,
  adjustable_5: 360,
};
const PRODUCTS = Object.keys(TERM_MONTHS) as MortgageProduct[];

export function rateReader(database: Database): RateReader {
  return {
    async rates() {
      const all = await database
        .tables<BankTables>()
        .selectFrom('rates')
        .select(['product', 'rate_millipercent as rate', 'as_of as asOf'])
        .orderBy('as_of', 'desc')
        .execute();
      return PRODUCTS.flatMap((product) => all.find((rate) => rate.product === product) ?? []);
    },
  };
}

/** What borrowing so much would cost a month. */
export function monthlyEstimate({ product, rate }: Rate, principal: Cents): Cents {
  return monthlyPayment({ principal, rate, months: TERM_MONTHS[product] });
}
