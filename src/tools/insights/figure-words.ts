/** One figure in a sentence: what it was, how it changed, where it stands to its target. Pure. */
import { definitionOf, type Filter, type MetricsAnswer } from '#record/record.ts';
import { callsWords } from './filter-words.ts';
import { during } from './refusals.ts';
import { amountWords, changeWords, judged, sentence, targetWords } from './words.ts';

/** @param isFirst of several, which says when. */
export function said(
  { measure, unit, period, total, before }: MetricsAnswer,
  isFirst: boolean,
  filter: Filter | undefined,
): string {
  const { label, better, target } = definitionOf(measure);
  const when = isFirst ? `${during(period.label)} ` : '';
  const which = callsWords(filter);
  const of = which === 'calls' ? '' : ` of ${which}`;
  const { value } = total;
  if (value === null) return sentence(`${when}nothing can be said about the ${label}${of}`);
  const compared = {
    value,
    before: before?.value ?? null,
    unit,
    label: period.before.label,
  };
  const changed = [changeWords(compared), judged(compared, better)].filter(
    (part) => part !== undefined,
  );
  const aim = target === undefined ? undefined : targetWords(value, target, unit);
  const amount = amountWords(value, unit);
  const was =
    measure === 'calls'
      ? `there ${amount === '1 call' ? 'was' : 'were'} ${amount.replace(/calls?$/, amount === '1 call' ? which.replace(/\bcalls\b/, 'call') : which)}`
      : unit === 'per call'
        ? `there were ${amount} ${label}${which === 'calls' ? '' : ` among ${which}`}`
        : `the ${label}${of} was ${amount}`;
  const rest = changed.map((part) => `, ${part}`).join('');
  const stands = aim === undefined ? '' : `,${rest === '' ? '' : ' and'} ${aim}`;
  return sentence(`${when}${was}${rest}${stands}`);
}
