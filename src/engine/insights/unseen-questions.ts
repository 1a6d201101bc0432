/** Questions of managers as in `practised-questions.ts`: the half that was put away until the grammar stood. */
import { type Asked, ask, follow } from './asked.ts';

export const UNSEEN: readonly Asked[] = [
  ask('What came in so far this month?', 'show_metrics metrics=calls period=2026-11-01..now'),
  ask(
    "What's our escalation rate on Tuesday mornings?",
    'show_metrics metrics=escalation_rate period=2026-10-21..now weekday=tuesday hour=6,7,8,9,10,11',
  ),
  ask(
    'Are we hitting our containment target this week?',
    'show_metrics metrics=containment period=2026-11-16..now',
  ),
  ask(
    'Top three reasons for escalation last month',
    'show_chart measure=escalations dimension=escalation_reason top=3 period=2026-10-01..2026-11-01',
  ),
  ask(
    'Which three scenarios have the worst containment?',
    'show_chart measure=containment dimension=scenario top=3 order=lowest',
  ),
  ask(
    'How many disputes last week?',
    'show_metrics metrics=calls period=2026-11-09..2026-11-16 scenario=dispute',
  ),
  follow(
    'Sorry, I meant password resets',
    'show_metrics metrics=calls period=2026-11-09..2026-11-16 scenario=reset-password',
  ),
  ask('Brilliant, thanks a lot', 'thanks'),
  ask("What's the weather like in Paris?", 'scope'),
  ask('Can you transfer fifty dollars to my savings account?', 'scope'),
  ask('What are you able to tell me?', 'scope'),
  ask("That'll be all, have a nice day", 'goodbye'),
  ask('Which provider is cheaper?', 'show_chart measure=cost_per_call dimension=provider'),
  ask(
    "What's a call costing us on Azure these days?",
    'show_metrics metrics=cost_per_call provider=azure',
  ),
  ask(
    "Put this week's containment next to last week's, day by day",
    'show_chart measure=containment dimension=day period=2026-11-16..now comparison=previous_period',
  ),
  ask(
    'Calls over the past couple of weeks by scenario please',
    'show_chart measure=calls dimension=scenario period=2026-11-06..now',
  ),
  follow(
    'Only the ones that were abandoned',
    'show_chart measure=calls dimension=scenario period=2026-11-06..now outcome=abandoned',
  ),
  follow(
    'And stacked by outcome per day?',
    'show_chart kind=stacked_bar measure=calls dimension=day series=outcome period=2026-11-06..now outcome=abandoned',
  ),
  ask(
    'What was the busiest hour yesterday?',
    'show_chart measure=calls dimension=hour period=2026-11-18..2026-11-19',
  ),
  ask(
    'How long do folks stay on the phone with us on average?',
    'show_metrics metrics=handling_time',
  ),
  ask('How quickly does she answer in local mode?', 'show_metrics metrics=latency_p50 mode=local'),
  ask('How often do callers talk over Luna?', 'show_metrics metrics=interruptions'),
  ask(
    'Did people get through the identity check last week?',
    'show_metrics metrics=identity_failures period=2026-11-09..2026-11-16',
  ),
  ask(
    'Did anything break with the tools today?',
    'show_metrics metrics=tool_failures period=2026-11-19..now',
  ),
  ask(
    'How many customers rang back about the same thing within a week?',
    'show_metrics metrics=contained_resolution',
  ),
  ask(
    'What are angry callers calling about?',
    'show_chart measure=calls dimension=scenario escalation_reason=upset',
  ),
  ask('Where do we lose people?', 'show_chart measure=calls dimension=scenario outcome=abandoned'),
  ask(
    'Escalation rate and average handling time by provider for the last 30 days',
    'show_chart measure=escalation_rate dimension=provider period=2026-10-21..now',
    'show_chart measure=handling_time dimension=provider period=2026-10-21..now',
  ),
  ask(
    'How did yesterday compare with the day before?',
    'show_metrics period=2026-11-18..2026-11-19',
  ),
  ask("How's it looking today?", 'show_metrics period=2026-11-19..now'),
  ask('Give me the big picture for October', 'show_metrics period=2026-10-01..2026-11-01'),
  ask(
    'Bottom five scenarios by contained resolution for this quarter',
    'show_chart measure=contained_resolution dimension=scenario top=5 order=lowest period=2026-10-01..now',
  ),
  ask(
    "I'd like to see a heat map of escalations by hour and day of the week for October",
    'show_chart kind=heat_map measure=escalations dimension=weekday series=hour period=2026-10-01..2026-11-01',
  ),
  ask(
    'Plot call lengths as a histogram for mortgage calls',
    'show_chart kind=histogram measure=handling_time scenario=mortgage-rate',
  ),
  ask(
    'Every call as a dot, how long it took, coloured by outcome',
    'show_chart kind=scatter measure=handling_time series=outcome',
  ),
  ask(
    'How many calls came in at the weekend?',
    'show_metrics metrics=calls period=2026-11-14..2026-11-16',
  ),
  ask(
    'What about on weekdays between nine and eleven, how many calls?',
    'show_metrics metrics=calls period=2026-10-21..now weekday=monday,tuesday,wednesday,thursday,friday hour=9,10',
  ),
  ask(
    'Calls since the start of November, week by week',
    'show_chart measure=calls dimension=week period=2026-11-01..now',
  ),
  ask(
    'Number of calls between October 5th and October 12th by day',
    'show_chart measure=calls dimension=day period=2026-10-05..2026-10-13',
  ),
  ask('How many calls three days ago?', 'show_metrics metrics=calls period=2026-11-16..2026-11-17'),
  ask(
    'Escalations in the last week of October by reason',
    'show_chart measure=escalations dimension=escalation_reason period=2026-10-25..2026-11-01',
  ),
  ask(
    'Break the wires down by outcome',
    'show_chart measure=calls dimension=outcome scenario=wire-transfer',
  ),
  ask(
    'How do mortgage calls end?',
    'show_chart measure=calls dimension=outcome scenario=mortgage-rate',
  ),
  ask(
    'What proportion of loan calls ends up with a specialist?',
    'show_metrics metrics=escalation_rate scenario=loan-balance',
  ),
  ask('Is the handling time creeping up?', 'show_chart measure=handling_time dimension=day'),
  ask('How far off the target is our dead air?', 'show_metrics metrics=dead_air'),
  ask('What exactly counts as contained?', 'define containment'),
  ask('How many calls did we have in total?', 'show_metrics metrics=calls period=so-far'),
  follow('Take the demo data out', 'show_metrics metrics=calls period=so-far calls=real'),
  ask(
    'Escalations per day this month',
    'show_chart measure=escalations dimension=day period=2026-11-01..now',
  ),
  follow(
    'No, by week, not by day',
    'show_chart measure=escalations dimension=week period=2026-11-01..now',
  ),
  follow(
    'How does that compare to the previous month?',
    'show_chart measure=escalations dimension=week period=2026-11-01..now comparison=previous_period',
  ),
  ask(
    'Dead air by provider in October',
    'show_chart measure=dead_air dimension=provider period=2026-10-01..2026-11-01',
  ),
  follow(
    'Same thing but just for disputes',
    'show_chart measure=dead_air dimension=provider period=2026-10-01..2026-11-01 scenario=dispute',
  ),
  follow(
    'Forget the filter, all calls',
    'show_chart measure=dead_air dimension=provider period=2026-10-01..2026-11-01',
  ),
  ask('How did we do in Q3?', 'show_metrics period=2026-07-01..2026-10-01'),
  ask(
    'How many calls came in between 2 and 4 pm yesterday?',
    'show_metrics metrics=calls period=2026-11-18..2026-11-19 hour=14,15',
  ),
  ask(
    'What about Azure and OpenAI, which one drops more calls?',
    'show_chart measure=calls dimension=provider provider=azure,openai outcome=failed',
  ),
];
