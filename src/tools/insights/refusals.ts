/** What cannot be answered, said so that a manager knows what can. */
import type { ToolResult } from '#tools/tool.ts';
import type { Drawing } from '#protocol/drawing.ts';
import type { Filter } from '#record/record.ts';
import { callsWords } from './filter-words.ts';

type Why =
  | 'unknown_period'
  | 'future_period'
  | 'unknown_comparison'
  | 'too_many_points'
  | 'not_of_one_call';

const SAID: Readonly<Record<Why, { readonly say: string; readonly argument: string }>> = {
  unknown_period: {
    say: 'I did not get the period. You can say last week, since Monday, in October, or the last 7 days.',
    argument: 'period',
  },
  future_period: {
    say: 'That has not begun yet. I know only the calls that were made, and I do not guess.',
    argument: 'period',
  },
  unknown_comparison: {
    say: 'I did not get what to compare it with. You can say the week before, September, or last month.',
    argument: 'against',
  },
  too_many_points: {
    say: 'That would be more than two thousand points. Ask for a shorter period, or by week or month.',
    argument: 'dimension',
  },
  not_of_one_call: {
    say: 'That is counted over many calls, so it cannot be drawn call by call. I can do so for handling time, latency, interruptions, dead air and cost.',
    argument: 'measure',
  },
};

export function refused(why: Why): ToolResult {
  const { say, argument } = SAID[why];
  const isUnclear = why === 'unknown_period' || why === 'unknown_comparison';
  const code = isUnclear ? 'bad_arguments' : 'not_possible';
  return { ok: false, why: code, say, facts: { argument, problem: why } };
}

/** No calls: an answer, not a failure. */
export function nothingThere(
  period: string,
  drawing: Drawing,
  filter: Filter | undefined,
): ToolResult {
  const say = `There were no ${callsWords(filter)} ${during(period)}.`;
  return { ok: true, say, facts: { period, calls: 0 }, drawing };
}

/** "in the last 7 days", "last week", "since Monday". @param label of a period. */
export function during(label: string): string {
  return label.startsWith('the last ') ? `in ${label}` : label;
}
