/** What a coach says of the figures: examples to listen to, and what to try first. Pure. */
import { figuresIn } from './figure-facts.ts';

/** What a coach would try first, where a figure is off its target. */
const ADVICE: Readonly<Record<string, string>> = {
  containment: 'Listen first to calls that were escalated although Luna could have gone on.',
  contained_resolution: 'Listen to the second calls: what was still open after the first?',
  escalation_rate: 'Look at the reasons: what callers ask a person for can often be said earlier.',
  handling_time: 'Long calls often ask for the same thing twice; look at what is asked first.',
  latency_p50: 'Callers feel a wait of more than a second; see which provider is slow.',
  latency_p95: 'The slowest turns are what callers remember; see at which hours they happen.',
  interruptions: 'Who is interrupted often speaks too long: shorter sentences help.',
  false_barge_ins: 'Noise makes Luna hesitate: find out where these callers call from.',
  dead_air: 'Say what is being looked up while it is looked up; silence sounds like a dead line.',
  tool_failures: 'Each failure is a promise broken in mid-call: see which tool it is.',
  identity_failures: 'Ask for one thing at a time, and say why it is asked for.',
};

export function adviceOn(facts: Readonly<Record<string, unknown>>): string {
  const figures = figuresIn(facts);
  const off = figures.find(({ on_target: on }) => on === false);
  if (off !== undefined) return ADVICE[off.name] ?? '';
  // A number of calls has no target to be on.
  return figures.some(({ on_target: on }) => on === true) ? 'That is on target: keep it up.' : '';
}

export function examplesIn(facts: Readonly<Record<string, unknown>>): string[] {
  const { examples } = facts as { examples?: unknown };
  if (!Array.isArray(examples) || examples.length === 0) return [];
  const said = (examples as readonly { said?: unknown }[])
    .map(({ said: words }) => words)
    .filter((words) => typeof words === 'string');
  return said.length === 0 ? [] : [`For example, ${said.join('; and ')}.`];
}
