/** Periods that have a name from where one stands: "this week", "last month", "yesterday evening". Wall-clock time. Pure. */
import { addMonths, DAY_MS, dayStart, monthStart, weekStart } from './calendar.ts';
import { everything, months, moved, type Period } from './span.ts';

const WEEK_MS = 7 * DAY_MS;

export function namedPeriod(text: string, nowMs: number): Period | undefined {
  const words = text
    .replace(/^so far (?:in )?(?=this|today|current)/, '')
    .replace(/ (?:so far|to date|up to now)$/, '')
    .replace(/^(?:past|previous)\b/, 'last')
    .replace(/^current\b/, 'this')
    .replace(/^coming\b/, 'next');
  return ofDays(words, nowMs) ?? ofWeeks(words, nowMs) ?? ofMonths(words, nowMs);
}

function ofDays(words: string, nowMs: number): Period | undefined {
  const today = dayStart(nowMs);
  switch (words) {
    case 'now':
    case 'today':
    case 'this day':
    case 'day':
      return { ...moved(today, nowMs, DAY_MS, 'the same time yesterday'), label: 'today' };
    case 'yesterday':
    case 'last day':
      return { ...moved(today - DAY_MS, today, DAY_MS, 'the day before'), label: 'yesterday' };
    case 'day before yesterday':
    case 'the day before yesterday':
      return {
        ...moved(today - 2 * DAY_MS, today - DAY_MS, DAY_MS, 'the day before'),
        label: 'the day before yesterday',
      };
    case 'tomorrow':
      return { ...moved(today + DAY_MS, today + 2 * DAY_MS, DAY_MS, 'today'), label: 'tomorrow' };
    case 'all time':
    case 'of all time':
    case 'ever':
    case 'overall':
    case 'in total':
    case 'altogether':
    case 'so far':
    case 'beginning':
    case 'since the beginning':
      return everything(nowMs);
    default:
      return undefined;
  }
}

function ofWeeks(words: string, nowMs: number): Period | undefined {
  const week = weekStart(nowMs);
  const saturday = week + 5 * DAY_MS > nowMs ? week - 2 * DAY_MS : week + 5 * DAY_MS;
  switch (words) {
    case 'this week':
    case 'week':
      return {
        ...moved(week, nowMs, WEEK_MS, 'the same part of last week'),
        label: 'this week',
      };
    case 'last week':
      return { ...moved(week - WEEK_MS, week, WEEK_MS, 'the week before'), label: 'last week' };
    case 'week before last':
    case 'the week before last':
      return {
        ...moved(week - 2 * WEEK_MS, week - WEEK_MS, WEEK_MS, 'the week before'),
        label: 'the week before last',
      };
    case 'next week':
      return { ...moved(week + WEEK_MS, week + 2 * WEEK_MS, WEEK_MS, 'this week'), label: words };
    case 'weekend':
    case 'the weekend':
    case 'this weekend':
    case 'last weekend':
      return {
        ...moved(saturday, Math.min(saturday + 2 * DAY_MS, nowMs), WEEK_MS, 'the weekend before'),
        label: 'last weekend',
      };
    case 'next weekend':
      return {
        ...moved(saturday + WEEK_MS, saturday + 9 * DAY_MS, WEEK_MS, 'the weekend before'),
        label: words,
      };
    default:
      return undefined;
  }
}

function ofMonths(words: string, nowMs: number): Period | undefined {
  const month = monthStart(nowMs);
  const date = new Date(nowMs);
  const year = Date.UTC(date.getUTCFullYear(), 0);
  const quarter = addMonths(month, -(date.getUTCMonth() % 3));
  switch (words) {
    case 'this month':
    case 'month':
      return months(month, nowMs, 1, { label: 'this month', before: 'last month' });
    case 'last month':
      return months(addMonths(month, -1), month, 1, { label: words, before: 'the month before' });
    case 'month before last':
    case 'the month before last':
      return months(addMonths(month, -2), addMonths(month, -1), 1, {
        label: 'the month before last',
        before: 'the month before',
      });
    case 'next month':
      return months(addMonths(month, 1), addMonths(month, 2), 1, {
        label: words,
        before: 'this month',
      });
    case 'this quarter':
    case 'quarter':
      return months(quarter, nowMs, 3, { label: 'this quarter', before: 'last quarter' });
    case 'last quarter':
      return months(addMonths(quarter, -3), quarter, 3, {
        label: words,
        before: 'the quarter before',
      });
    case 'next quarter':
      return months(addMonths(quarter, 3), addMonths(quarter, 6), 3, {
        label: words,
        before: 'this quarter',
      });
    case 'this year':
    case 'year':
      return months(year, nowMs, 12, { label: 'this year', before: 'last year' });
    case 'last year':
      return months(addMonths(year, -12), year, 12, { label: words, before: 'the year before' });
    case 'next year':
      return months(addMonths(year, 12), addMonths(year, 24), 12, {
        label: words,
        before: 'this year',
      });
    default:
      return undefined;
  }
}
