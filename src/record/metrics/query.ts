/** The one description of a question about the calls. No SQL comes from outside: only names from these lists. */
import { z } from 'zod';
import { ESCALATION_KINDS } from './escalation-kind.ts';
import { METRIC_NAMES } from './definitions.ts';

/** `hour` is the hour of the day, `weekday` the day of the week; the others of time follow each other. */
export const DIMENSIONS = [
  'day',
  'week',
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
const name = z.string().regex(/^[\w-]{1,40}$/);
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(MOST_VALUES);

export const Filter = z.strictObject({
  scenario: some(name).optional().describe('Scenario ids, e.g. block-card.'),
  outcome: some(z.enum(OUTCOMES)).optional(),
  escalation_reason: some(z.enum(ESCALATION_KINDS)).optional(),
  provider: some(name).optional(),
  mode: some(z.enum(MODES)).optional(),
  channel: some(name).optional(),
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
});
export type MetricsQuery = z.infer<typeof MetricsQuery>;

/** More than this nobody can see, and no client should have to draw. */
export const MOST_POINTS = 2_000;
