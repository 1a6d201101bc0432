/** Which of the payments is meant, by what the caller remembers of it. Pure. */
import type { Cents } from '#lib/brand.ts';
import { daysBetween } from './calendar.ts';
import { merchantLikeness } from './merchant-match.ts';

/** Who says "three fifty" may mean $349.99. */
const NEAR_CENTS = 99;
/** A payment may be booked a day or two after it was made. */
const NEAR_DAYS = 2;
/** Names that fit nearly as well as the best are meant as well. */
const NEAR_LIKENESS = 0.1;

export interface Clues {
  readonly amount?: Cents;
  /** As it was heard. */
  readonly merchant?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

export interface Payment {
  readonly reference: string;
  readonly cardLastFour: string;
  readonly merchant: string;
  readonly amount: Cents;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  /** The case in which it is disputed. */
  readonly dispute: string | null;
}

export type Found =
  /** `times`: as often it was charged on that day; this is the latest that is not disputed. */
  | { readonly outcome: 'one'; readonly payment: Payment; readonly times: number }
  /** `by`: what tells them apart best. */
  | { readonly outcome: 'several'; readonly payments: readonly Payment[]; readonly by: keyof Clues }
  /** `wrong`: the clue that keeps it from being found. */
  | { readonly outcome: 'none'; readonly wrong: keyof Clues };

/** @param payments the latest first @param clues at least one */
export function findPayment(payments: readonly Payment[], clues: Clues): Found {
  const fitting = matching(payments, clues);
  if (fitting.length === 0) return { outcome: 'none', wrong: wrongClue(payments, clues) };
  const groups = Map.groupBy(fitting, ({ merchant, amount, madeOn, cardLastFour }) =>
    [merchant, amount, madeOn, cardLastFour].join('|'),
  );
  const found = [...groups.values()].flatMap((same) => {
    const payment = same.find(({ dispute }) => dispute === null) ?? same[0];
    return payment === undefined ? [] : [{ payment, times: same.length }];
  });
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return { outcome: 'one', ...only };
  const several = found.map(({ payment }) => payment);
  return { outcome: 'several', payments: several, by: tellsApart(several) };
}

function matching(payments: readonly Payment[], { merchant, amount, date }: Clues) {
  let left = payments;
  if (merchant !== undefined) {
    const scored = left.map((payment) => ({
      payment,
      likeness: merchantLikeness(merchant, payment.merchant),
    }));
    const best = Math.max(0, ...scored.map(({ likeness }) => likeness));
    left = scored
      .filter(({ likeness }) => likeness > 0 && likeness >= best - NEAR_LIKENESS)
      .map(({ payment }) => payment);
  }
  if (amount !== undefined)
    left = nearest(left, NEAR_CENTS, (payment) => Math.abs(payment.amount - amount));
  if (date !== undefined)
    left = nearest(left, NEAR_DAYS, ({ madeOn }) => Math.abs(daysBetween(date, madeOn)));
  return left;
}

/** Those that fit exactly; where none does, those that nearly do. */
function nearest(
  payments: readonly Payment[],
  near: number,
  distance: (payment: Payment) => number,
): readonly Payment[] {
  const exact = payments.filter((payment) => distance(payment) === 0);
  return exact.length > 0 ? exact : payments.filter((payment) => distance(payment) <= near);
}

/** Without it something would be found; a day is remembered worst, a name best. */
function wrongClue(payments: readonly Payment[], clues: Clues): keyof Clues {
  const given = (['date', 'amount', 'merchant'] as const).filter(
    (name) => clues[name] !== undefined,
  );
  const wrong = given.find((name) => {
    const { [name]: _, ...others } = clues;
    return given.length > 1 && matching(payments, others).length > 0;
  });
  return wrong ?? given.at(-1) ?? 'merchant';
}

function tellsApart(payments: readonly Payment[]): keyof Clues {
  const differing = {
    merchant: new Set(payments.map(({ merchant }) => merchant)).size,
    amount: new Set(payments.map(({ amount }) => amount)).size,
    date: new Set(payments.map(({ madeOn }) => madeOn)).size,
  };
  const [best] = (['amount', 'date', 'merchant'] as const).toSorted(
    (a, b) => differing[b] - differing[a],
  );
  return best ?? 'amount';
}
