/** A call without a scenario: Luna finds out what the caller wants, and may do whatever the scenarios may. */
import { demoCaller } from './demo-caller.ts';
import { ANYTHING_ELSE, CLOSING, type Brief, promptOf, toolsOf } from './persona.ts';
import type { Agent, Scenario } from './scenario.ts';

const GREETING =
  'Hello {caller}, this is {assistant}, the voice assistant of {bank}. What can I do for you today?';

export function freeformOf(scenarios: readonly Scenario[]): Agent {
  const brief = briefOf(scenarios);
  return {
    id: 'freeform',
    name: 'Just talk',
    shows: 'Say what you need, in your own words.',
    icon: 'message-circle',
    ends: 'resolved',
    says: ['I lost my card, and what is left on my loan?', 'What can you do for me?'],
    // He has a bit of everything, so that most wishes can be tried in one call.
    demo: demoCaller('James Whitfield', { card: '1425', born: 'June 19, 1962', pin: '0849' }),
    // Anybody may call here: nobody is greeted by somebody else's name.
    callerPhone: undefined,
    tools: toolsOf(brief),
    prompt: promptOf(brief),
    flow: {
      greeting: GREETING,
      goals: scenarios.map(({ id, goal }) => ({ id, ...goal })),
      scope:
        'I can help with your cards, balances and transfers, loans and mortgages, a charge you do not know, online banking, and wires.',
      anythingElse: ANYTHING_ELSE,
      closing: CLOSING,
    },
    // Whatever the caller says to this leads to the script of one scenario.
    script: [
      { who: 'luna', text: GREETING },
      {
        who: 'caller',
        text: 'I lost my credit card.',
        expects: scenarios.flatMap(({ goal }) => goal.wants),
      },
    ],
    phrasebook: {
      phrases: [
        'what (can|could) (you|i) (do|ask you|help me with) [for me|here] *3|what are my options *2',
      ],
      classes: {},
    },
  };
}

function briefOf(scenarios: readonly Scenario[]): Brief {
  return {
    situation: 'You do not know yet what the caller wants: it may be one thing or several.',
    aim: 'find out what the caller needs, and see it through with the tools below.',
    tools: Object.assign({}, ...scenarios.map(({ brief }) => brief.tools)) as Brief['tools'],
    steps: [
      'Find out what it is about. Where it may be two things, ask which; never go through a list of what you can do unless you are asked.',
      'Verify the caller with verify_identity, once for the whole call.',
      'Go about it as follows.',
      ...scenarios.map(({ name, brief }) => `   - ${name}: ${brief.aim}${gatheredFor(brief)}`),
      'When one thing is done and the caller has another wish, go straight on with that.',
    ],
    samples: [
      'Sure, I can do that for you.',
      'Is it about a loan, or about your mortgage?',
      ...scenarios.flatMap(({ brief }) => brief.samples.slice(0, 1)),
    ],
  };
}

function gatheredFor({ gathers }: Brief): string {
  if (gathers === undefined) return '';
  return ` Ends with a specialist: first gather ${gathers.join('; ')}, and pass it on in \`details\` of transfer_to_agent.`;
}
