/** What a tool gave back, and how the conversation goes on from there. Pure. */
import type { Slot } from '#engine/flow.ts';
import { call, finish, goOn, IDENTITY, taskFor } from './plan.ts';
import { readOutput, type Outcome } from './tool-output.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { WORDING } from './wording.ts';

/** After so many refusals of what the caller gave, a person is offered. */
const REFUSALS_LIMIT = 3;

/** Refusals that mean: what the caller gave was not right, ask for it again. */
const GIVE_AGAIN = new Set(['no_match', 'needs_another_factor', 'bad_arguments', 'no_card']);

export function returned(turn: Turn, output: string): Turn {
  const { pending } = turn.state;
  if (pending === undefined) return turn;
  const { tool } = pending;
  const outcome = readOutput(output);
  const free = set(turn, { pending: undefined });
  if (tool === 'transfer_to_agent') return ended(say(free, outcome.say));
  if (tool === 'end_call') return set(free, { ended: true });
  if (outcome.ok) return goOn(finish(say(learned(free, tool, outcome), outcome.say), tool));
  switch (outcome.why) {
    case 'needs_confirmation':
      return ask(free, { for: 'confirmation', tool, question: outcome.say }, outcome.say);
    case 'needs_identity':
      return identify(free, outcome);
    case 'ambiguous_card':
      return toPerson(say(free, outcome.say), 'more than one card ends in these digits');
    case 'too_many_attempts':
      return toPerson(say(free, outcome.say), 'identity could not be verified');
    case 'bank_unavailable':
      return offerPerson(say(free, outcome.say));
    default:
  }
  if (GIVE_AGAIN.has(outcome.why)) return giveAgain(free, tool, outcome);
  return goOn(finish(say(free, outcome.say), tool));
}

/** What the tool found out that later tasks need. */
function learned(turn: Turn, tool: string, { facts }: Outcome): Turn {
  const keeps = taskFor(turn, tool)?.keeps ?? [];
  const kept = keeps.filter((name) => facts[name] !== undefined);
  const values = Object.fromEntries(kept.map((name) => [name, facts[name]]));
  return set(turn, {
    values: { ...turn.state.values, ...values },
    verified: turn.state.verified || tool === IDENTITY,
  });
}

/** The identity first, then whatever was wanted. */
function identify(turn: Turn, outcome: Outcome): Turn {
  const task = taskFor(turn, IDENTITY);
  if (task === undefined) return offerPerson(say(turn, outcome.say));
  const plan = [IDENTITY, ...(turn.state.plan ?? []).filter((name) => name !== task.tool)];
  return goOn(say(set(turn, { plan, verified: false }), WORDING.identity));
}

function giveAgain(turn: Turn, tool: string, outcome: Outcome): Turn {
  const times = (turn.state.turnedDown[tool] ?? 0) + 1;
  const task = taskFor(turn, tool);
  const slots = task?.slots ?? [];
  const named = slots.filter(
    ({ name, orDigits = name }) => outcome.argument === name || outcome.argument === orDigits,
  );
  const wrong = wrongSlots(outcome.why, named, slots);
  const values = Object.fromEntries(
    Object.entries(turn.state.values).filter(
      ([name]) => !wrong.some((slot) => slot.name === name || slot.orDigits === name),
    ),
  );
  // One of two was given, and was right: it stays, and the other joins it.
  const kept = outcome.why === 'needs_another_factor' ? turn.state.values : values;
  const turnedDown = { ...turn.state.turnedDown, [tool]: times };
  const cleared = set(turn, {
    values: kept,
    turnedDown,
    partOfDate: undefined,
    lastFilled: undefined,
  });
  const [first] = wrong;
  if (first === undefined) return goOn(finish(say(cleared, outcome.say), tool));
  if (times >= REFUSALS_LIMIT) return offerPerson(say(cleared, outcome.say));
  const asked = { for: 'slot', tool, slot: first.name } as const;
  const ownQuestion = /[^.!?]*\?\s*$/;
  if (!ownQuestion.test(outcome.say)) return ask(say(cleared, outcome.say), asked, first.ask);
  // A refusal that ends in a question has asked for it already; several things are asked for one by one.
  return wrong.length === 1
    ? ask(cleared, asked, outcome.say)
    : ask(say(cleared, outcome.say.replace(ownQuestion, '').trim()), asked, first.ask);
}

function wrongSlots(why: string, named: readonly Slot[], all: readonly Slot[]): readonly Slot[] {
  if (named.length > 0) return named;
  // Another factor is wanted beside what was right: the card stays.
  if (why === 'needs_another_factor') return all.slice(1);
  if (why === 'no_card') return all.slice(0, 1);
  return all;
}

export function offerPerson(turn: Turn): Turn {
  if (!canTransfer(turn)) return ask(turn, { for: 'more' }, turn.scene.flow.anythingElse);
  return ask(turn, { for: 'person', instead: turn.state.asked }, WORDING.offerPerson);
}

/** Hands the caller over, where that is possible. */
export function toPerson(turn: Turn, reason: string): Turn {
  if (!canTransfer(turn)) return say(turn, WORDING.noPerson);
  const values = { ...turn.state.values, reason };
  const calling = call(set(turn, { values }), {
    tool: 'transfer_to_agent',
    slots: [],
    meanwhile: '',
    offer: undefined,
  });
  // The reason of the transfer is not the reason of the card.
  return set(calling, { values: turn.state.values });
}

function canTransfer(turn: Turn): boolean {
  return turn.scene.tools.some(({ name }) => name === 'transfer_to_agent');
}

/** The conversation is over; where the client offers a way to hang up, it is used. */
export function ended(turn: Turn): Turn {
  const over = set(turn, { ended: true, plan: [], asked: { for: 'more' }, question: '' });
  const canHangUp = turn.scene.tools.some(({ name }) => name === 'end_call');
  if (!canHangUp || turn.call !== undefined) return over;
  const hangUp = { tool: 'end_call', slots: [], meanwhile: '', offer: undefined };
  return set(call(over, hangUp), { asked: over.state.asked });
}
