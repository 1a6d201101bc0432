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
} from '#record/record.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { drawnFrom } from './drawn-from.ts';
import { type Example, examplesOf } from './examples.ts';
import { during, nothingThere, refused } from './refusals.ts';
import { amountWords, changeWords, rounded, sentence } from './words.ts';

const OVERVIEW: readonly Metric[] = ['calls', 'containment', 'escalation_rate', 'handling_time'];
const MOST_FIGURES = 8;
/** Trends of longer periods go by week. */
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

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
  filter: Filter.optional().describe('Only calls that are all of this.'),
  examples: z.boolean().optional().describe('With calls that stand out, to listen to.'),
});
type Input = z.infer<typeof Input>;

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
      const { metrics: names = [...OVERVIEW], period, filter, examples = false } = input;
      const figures: MetricsAnswer[] = [];
      for (const measure of new Set(names)) {
        const comparison = 'previous_period';
        const answer = await metrics.ask({ measure, period, filter, comparison });
        if (!answer.ok) return refused(answer.why);
        const days = (answer.period.toMs - answer.period.fromMs) / DAY_MS;
        const dimension = days > MOST_DAYS ? 'week' : 'day';
        const trend = days > 1 ? await metrics.ask({ measure, period, filter, dimension }) : answer;
        figures.push({ ...answer, points: trend.ok ? trend.points : [] });
      }
      const standingOut = examples ? await examplesOf(metrics, names, { period, filter }) : [];
      return drawnFrom('show_metrics', input, told(figures, filter !== undefined, standingOut));
    },
  };
}

function told(
  answers: readonly MetricsAnswer[],
  filtered: boolean,
  examples: readonly Example[],
): ToolResult {
  const [first] = answers;
  if (first === undefined) throw new Error('show_metrics was asked for nothing');
  const { period, total, demoCalls } = first;
  const figures = answers.map(drawn);
  const notes = demoCalls > 0 ? ['Demo data'] : [];
  const drawing = {
    type: 'metrics',
    title: `Figures ${during(period.label)}`,
    period: period.label,
    calls: total.calls,
    figures,
    notes,
  } as const;
  if (total.calls === 0) return nothingThere(period.label, drawing, filtered);
  return {
    ok: true,
    say: answers.map((answer, n) => said(answer, n === 0)).join(' '),
    facts: {
      period: period.label,
      calls: total.calls,
      figures: figures.map(({ name, label, unit, value, before, target, better, formula }) => ({
        name,
        label,
        unit,
        value,
        before,
        ...(target === null ? {} : { target, on_target: onTarget(value, target, better) }),
        formula,
      })),
      ...(examples.length > 0 ? { examples } : {}),
      ...(demoCalls > 0 ? { demo_calls: demoCalls } : {}),
    },
    drawing,
  };
}

function drawn({ measure, total, before, points }: MetricsAnswer): DrawnFigure {
  const { label, unit, better, target, formula } = definitionOf(measure);
  return {
    name: measure,
    label,
    unit,
    value: total.value === null ? null : rounded(total.value, 2),
    before: before?.value == null ? null : rounded(before.value, 2),
    better,
    target: target ?? null,
    formula,
    trend: points.map(({ x, value }) => ({ x, value })),
  };
}

function said({ measure, unit, period, total, before }: MetricsAnswer, isFirst: boolean): string {
  const { label, better, target } = definitionOf(measure);
  const when = isFirst ? `${during(period.label)} ` : '';
  if (total.value === null) return sentence(`${when}nothing can be said about the ${label}`);
  const change = changeWords(total.value, before?.value ?? null, unit);
  const aim =
    target === undefined
      ? ''
      : `, ${onTarget(total.value, target, better) === true ? 'on' : 'off'} the target of ${amountWords(target, unit)}`;
  const was =
    measure === 'calls'
      ? `there were ${amountWords(total.value, unit)}`
      : unit === 'per call'
        ? `there were ${amountWords(total.value, unit)} ${label}`
        : `the ${label} was ${amountWords(total.value, unit)}`;
  return sentence(`${when}${was}${change === undefined ? '' : `, ${change}`}${aim}`);
}

function onTarget(
  value: number | null,
  target: number,
  better: 'up' | 'down' | 'neither',
): boolean | null {
  if (value === null || better === 'neither') return null;
  return better === 'up' ? value >= target : value <= target;
}
