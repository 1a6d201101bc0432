/** Named figures of a period: value, unit, change against the period before, target. */
import { z } from 'zod';
import type { DrawnFigure } from '#protocol/drawing.ts';
import {
  definitionOf,
  Filter,
  type Metric,
  METRIC_NAMES,
  type Metrics,
  type MetricsAnswer,
  MetricsQuery,
} from '#record/record.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { drawnFrom } from './drawn-from.ts';
import { type Example, examplesOf } from './examples.ts';
import { said } from './figure-words.ts';
import { titleWords } from './filter-words.ts';
import { during, nothingThere, refused } from './refusals.ts';
import { trendOf } from './trend.ts';
import { onTarget, rounded } from './words.ts';

const OVERVIEW: readonly Metric[] = ['calls', 'containment', 'escalation_rate', 'handling_time'];
const MOST_FIGURES = 8;

const Input = z.object({
  metrics: z
    .array(z.enum(METRIC_NAMES))
    .min(1)
    .max(MOST_FIGURES)
    .optional()
    .describe(
      'Which figures. Without it, the overview: calls, containment, escalation rate, handling time.',
    ),
  period: z
    .string()
    .max(80)
    .default('the last 7 days')
    .describe(
      'In words: "today", "last week", "since Monday", "in October", "the last 7 days", "2026-10-01 to 2026-10-31".',
    ),
  against: MetricsQuery.shape.against.describe(
    'Another period to compare with than the one before, in the same words as `period`.',
  ),
  filter: Filter.optional().describe('Only calls that are all of this.'),
  examples: z.boolean().optional().describe('With calls that stand out, to listen to.'),
});
type Input = z.infer<typeof Input>;

/** A figure, and how it went within its period. */
type Followed = MetricsAnswer & { readonly trend: DrawnFigure['trend'] };

export function showMetrics(metrics: Metrics): Tool<Input> {
  return {
    name: 'show_metrics',
    title: 'Looking at the figures',
    description:
      'Figures about the calls of a period, each with its unit, the change against the period before and its target; shown to the manager as cards. Use it for one number or an overview; for anything "by day", "by scenario" or drawn use show_chart.',
    input: Input,
    needs: 'unknown',
    effect: 'read',
    async run(input) {
      const { metrics: names = [...OVERVIEW], period, against, filter, examples = false } = input;
      const figures: Followed[] = [];
      for (const measure of new Set(names)) {
        const comparison = 'previous_period';
        const query = { measure, period, against, filter, comparison } as const;
        const answer = await metrics.ask(query);
        if (!answer.ok) return refused(answer.why);
        figures.push({ ...answer, trend: await trendOf(metrics, query, answer.period) });
      }
      const standingOut = examples ? await examplesOf(metrics, names, { period, filter }) : [];
      return drawnFrom('show_metrics', input, told(figures, filter, standingOut));
    },
  };
}

function told(
  answers: readonly Followed[],
  filter: Filter | undefined,
  examples: readonly Example[],
): ToolResult {
  const [first] = answers;
  if (first === undefined) throw new Error('show_metrics was asked for nothing');
  const { period, total, demoCalls } = first;
  const figures = answers.map(drawn);
  const beforeLabel = period.before.label;
  const drawing = {
    type: 'metrics',
    title: `Figures ${during(period.label)}${titleWords(filter)}`,
    period: period.label,
    calls: total.calls,
    figures,
    ...(beforeLabel === '' ? {} : { beforeLabel }),
    notes: demoCalls > 0 ? ['Demo data'] : [],
  } as const;
  if (total.calls === 0) return nothingThere(period.label, drawing, filter);
  return {
    ok: true,
    say: answers.map((answer, place) => said(answer, place === 0, filter)).join(' '),
    facts: {
      period: period.label,
      ...(beforeLabel === '' ? {} : { compared_with: beforeLabel }),
      calls: total.calls,
      figures: figures.map(({ name, label, unit, value, before, target, better, formula }) => ({
        name,
        label,
        unit,
        value: value === null ? null : rounded(value, 2),
        before: before === null ? null : rounded(before, 2),
        ...(target === null ? {} : { target, on_target: onTarget(value, target, better) }),
        formula,
      })),
      ...(examples.length > 0 ? { examples } : {}),
      ...(demoCalls > 0 ? { demo_calls: demoCalls } : {}),
    },
    drawing,
  };
}

function drawn({ measure, total, before, trend }: Followed): DrawnFigure {
  const { label, unit, better, target, formula } = definitionOf(measure);
  return {
    name: measure,
    label,
    unit,
    // Finer than it is read: a change is a share of it.
    value: total.value === null ? null : rounded(total.value, 4),
    before: before?.value == null ? null : rounded(before.value, 4),
    better,
    target: target ?? null,
    formula,
    trend,
  };
}
