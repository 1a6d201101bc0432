/** Names for units: a branded number cannot be passed where another unit is meant. */
declare const unit: unique symbol;

type Brand<Value, Name extends string> = Value & { readonly [unit]: Name };

/** Whole cents of the bank's currency. Money is never a float. */
export type Cents = Brand<number, 'Cents'>;

/** Milliseconds since the call began, by the call's own clock. */
export type CallMs = Brand<number, 'CallMs'>;

/** One call, from ring to goodbye: `call_` and 21 letters or digits. */
export type CallId = Brand<string, 'CallId'>;

/** @throws RangeError when the amount is not a whole number of cents. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount))
    throw new RangeError(`${amount} is not a whole number of cents`);
  return amount as Cents;
}
