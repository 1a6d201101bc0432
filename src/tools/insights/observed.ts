/** What anybody would look for first in a chart: the highest and the lowest, or the ranking that was asked for. Pure. */
import { definitionOf, type MetricsAnswer } from '#record/record.ts';
import { placeWords } from './place-words.ts';
import type { Chart } from './show-chart.ts';
import { amountWords, listed } from './words.ts';

/** Of a longer axis the lowest is of no interest: the quietest hour of a heat map. */
const MOST_COMPARED = 60;
/** Nobody remembers a longer list by ear. */
const MOST_SAID = 3;

type Sure = MetricsAnswer['points'][number] & { readonly value: number };

export function observed(chart: Chart, { unit, points }: MetricsAnswer): string[] {
  const { dimension, series, top, measure } = chart;
  const sure = points.flatMap(({ value, ...point }) =>
    value === null ? [] : [{ ...point, value }],
  );
  const place = ({ x, series: part }: Sure): string =>
    placeWords(x, dimension) +
    (part === null || series === undefined ? '' : `, ${placeWords(part, series)}`);
  const amount = ({ value }: Sure): string => amountWords(value, unit);
  if (top !== undefined) return ranking(chart, sure, (one) => `${place(one)} with ${amount(one)}`);
  const [first, ...others] = sure.toSorted((a, b) => b.value - a.value);
  const last = others.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.value === last.value)
    return first.value === 0 ? [] : [`it is ${amount(first)} everywhere`];
  const highest = `the highest is ${place(first)} with ${amount(first)}`;
  const lows = others.filter(({ value }) => value === last.value).length;
  // Where many are the lowest, none of them is news.
  if (series !== undefined || sure.length > MOST_COMPARED || lows > 1) return [highest];
  const { target } = definitionOf(measure);
  const aim = target === undefined ? '' : `; the target is ${amountWords(target, unit)}`;
  return [`${highest}, the lowest ${place(last)} with ${amount(last)}${aim}`];
}

function ranking(
  { order = 'highest' }: Chart,
  ranked: readonly Sure[],
  said: (one: Sure) => string,
): string[] {
  const named = ranked.slice(0, MOST_SAID).map(said);
  if (named.length === 0) return [];
  const more = ranked.length > MOST_SAID ? `, and ${ranked.length - MOST_SAID} more` : '';
  const which = named.length === 1 ? `the ${order} is` : `the ${order} are`;
  return [`${which} ${more === '' ? listed(named) : `${named.join(', ')}${more}`}`];
}
