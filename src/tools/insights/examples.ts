/** Calls that stand out, for somebody who wants to listen to them: by day, time and matter, never by a person. */
import { wallTime } from '#lib/zone.ts';
import { definitionOf, type Filter, type Metric, type Metrics } from '#record/record.ts';
import { placeWords } from './place-words.ts';
import { amountWords } from './words.ts';

export interface Example {
  readonly measure: Metric;
  readonly scenario: string;
  /** ISO 8601. */
  readonly began: string;
  readonly value: number;
  /** "the call about disputes on November 9 at 14:20, dead air 12 seconds". */
  readonly said: string;
}

const MOST_LOOKED_AT = 20_000;
const MOST_EXAMPLES = 2;

/** @returns none where the first of the metrics that single calls have is nought everywhere. */
export async function examplesOf(
  metrics: Metrics,
  names: readonly Metric[],
  about: { readonly period: string; readonly filter: Filter | undefined },
): Promise<Example[]> {
  for (const measure of names) {
    const query = { ...about, measure, series: 'scenario' } as const;
    const found = await metrics.askSingly(query, MOST_LOOKED_AT);
    if (!found.ok) continue;
    const worst = found.calls
      .filter(({ value }) => value > 0)
      .toSorted((a, b) => b.value - a.value)
      .slice(0, MOST_EXAMPLES);
    if (worst.length > 0)
      return worst.map((call) => exampleOf(measure, call, wallTime(metrics.zone, call.startedAt)));
  }
  return [];
}

function exampleOf(
  measure: Metric,
  call: { readonly value: number; readonly series: string | null },
  began: string,
): Example {
  const scenario = call.series ?? 'unknown';
  const { label, unit } = definitionOf(measure);
  const about = placeWords(scenario, 'scenario');
  const day = placeWords(began.slice(0, 10), 'day');
  const amount = amountWords(call.value, unit);
  const said = `the call about ${about} on ${day} at ${began.slice(11, 16)}, ${label.replace(/ per call$/, '')} ${amount}`;
  return { measure, scenario, began, value: call.value, said };
}
