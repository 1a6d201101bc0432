/** One figure in a sentence: what it was, how it changed, where it stands to its target. Pure. */
import { definitionOf, type Filter, type Metric, type MetricsAnswer } from '#record/record.ts';
import { callsWords } from './filter-words.ts';
import { during } from './refusals.ts';
import { amountWords, improves, movedWords, onTarget, sentence, targetWords } from './words.ts';

/** @param isFirst of several, which says when. */
export function said(
  { measure, unit, period, total, before }: MetricsAnswer,
  isFirst: boolean,
  filter: Filter | undefined,
): string {
  const { label, better, target } = definitionOf(measure);
  const when = isFirst ? `${during(period.label)} ` : '';
  const { value } = total;
  const which = callsWords(filter);
  if (value === null)
    return sentence(`${when}nothing can be said about the ${label}${among(label, which)}`);
  const compared = { value, before: before?.value ?? null, unit, label: period.before.label };
  const changed = movedWords(compared, better);
  const rest = changed.map((part) => `, ${part}`).join('');
  if (target === undefined) return sentence(`${when}${wasWords(measure, value, which)}${rest}`);
  const aim = targetWords(value, target, { unit, better });
  // An improvement that is not enough, a change for the worse that does no harm yet.
  const isTurn = improves(compared, better) === !onTarget(value, target, better);
  const link = rest === '' ? ', ' : isTurn ? ', but ' : ', and ';
  return sentence(`${when}${wasWords(measure, value, which)}${rest}${link}${aim}`);
}

function wasWords(measure: Metric, value: number, which: string): string {
  const { label, unit } = definitionOf(measure);
  const amount = amountWords(value, unit);
  const isOne = amount === '1 call';
  const number = amount.replace(/ calls?$/, '');
  if (measure === 'calls')
    return `there ${isOne ? 'was' : 'were'} ${number} ${isOne ? which.replace(/\bcalls\b/, 'call') : which}`;
  if (measure === 'escalations')
    return `there ${isOne ? 'was' : 'were'} ${number} ${isOne ? 'escalation' : 'escalations'}${among(label, which)}`;
  if (unit === 'per call') return `there were ${amount} ${label}${among(label, which)}`;
  return `the ${label}${among(label, which)} was ${amount}`;
}

/** " of calls about disputes"; where the label speaks of calls already, " about disputes" or " among abandoned calls". */
function among(label: string, which: string): string {
  if (which === 'calls') return '';
  if (!/ per call$|escalations$/.test(label)) return ` of ${which}`;
  return which.startsWith('calls ') ? which.slice('calls'.length) : ` among ${which}`;
}
