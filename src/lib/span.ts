/** Stretches of time and what each is compared with. In wall-clock milliseconds (`zone.ts`). Pure. */
import { addMonths, DAY_MS, MONTHS, WEEKDAYS } from './calendar.ts';

export interface Period {
  /** Milliseconds since 1970; `toMs` is not part of it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The period that this one is compared with; as long, where months allow it. */
  readonly before: {
    readonly fromMs: number;
    readonly toMs: number;
    /** After "on" or "than": "the week before", "the same part of last week". */
    readonly label: string;
  };
  /** As a person says it: "last week", "in October". */
  readonly label: string;
}

/** The same stretch so much earlier: this week is compared with last week up to the same hour. */
export function moved(
  fromMs: number,
  toMs: number,
  byMs: number,
  before: string,
): Omit<Period, 'label'> {
  return { fromMs, toMs, before: { fromMs: fromMs - byMs, toMs: toMs - byMs, label: before } };
}

/** Compared with what came right before it, in whole days, so that mornings meet mornings. */
export function stretch(fromMs: number, toMs: number, label: string): Period {
  const days = Math.max(1, Math.ceil((toMs - fromMs) / DAY_MS));
  const before = days === 1 ? 'the day before' : `the ${days} days before`;
  return { ...moved(fromMs, toMs, days * DAY_MS, before), label };
}

/** @param before names it where the period is over; one that runs is compared with the same part of it. */
export function months(
  fromMs: number,
  toMs: number,
  count: number,
  labels: { readonly label: string; readonly before: string },
): Period {
  const earlier = addMonths(fromMs, -count);
  // A month that is over is compared with the whole month before, whatever their lengths.
  const isWhole = toMs === addMonths(fromMs, count);
  const until = isWhole ? fromMs : Math.min(earlier + (toMs - fromMs), fromMs);
  const label = isWhole ? labels.before : `the same part of ${labels.before}`;
  return { fromMs, toMs, before: { fromMs: earlier, toMs: until, label }, label: labels.label };
}

export function everything(nowMs: number): Period {
  return { fromMs: 0, toMs: nowMs, before: { fromMs: 0, toMs: 0, label: '' }, label: 'so far' };
}

const NAMES = new Set([...WEEKDAYS, ...MONTHS]);

export function capital(words: string): string {
  return words.replaceAll(/[a-z]+/g, (word) =>
    NAMES.has(word) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word,
  );
}

/** "November 3", with its year where it is not this one. */
export function dayLabel(ms: number, nowMs: number): string {
  const date = new Date(ms);
  const month = capital(MONTHS[date.getUTCMonth()] ?? '');
  const year = date.getUTCFullYear();
  return `${month} ${date.getUTCDate()}${year === new Date(nowMs).getUTCFullYear() ? '' : `, ${year}`}`;
}
