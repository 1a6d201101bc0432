/** Questions of managers, with periods as days for a Thursday in November 2026: the half that the grammar was worked on with. */
import { type Asked, ask, follow } from './asked.ts';

export const PRACTISED: readonly Asked[] = [
  ask(
    'How did we get on in the first half of October?',
    'show_metrics period=2026-10-01..2026-10-16',
  ),
  ask(
    'How many calls did we take in the week of the 9th?',
    'show_metrics metrics=calls period=2026-11-09..2026-11-16',
  ),
  ask('How was last month vs the month before?', 'show_metrics period=2026-10-01..2026-11-01'),
  ask(
    'Show me just the real calls by day, leave the demo ones out',
    'show_chart measure=calls dimension=day calls=real',
  ),
  ask(
    'Give me calls, containment and handling time for yesterday',
    'show_metrics metrics=calls,containment,handling_time period=2026-11-18..2026-11-19',
  ),
  ask(
    'How many people hung up on us on Monday?',
    'show_metrics metrics=calls period=2026-11-16..2026-11-17 outcome=abandoned',
  ),
  follow(
    'No, I meant last Monday to Wednesday',
    'show_metrics metrics=calls period=2026-11-16..2026-11-19 outcome=abandoned',
  ),
  ask("Cheers Luna, that's great", 'thanks'),
  ask('How are you today?', 'scope'),
  ask('Tell me a joke', 'scope'),
  ask('What sort of things can I ask you?', 'scope'),
  ask('OK bye for now', 'goodbye'),
  ask(
    'Is Azure slower than OpenAI?',
    'show_chart measure=latency_p50 dimension=provider provider=azure,openai',
  ),
  ask(
    'What did we spend per call on OpenAI in October?',
    'show_metrics metrics=cost_per_call period=2026-10-01..2026-11-01 provider=openai',
  ),
  ask(
    'Compare October with September for escalations',
    'show_metrics metrics=escalations period=2026-10-01..2026-11-01 against=2026-09-01..2026-10-01',
  ),
  ask(
    'How many calls went to a human in the last fortnight?',
    'show_metrics metrics=escalations period=2026-11-06..now',
  ),
  ask(
    'Show me escalations per day for the last 10 days',
    'show_chart measure=escalations dimension=day period=2026-11-10..now',
  ),
  follow(
    'Turn that into bars',
    'show_chart kind=bar measure=escalations dimension=day period=2026-11-10..now',
  ),
  follow(
    'What about just people who asked for a human',
    'show_chart kind=bar measure=escalations dimension=day period=2026-11-10..now escalation_reason=asked_for_person',
  ),
  ask('At what time of day do most people ring?', 'show_chart measure=calls dimension=hour'),
  ask(
    "What's the average length of a dispute call?",
    'show_metrics metrics=handling_time scenario=dispute',
  ),
  ask(
    'How snappy was Luna this morning?',
    'show_metrics metrics=latency_p50 period=2026-11-19T06:00..now',
  ),
  ask(
    'How many times was she interrupted yesterday afternoon?',
    'show_metrics metrics=interruptions period=2026-11-18T12:00..2026-11-18T18:00',
  ),
  ask(
    "How many callers couldn't be verified in November?",
    'show_metrics metrics=identity_failures period=2026-11-01..now',
  ),
  ask(
    'How reliable were the bank systems last week?',
    'show_metrics metrics=tool_failures period=2026-11-09..2026-11-16',
  ),
  ask(
    'How many callers really got their problem solved for good in October?',
    'show_metrics metrics=contained_resolution period=2026-10-01..2026-11-01',
  ),
  ask(
    'Why did people ask for a human on wire transfers this month?',
    'show_chart measure=escalations dimension=escalation_reason period=2026-11-01..now scenario=wire-transfer',
  ),
  ask(
    'What do people give up on most?',
    'show_chart measure=calls dimension=scenario outcome=abandoned',
  ),
  ask(
    'Dead air and interruptions per scenario last week',
    'show_chart measure=dead_air dimension=scenario period=2026-11-09..2026-11-16',
    'show_chart measure=interruptions dimension=scenario period=2026-11-09..2026-11-16',
  ),
  ask('Are we better than last week?', 'show_metrics period=2026-11-16..now'),
  ask('Where do we stand this quarter?', 'show_metrics period=2026-10-01..now'),
  ask("Run me through last week's numbers", 'show_metrics period=2026-11-09..2026-11-16'),
  ask(
    'The five busiest days of the last month',
    'show_chart measure=calls dimension=day top=5 period=2026-10-01..2026-11-01',
  ),
  ask(
    'Can I get a heat map of when calls get abandoned?',
    'show_chart kind=heat_map measure=calls outcome=abandoned',
  ),
  ask(
    'Spread of the response times this week',
    'show_chart kind=histogram measure=latency_p50 period=2026-11-16..now',
  ),
  ask(
    'Scatter the cost of each call by provider for yesterday',
    'show_chart kind=scatter measure=cost_per_call series=provider period=2026-11-18..2026-11-19',
  ),
  ask(
    'How many calls do we get at weekends?',
    'show_metrics metrics=calls period=2026-10-21..now weekday=saturday,sunday',
  ),
  ask(
    'How many calls reach us at night?',
    'show_metrics metrics=calls period=2026-10-21..now hour=22,23,0,1,2,3,4,5',
  ),
  ask(
    'Containment from the 3rd to the 10th of November',
    'show_metrics metrics=containment period=2026-11-03..2026-11-11',
  ),
  ask('How many calls two weeks ago?', 'show_metrics metrics=calls period=2026-11-02..2026-11-09'),
  ask(
    'What were the numbers like the day before yesterday?',
    'show_metrics period=2026-11-17..2026-11-18',
  ),
  ask(
    'How many card calls did we have, blocked and activated ones, last week?',
    'show_chart measure=calls dimension=scenario period=2026-11-09..2026-11-16 scenario=block-card,activate-card',
  ),
  ask(
    'What happens to the credit limit calls?',
    'show_chart measure=calls dimension=outcome scenario=credit-limit',
  ),
  ask(
    'What share of calls do we resolve without a person in AI mode?',
    'show_metrics metrics=containment mode=ai',
  ),
  ask(
    'How many calls will we get next week?',
    'show_metrics metrics=calls period=2026-11-23..2026-11-30',
  ),
  ask(
    'Has containment got any better since the beginning of the month?',
    'show_chart measure=containment dimension=day period=2026-11-01..now',
  ),
  ask("What's the goal for escalations and where are we?", 'show_metrics metrics=escalation_rate'),
  ask('How do you work out the handling time?', 'define handling_time'),
  ask('Only demo calls, by provider', 'show_chart measure=calls dimension=provider calls=demo'),
  follow('And the real ones?', 'show_chart measure=calls dimension=provider calls=real'),
  ask('What was containment this week?', 'show_metrics metrics=containment period=2026-11-16..now'),
  follow(
    'I said last week, not this week',
    'show_metrics metrics=containment period=2026-11-09..2026-11-16',
  ),
  follow(
    'Now split that by scenario',
    'show_chart measure=containment dimension=scenario period=2026-11-09..2026-11-16',
  ),
  ask(
    'Handling time by scenario last week',
    'show_chart measure=handling_time dimension=scenario period=2026-11-09..2026-11-16',
  ),
  follow(
    'Just the top three',
    'show_chart measure=handling_time dimension=scenario top=3 period=2026-11-09..2026-11-16',
  ),
  follow(
    'And for October?',
    'show_chart measure=handling_time dimension=scenario top=3 period=2026-10-01..2026-11-01',
  ),
  ask(
    'Calls by month for the third quarter',
    'show_chart measure=calls dimension=month period=2026-07-01..2026-10-01',
  ),
  ask(
    'Escalations after 5 pm this week',
    'show_metrics metrics=escalations period=2026-11-16..now hour=17,18,19,20,21,22,23',
  ),
  ask(
    'Which provider fails the most?',
    'show_chart measure=calls dimension=provider outcome=failed',
  ),
  ask('How did the calls go on Monday?', 'show_metrics period=2026-11-16..2026-11-17'),
  ask(
    'Calls by scenario yesterday',
    'show_chart measure=calls dimension=scenario period=2026-11-18..2026-11-19',
  ),
  // A day has no months.
  follow('And by month?', 'show_chart measure=calls dimension=month'),
];
