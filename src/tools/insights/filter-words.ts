/** Which calls are meant: "abandoned calls about disputes on Azure". Pure. */
import type { Dimension, Filter } from '#record/record.ts';
import { hourWords, placeWords } from './place-words.ts';
import { capital, listed } from './words.ts';

const ALL_WORKING_DAYS = 'monday,tuesday,wednesday,thursday,friday';

/** "calls" where nothing is left out. */
export function callsWords(filter: Filter = {}): string {
  const { outcome, calls, scenario, provider, mode, channel } = filter;
  const kinds = [calls === 'demo' ? 'made-up' : calls, outcome && listed(outcome, 'or')];
  const rest = [
    scenario && `about ${names(scenario, 'scenario')}`,
    provider && `on ${names(provider, 'provider')}`,
    mode && `in ${names(mode, 'mode')}`,
    channel && `from ${names(channel, 'channel')}`,
    filter.escalation_reason && `for ${names(filter.escalation_reason, 'escalation_reason')}`,
    filter.weekday && `on ${daysWords(filter.weekday)}`,
    filter.hour && hoursWords(filter.hour),
  ];
  return [...kinds, 'calls', ...rest].filter((part) => part !== undefined).join(' ');
}

/** For a title: ", abandoned calls about disputes"; nothing where all calls are meant. */
export function titleWords(filter: Filter | undefined): string {
  const words = callsWords(filter);
  return words === 'calls' ? '' : `, ${words}`;
}

function names(values: readonly string[], dimension: Dimension): string {
  return listed(
    values.map((value) => placeWords(value, dimension)),
    'or',
  );
}

function daysWords(days: readonly string[]): string {
  if (days.join() === ALL_WORKING_DAYS) return 'working days';
  return listed(days.map((day) => `${capital(day)}s`));
}

/** "between 9 in the morning and 11 in the morning"; hours apart are listed. Nights go on over midnight. */
function hoursWords(hours: readonly number[]): string {
  const [first = 0] = hours;
  const last = hours.at(-1) ?? first;
  const isRun = hours.every((hour, place) => hour === (first + place) % 24);
  if (!isRun) return `at ${listed(hours.map(hourWords))}`;
  return `between ${hourWords(first)} and ${hourWords(last + 1)}`;
}
