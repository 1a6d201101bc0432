/** Which period is meant, and which it is compared with. Pure. */
import { findPeriod } from '#lib/period-words.ts';
import { blanked } from './phrases.ts';
import { BESIDE_A_FIGURE, COMPARISON, NO_COMPARISON } from './talk-vocabulary.ts';

export interface When {
  /** In words, as the tools take it. */
  readonly period: string | undefined;
  /** Another period than the one before, in words. */
  readonly against: string | undefined;
  readonly comparison: 'previous_period' | 'none' | undefined;
  /** A second period of which the same is asked. */
  readonly also?: string | undefined;
  /** Without what was found. */
  readonly rest: string;
}

const UNIT = '(week|month|quarter|year)';
const COMPARED_WITH =
  /\b(?:with|to|than|against|versus|vs|v|on|next to) (?:the )?(?:(?:previous|last|other|same) )?(?:week|month|day|quarter|period|year)s?(?: (?:before|earlier))?\b|\band (?:the )?(?:previous|last|other) (?:week|month|day|period|year)\b/g;
/** What stands before the period that something is compared with. */
const BESIDE =
  /\b(?:with|to|than|against|versus|vs|v|next to|beside|alongside|relative to|from)(?: (?:that of|those of|the|in|on|what it was))*\s*$/;
const AND = /\band(?: (?:the|in|on))*\s*$/;

/** @param leans on what was asked before: what is compared is known then. */
export function whenIn(text: string, leans: boolean): When {
  const isOfFigures = BESIDE_A_FIGURE.test(timeless(text)) && text.search(COMPARED_WITH) < 0;
  const comparison = NO_COMPARISON.test(text)
    ? 'none'
    : COMPARISON.test(text) && !isOfFigures
      ? 'previous_period'
      : undefined;
  const found = findPeriod(text);
  if (found === undefined)
    return { period: undefined, against: undefined, comparison, rest: without(text) };
  const rest = blanked(text, found.start, found.end);
  const { words } = found;
  const second = findPeriod(rest);
  if (comparison !== 'previous_period') {
    const next = second !== undefined && AND.test(rest.slice(0, second.start)) ? second : undefined;
    const left = next === undefined ? rest : blanked(rest, next.start, next.end);
    return {
      period: words,
      against: undefined,
      comparison,
      also: next?.words,
      rest: without(left),
    };
  }
  const isSecond =
    second !== undefined &&
    (BESIDE.test(rest.slice(0, second.start)) || AND.test(rest.slice(0, second.start)));
  if (isSecond) {
    const cleared = without(blanked(rest, second.start, second.end));
    const against = isOneBefore(words, second.words) ? undefined : second.words;
    return { period: words, against, comparison, rest: cleared };
  }
  if (BESIDE.test(text.slice(0, found.start))) return besideNow(words, leans, without(rest));
  return { period: words, against: undefined, comparison, rest: without(rest) };
}

/** "Better than last month" asks of this month. */
function besideNow(words: string, leans: boolean, rest: string): When {
  if (leans) return { period: undefined, against: words, comparison: 'previous_period', rest };
  const [, unit] = new RegExp(`\\blast ${UNIT}\\b`).exec(words) ?? [];
  const period = unit === undefined ? undefined : `this ${unit}`;
  if (words === 'yesterday' || period !== undefined)
    return { period: period ?? 'today', against: undefined, comparison: 'previous_period', rest };
  return { period: undefined, against: words, comparison: 'previous_period', rest };
}

/** This week and last week, today and yesterday: then the same parts of them are compared. */
export function isOneBefore(period: string | undefined, other: string): boolean {
  if (period === undefined) return false;
  if (/\btoday\b/.test(period)) return /^yesterday$/.test(other);
  const [, unit] = new RegExp(`\\bthis ${UNIT}\\b`).exec(period) ?? [];
  return unit !== undefined && new RegExp(`\\b(?:last|previous) ${unit}\\b`).test(other);
}

function timeless(text: string): string {
  const found = findPeriod(text);
  return found === undefined ? text : timeless(blanked(text, found.start, found.end));
}

/** What it is compared with is no second period, and no dimension. */
function without(text: string): string {
  return text.replaceAll(COMPARED_WITH, ' ');
}
