/** Questions of managers, written last of all and asked once, after every other list had been worked through. */
import { type Asked, ask, follow } from './asked.ts';

export const NEWEST: readonly Asked[] = [
  ask('calls yesterday', 'show_metrics metrics=calls period=2026-11-18..2026-11-19'),
  ask(
    'escalations last week by weekday',
    'show_chart measure=escalations dimension=weekday period=2026-11-09..2026-11-16',
  ),
  ask(
    'So tell me, Luna, how many mortgage calls were handed to a specialist in October?',
    'show_metrics metrics=escalations period=2026-10-01..2026-11-01 scenario=mortgage-rate',
  ),
  ask(
    "I'd like the average handling time for password resets over the past 30 days, as a line please",
    'show_chart kind=line measure=handling_time period=2026-10-21..now scenario=reset-password',
  ),
  ask(
    "What's the escalation rate on Azure compared with the embedded engine?",
    'show_chart measure=escalation_rate dimension=provider provider=azure,embedded',
  ),
  ask(
    'Do we lose more callers in the evening?',
    'show_metrics metrics=calls outcome=abandoned hour=18,19,20,21 period=2026-10-21..now',
  ),
  ask(
    'How many minutes does the average loan call take?',
    'show_metrics metrics=handling_time scenario=loan-balance',
  ),
  ask(
    'Show me containment week by week since the start of October',
    'show_chart measure=containment dimension=week period=2026-10-01..now',
  ),
  follow(
    'compare that with the escalation rate',
    'show_chart measure=escalation_rate dimension=week period=2026-10-01..now',
  ),
  follow(
    'only for disputes',
    'show_chart measure=escalation_rate dimension=week period=2026-10-01..now scenario=dispute',
  ),
  ask('And what about today so far?', 'show_metrics period=2026-11-19..now'),
  ask(
    'Which are the two cheapest providers?',
    'show_chart measure=cost_per_call dimension=provider top=2 order=lowest',
  ),
  ask(
    'How many calls did we have in the first week of November?',
    'show_metrics metrics=calls period=2026-11-01..2026-11-08',
  ),
  ask(
    'How many people could not be identified last month, by scenario?',
    'show_chart measure=identity_failures dimension=scenario period=2026-10-01..2026-11-01',
  ),
  ask('Show abandoned calls as a share of all calls', 'show_chart measure=calls dimension=outcome'),
  ask("Give me yesterday's numbers", 'show_metrics period=2026-11-18..2026-11-19'),
  ask('Is the latency okay this week?', 'show_metrics metrics=latency_p50 period=2026-11-16..now'),
  ask(
    'Draw interruptions against the hour of the day',
    'show_chart measure=interruptions dimension=hour',
  ),
  ask(
    'Please show me all escalations for wire transfers and credit limits this month',
    'show_chart measure=escalations dimension=scenario period=2026-11-01..now scenario=wire-transfer,credit-limit',
  ),
  ask(
    'What is the most common reason for handing over?',
    'show_chart measure=escalations dimension=escalation_reason',
  ),
  ask(
    'How did the tools behave yesterday, any failures?',
    'show_metrics metrics=tool_failures period=2026-11-18..2026-11-19',
  ),
  ask(
    "Could you break down yesterday's calls by outcome?",
    'show_chart measure=calls dimension=outcome period=2026-11-18..2026-11-19',
  ),
  follow(
    "no sorry, last week's",
    'show_chart measure=calls dimension=outcome period=2026-11-09..2026-11-16',
  ),
  follow(
    'draw it as columns',
    'show_chart kind=bar measure=calls dimension=outcome period=2026-11-09..2026-11-16',
  ),
  ask(
    'What are our costs running at this quarter?',
    'show_metrics metrics=cost_per_call period=2026-10-01..now',
  ),
  ask(
    'How many calls per scenario on Monday morning?',
    'show_chart measure=calls dimension=scenario period=2026-11-16T06:00..2026-11-16T12:00',
  ),
  ask(
    'Did we get more calls in October than in September?',
    'show_metrics metrics=calls period=2026-10-01..2026-11-01 against=2026-09-01..2026-10-01',
  ),
  ask("I'm curious how often noise throws Luna off", 'show_metrics metrics=false_barge_ins'),
  ask(
    'What day of the week has the longest calls?',
    'show_chart measure=handling_time dimension=weekday',
  ),
  ask('Please remind me to call my mother', 'scope'),
  ask('Could you lower the mortgage rates?', 'scope'),
  ask('Good evening', 'scope'),
  ask("Lovely, that's all I wanted to know", 'goodbye'),
];
