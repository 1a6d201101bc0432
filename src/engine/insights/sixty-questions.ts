/** Sixty questions of managers with the query description that is right for each; those made by `follow` lean on the one before. */

import { type Asked, ask, follow } from './asked.ts';

export const SIXTY: readonly Asked[] = [
  ask('How many calls did we have last week?', 'show_metrics metrics=calls period="last week"'),
  ask(
    'What was the containment rate last month?',
    'show_metrics metrics=containment period="last month"',
  ),
  ask(
    'How many calls did Luna contain this week, and why were the others escalated?',
    'show_metrics metrics=calls period="this week" outcome=contained',
    'show_chart measure=escalations dimension=escalation_reason period="this week"',
  ),
  ask(
    'Show me the calls by day for the last 30 days',
    'show_chart measure=calls dimension=day period="for the last 30 days"',
  ),
  follow(
    'And by scenario?',
    'show_chart measure=calls dimension=scenario period="for the last 30 days"',
  ),
  follow(
    'As a bar chart',
    'show_chart kind=bar measure=calls dimension=scenario period="for the last 30 days"',
  ),
  follow(
    'Only the escalated ones',
    'show_chart kind=bar measure=calls dimension=scenario period="for the last 30 days" outcome=escalated',
  ),
  follow(
    'And last week?',
    'show_chart kind=bar measure=calls dimension=scenario period="last week" outcome=escalated',
  ),
  ask(
    "What's our average handling time this month?",
    'show_metrics metrics=handling_time period="this month"',
  ),
  ask(
    'Escalation rate by scenario since Monday',
    'show_chart measure=escalation_rate dimension=scenario period="since monday"',
  ),
  ask(
    'Why were calls escalated in October?',
    'show_chart measure=escalations dimension=escalation_reason period="in october"',
  ),
  ask(
    'Draw a heat map of calls by weekday and hour',
    'show_chart kind=heat_map measure=calls dimension=weekday series=hour',
  ),
  ask('How are handling times distributed?', 'show_chart kind=histogram measure=handling_time'),
  ask('Give me an overview of yesterday', 'show_metrics period=yesterday'),
  follow('And today?', 'show_metrics period=today'),
  ask('How did we do last week?', 'show_metrics period="last week"'),
  ask('How fast does Luna answer?', 'show_metrics metrics=latency_p50'),
  ask(
    'What is the 95th percentile of the latency today?',
    'show_metrics metrics=latency_p95 period=today',
  ),
  ask(
    'Show the response time by provider as a bar chart',
    'show_chart kind=bar measure=latency_p50 dimension=provider',
  ),
  ask('How much does a call cost?', 'show_metrics metrics=cost_per_call'),
  follow('By provider, please', 'show_chart measure=cost_per_call dimension=provider'),
  ask(
    'How often was Luna interrupted this week?',
    'show_metrics metrics=interruptions period="this week"',
  ),
  ask(
    'False barge-ins per day over the last two weeks',
    'show_chart measure=false_barge_ins dimension=day period="over the last two weeks"',
  ),
  ask('How much dead air did we have yesterday?', 'show_metrics metrics=dead_air period=yesterday'),
  ask(
    'What share of tool calls failed? Show me the tool failure rate for this month',
    'show_metrics metrics=tool_failures period="this month"',
  ),
  ask(
    'How many identity checks failed last week? I mean the identity failure rate',
    'show_metrics metrics=identity_failures period="last week"',
  ),
  ask(
    'Contained resolution in the last 7 days',
    'show_metrics metrics=contained_resolution period="in the last 7 days"',
  ),
  ask(
    'Compare disputes and password resets last month',
    'show_chart measure=calls dimension=scenario period="last month" scenario=dispute,reset-password',
  ),
  ask(
    'Calls per day this week compared with last week',
    'show_chart measure=calls dimension=day period="this week" comparison=previous_period',
  ),
  ask(
    'Stacked bars of calls by day and outcome',
    'show_chart kind=stacked_bar measure=calls dimension=day series=outcome',
  ),
  ask(
    'Plot a line of the containment rate over time for this month',
    'show_chart kind=line measure=containment dimension=day period="this month"',
  ),
  follow(
    'And the escalation rate?',
    'show_chart kind=line measure=escalation_rate dimension=day period="this month"',
  ),
  ask('When are we busiest?', 'show_chart measure=calls dimension=hour'),
  ask('Which days of the week are the busiest?', 'show_chart measure=calls dimension=weekday'),
  ask('What do people call about?', 'show_chart measure=calls dimension=scenario'),
  ask(
    'How did the calls end this week?',
    'show_chart measure=calls dimension=outcome period="this week"',
  ),
  ask(
    'How many callers were transferred to a person yesterday?',
    'show_metrics metrics=escalations period=yesterday',
  ),
  ask(
    'How many calls were abandoned last week?',
    'show_metrics metrics=calls period="last week" outcome=abandoned',
  ),
  ask(
    'How long do calls about mortgages take?',
    'show_metrics metrics=handling_time scenario=mortgage-rate',
  ),
  ask(
    'Handling time of escalated calls by scenario',
    'show_chart measure=handling_time dimension=scenario outcome=escalated',
  ),
  ask(
    'Show me calls about blocked cards by hour of the day since October 1st',
    'show_chart measure=calls dimension=hour period="since october 1st" scenario=block-card',
  ),
  ask('Weekly calls this quarter', 'show_chart measure=calls dimension=week period="this quarter"'),
  ask(
    'Containment and escalation rate for last week',
    'show_metrics metrics=containment,escalation_rate period="last week"',
  ),
  ask('Which scenario takes longest?', 'show_chart measure=handling_time dimension=scenario'),
  ask(
    'Which scenarios escalate most often? Show the escalation rate',
    'show_chart measure=escalation_rate dimension=scenario',
  ),
  ask(
    'Scatter plot of handling time by outcome for yesterday',
    'show_chart kind=scatter measure=handling_time series=outcome period=yesterday',
  ),
  ask(
    'How many calls came in on Azure this month?',
    'show_metrics metrics=calls period="this month" provider=azure',
  ),
  ask(
    'Latency in local mode versus AI mode today, by mode',
    'show_chart measure=latency_p50 dimension=mode period=today mode=local,ai',
  ),
  ask(
    'How many wire transfers did we handle between Monday and Wednesday? Number of calls, I mean',
    'show_metrics metrics=calls period="between monday and wednesday" scenario=wire-transfer',
  ),
  ask(
    'Area chart of calls by day from 2026-11-01 to 2026-11-14',
    'show_chart kind=area measure=calls dimension=day period="from 2026-11-01 to 2026-11-14"',
  ),
  ask(
    'What percentage of calls was escalated on Friday?',
    'show_metrics metrics=escalation_rate period="on friday"',
  ),
  ask('How many calls do we get per channel?', 'show_chart measure=calls dimension=channel'),
  ask('Give me the key figures for the last 14 days', 'show_metrics period="for the last 14 days"'),
  ask(
    'Is the escalation rate going up? Show me the trend since October',
    'show_chart measure=escalation_rate dimension=day period="since october"',
  ),
  ask('What share of calls is really resolved?', 'show_metrics metrics=contained_resolution'),
  ask('Interruptions by weekday', 'show_chart measure=interruptions dimension=weekday'),
  follow('Same for dead air', 'show_chart measure=dead_air dimension=weekday'),
  follow('Make it a line chart', 'show_chart kind=line measure=dead_air dimension=weekday'),
  ask('How many calls failed today?', 'show_metrics metrics=calls period=today outcome=failed'),
  ask(
    'Break down the escalations of last month by reason and week',
    'show_chart measure=escalations dimension=week series=escalation_reason period="last month"',
  ),
];
