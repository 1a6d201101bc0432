/** The one description of a question about the calls. No SQL comes from outside: only names from these lists. */
import { z } from 'zod';
import { WEEKDAYS } from '#lib/calendar.ts';
import { ESCALATION_KINDS } from './escalation-kind.ts';
import { METRIC_NAMES } from './definitions.ts';

/** `hour` is the hour of the day, `weekday` the day of the week; the others of time follow each other. All by the clock on the wall. */
export const DIMENSIONS = [
  'day',
  'week',
  'month',
  'hour',
  'weekday',
  'scenario',
  'outcome',
  'escalation_reason',
  'provider',
  'mode',
  'channel',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const OUTCOMES = ['contained', 'escalated', 'refused', 'abandoned', 'failed'] as const;
const MODES = ['ai', 'local', 'scripted'] as const;
const MOST_VALUES = 12;
const HOURS = 24;
/** More of a ranking nobody reads. */
const MOST_RANKED = 20;
const name = z.string().regex(/^[\w-]{1,40}$/);
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(MOST_VALUES);

export const Filter = z.strictObject({
  scenario: some(name).optional().describe('Scenario ids, e.g. block-card.'),
  outcome: some(z.enum(OUTCOMES)).optional(),
  escalation_reason: some(z.enum(ESCALATION_KINDS)).optional(),
  provider: some(name).optional(),
  mode: some(z.enum(MODES)).optional(),
  channel: some(name).optional(),
  weekday: some(z.enum(WEEKDAYS)).optional().describe('The days of the week on which they began.'),
  hour: z
    .array(
      z
        .int()
        .min(0)
        .max(HOURS - 1),
    )
    .min(1)
    .max(HOURS)
    .optional()
    .describe('The hours of the day in which they began, e.g. [9, 10] for nine to eleven.'),
  calls: z
    .enum(['real', 'demo'])
    .optional()
    .describe('Real calls only, or made-up ones only; without it, both.'),
});
export type Filter = z.infer<typeof Filter>;

export const MetricsQuery = z.strictObject({
  measure: z.enum(METRIC_NAMES),
  /** What the figures are parted by; one figure where it is absent. */
  dimension: z.enum(DIMENSIONS).optional(),
  /** A second parting: the colours of a stacked bar, the columns of a heat map. */
  series: z.enum(DIMENSIONS).optional(),
  /** In words (`lib/period.ts`). */
  period: z.string().max(80),
  filter: Filter.optional(),
  comparison: z.enum(['none', 'previous_period']).optional(),
  /** Another period to compare with, in words, in place of the one before. */
  against: z.string().max(80).optional(),
  /** Only so many places of the dimension, those that rank first. */
  top: z.int().min(1).max(MOST_RANKED).optional(),
  order: z.enum(['highest', 'lowest']).optional(),
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

/** More than this nobody can see, and no client should have to draw. */
export const MOST_POINTS = 2_000;
/** Twenty years. */
export const MOST_MONTHS = 240;
