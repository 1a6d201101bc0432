/** Questions of managers, written when the grammar stood and asked of it once: what it makes of wordings nobody thought of. */
import { type Asked, ask, follow } from './asked.ts';

export const FRESH: readonly Asked[] = [
  ask(
    'Morning Luna, how many calls did we get through yesterday?',
    'show_metrics metrics=calls period=2026-11-18..2026-11-19',
  ),
  ask(
    'I need the escalation numbers for the second half of October',
    'show_metrics metrics=escalations period=2026-10-16..2026-11-01',
  ),
  follow(
    'split by reason please',
    'show_chart measure=escalations dimension=escalation_reason period=2026-10-16..2026-11-01',
  ),
  follow(
    'ok and the first half?',
    'show_chart measure=escalations dimension=escalation_reason period=2026-10-01..2026-10-16',
  ),
  ask(
    'Did Luna answer faster this week than last week?',
    'show_metrics metrics=latency_p50 period=2026-11-16..now',
  ),
  ask(
    'Which topic gets handed over the most?',
    'show_chart measure=escalations dimension=scenario',
  ),
  ask(
    'Can you plot abandoned calls per hour for last Friday?',
    'show_chart measure=calls dimension=hour period=2026-11-13..2026-11-14 outcome=abandoned',
  ),
  ask(
    'What did calls cost us in September, and in October?',
    'show_metrics metrics=cost_per_call period=2026-09-01..2026-10-01',
    'show_metrics metrics=cost_per_call period=2026-10-01..2026-11-01',
  ),
  ask(
    'Give me the three slowest hours this week',
    'show_chart measure=latency_p50 dimension=hour top=3 period=2026-11-16..now',
  ),
  ask(
    'How many password reset calls did Luna handle on her own this month?',
    'show_metrics metrics=calls period=2026-11-01..now scenario=reset-password outcome=contained',
  ),
  ask(
    "What's the containment like on weekends?",
    'show_metrics metrics=containment period=2026-10-21..now weekday=saturday,sunday',
  ),
  follow(
    'and on Mondays?',
    'show_metrics metrics=containment period=2026-10-21..now weekday=monday',
  ),
  ask(
    'Show handling time per scenario for the week of November 2nd',
    'show_chart measure=handling_time dimension=scenario period=2026-11-02..2026-11-09',
  ),
  follow(
    'no, I meant the week after, the 9th',
    'show_chart measure=handling_time dimension=scenario period=2026-11-09..2026-11-10',
  ),
  ask(
    'Is OpenAI more expensive than Azure?',
    'show_chart measure=cost_per_call dimension=provider provider=openai,azure',
  ),
  ask(
    'Why do people get escalated on dispute calls?',
    'show_chart measure=escalations dimension=escalation_reason scenario=dispute',
  ),
  ask(
    'How many customers got fed up and hung up in the past three days?',
    'show_metrics metrics=calls period=2026-11-17..now outcome=abandoned',
  ),
  ask(
    'Draw me a line of calls per day since the 1st of November',
    'show_chart kind=line measure=calls dimension=day period=2026-11-01..now',
  ),
  ask(
    "How's our first call resolution this quarter?",
    'show_metrics metrics=contained_resolution period=2026-10-01..now',
  ),
  ask(
    "What's the p95 on Azure since Monday?",
    'show_metrics metrics=latency_p95 period=2026-11-16..now provider=azure',
  ),
  ask(
    'Calls by channel and outcome for last month',
    'show_chart measure=calls dimension=channel series=outcome period=2026-10-01..2026-11-01',
  ),
  ask(
    'How much silence do callers get on mortgage calls?',
    'show_metrics metrics=dead_air scenario=mortgage-rate',
  ),
  ask('Are we below our target for handling time?', 'show_metrics metrics=handling_time'),
  ask(
    'Rank the scenarios by escalation rate',
    'show_chart measure=escalation_rate dimension=scenario',
  ),
  ask(
    'How many calls did we have on the 5th of November between 10 and 12?',
    'show_metrics metrics=calls period=2026-11-05..2026-11-06 hour=10,11',
  ),
  ask(
    'What was the worst day for containment last month?',
    'show_chart measure=containment dimension=day period=2026-10-01..2026-11-01',
  ),
  ask('How often does the identity check fail?', 'show_metrics metrics=identity_failures'),
  ask(
    'Show me tool errors by week since September',
    'show_chart measure=tool_failures dimension=week period=2026-09-01..now',
  ),
  ask(
    'Compare Monday with Tuesday',
    'show_metrics period=2026-11-16..2026-11-17 against=2026-11-17..2026-11-18',
  ),
  ask('Just give me a quick summary of the month', 'show_metrics period=2026-11-01..now'),
  ask(
    'How many calls were refused last week',
    'show_metrics metrics=calls period=2026-11-09..2026-11-16 outcome=refused',
  ),
  ask(
    'Which provider gets interrupted the least?',
    'show_chart measure=interruptions dimension=provider',
  ),
  ask('Who won the football last night?', 'scope'),
  ask('Book me a table for two', 'scope'),
  ask("You're a star, thank you", 'thanks'),
  ask("Right, I'm done, bye", 'goodbye'),
  ask('What does dead air mean?', 'define dead_air'),
  ask('How is the cost per call calculated?', 'define cost_per_call'),
  ask(
    'How many real calls did we have yesterday, no demo',
    'show_metrics metrics=calls period=2026-11-18..2026-11-19 calls=real',
  ),
];
