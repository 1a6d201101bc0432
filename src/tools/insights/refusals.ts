/** What cannot be answered, said so that a manager knows what can. */
import type { ToolResult } from '#tools/tool.ts';
import type { Drawing } from '#protocol/drawing.ts';

type Why = 'unknown_period' | 'too_many_points' | 'not_of_one_call';

const SAID: Readonly<Record<Why, { readonly say: string; readonly argument: string }>> = {
  unknown_period: {
    say: 'I did not get the period. You can say last week, since Monday, in October, or the last 7 days.',
    argument: 'period',
  },
  too_many_points: {
    say: 'That would be more than two thousand points. Ask for a shorter period, or by week.',
    argument: 'dimension',
  },
  not_of_one_call: {
    say: 'That is a rate over many calls, so it cannot be drawn call by call. I can do so for handling time, latency, interruptions, dead air and cost.',
    argument: 'measure',
  },
};

export function refused(why: Why): ToolResult {
  const { say, argument } = SAID[why];
  const code = why === 'unknown_period' ? 'bad_arguments' : 'not_possible';
  return { ok: false, why: code, say, facts: { argument, problem: why } };
}

/** No calls: an answer, not a failure. */
export function nothingThere(period: string, drawing: Drawing, filtered: boolean): ToolResult {
  const say = filtered
    ? `There are no such calls ${during(period)}.`
    : `There are no calls ${during(period)}.`;
  return { ok: true, say, facts: { period, calls: 0 }, drawing };
}

/** "in the last 7 days", "last week", "since Monday". @param label of a period. */
export function during(label: string): string {
  return label.startsWith('the last ') ? `in ${label}` : label;
}
