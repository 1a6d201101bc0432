/** What a tool gave back, and how the conversation goes on from there. Pure. */
import type { Slot, Task } from '#engine/flow.ts';
import { call, finish, goalOf, goOn, IDENTITY, namesOf, taskFor } from './plan.ts';
import { plain, readOutput, type Outcome } from './tool-output.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { WORDING } from './wording.ts';

/** After so many refusals of what the caller gave, a person is offered. */
const REFUSALS_LIMIT = 3;

/** Refusals that mean: what the caller gave was not right, ask for it again. So does any that names an argument. */
const GIVE_AGAIN = new Set(['no_match', 'needs_another_factor', 'bad_arguments', 'no_card']);
/** A yes that the gate did not take for one is asked for so often. */
const AGREED_LIMIT = 3;

export function returned(turn: Turn, output: string): Turn {
  const { pending } = turn.state;
  if (pending === undefined) return turn;
  const { tool } = pending;
  const outcome = readOutput(output);
  const free = set(turn, { pending: undefined });
  if (tool === 'transfer_to_agent') return ended(say(free, outcome.say));
  if (tool === 'end_call') return set(free, { ended: true });
  if (outcome.ok) return goOn(told(finish(learned(free, tool, outcome), tool), outcome));
  switch (outcome.why) {
    case 'needs_confirmation':
      return confirm(free, tool, outcome.say);
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
  const named = slotsFor(free, tool, outcome.argument);
  if (GIVE_AGAIN.has(outcome.why) || named.length > 0) return giveAgain(free, tool, outcome, named);
  return refused(free, tool, outcome);
}

/**
 * The bank will not do it. Where the call ends with a specialist, that is who may still help: the caller is passed on
 * at once, with what was gathered; somebody who has just been refused is not asked what else one could write down.
 */
function refused(turn: Turn, tool: string, outcome: Outcome): Turn {
  const rest = told(failed(turn, tool), outcome);
  const handover = taskFor(turn, tool)?.essential === true ? handoverOf(turn) : undefined;
  if (handover === undefined) return goOn(rest);
  const why = outcome.why === '' ? '' : `: ${plain(outcome.why)}`;
  return toPerson(say(rest, handover.say), `${handover.reason}${why}`);
}

/**
 * The caller does not want it after all. They may want nothing more, so nobody is passed on against their will; but
 * whoever has come so far may still want to talk about it, and is asked, once. Undefined where no specialist waits.
 */
export function stillPassedOn(turn: Turn): Turn | undefined {
  const handover = turn.state.verified ? handoverOf(turn) : undefined;
  if (handover === undefined || !canTransfer(turn)) return undefined;
  const { reason, offer } = handover;
  const asked = { for: 'person', instead: { for: 'more' }, reason } as const;
  return ask(set(turn, { plan: [] }), asked, offer);
}

function handoverOf(turn: Turn): Task['otherwise'] {
  return goalOf(turn)?.tasks.find(({ otherwise }) => otherwise !== undefined)?.otherwise;
}

function told(turn: Turn, outcome: Outcome): Turn {
  return say(set(turn, { told: outcome.say }), outcome.say);
}

/** The tool's own question; read back once more after a yes that did not count. */
function confirm(turn: Turn, tool: string, question: string): Turn {
  if (turn.state.agreed >= AGREED_LIMIT) return offerPerson(set(turn, { agreed: 0 }));
  const asked = { for: 'confirmation', tool, question } as const;
  return ask(say(turn, turn.state.agreed > 0 ? WORDING.onceMore : ''), asked, question);
}

/** What can no longer be done goes with it: all of it where it was essential, else offers and what needed its facts. */
function failed(turn: Turn, tool: string): Turn {
  const task = taskFor(turn, tool);
  const rest = finish(turn, tool);
  if (task?.essential === true) return set(rest, { plan: [] });
  const missing = new Set((task?.keeps ?? []).filter((name) => !(name in turn.state.values)));
  const plan = rest.state.plan?.filter((one) => {
    const later = taskFor(turn, one);
    return later?.offer === undefined && !later?.slots.some(({ name }) => missing.has(name));
  });
  return set(rest, { plan });
}

function slotsFor(turn: Turn, tool: string, argument: string | undefined): readonly Slot[] {
  if (argument === undefined) return [];
  return (taskFor(turn, tool)?.slots ?? []).filter((slot) => namesOf(slot).includes(argument));
}

/** What the tool found out that later tasks need. */
function learned(turn: Turn, tool: string, { facts }: Outcome): Turn {
  const keeps = taskFor(turn, tool)?.keeps ?? [];
  const kept = keeps.filter((name) => facts[name] !== undefined);
  const values = Object.fromEntries(kept.map((name) => [name, facts[name]]));
  return set(turn, {
    values: { ...turn.state.values, ...values },
    verified: turn.state.verified || tool === IDENTITY,
    done: [...turn.state.done, tool],
    // A change that was agreed to is not made again for a word that happens to fit.
    lastRead: turn.state.agreed === 0 && tool !== IDENTITY ? tool : undefined,
    agreed: 0,
    offers: 0,
  });
}

/** The identity first, then whatever was wanted. */
function identify(turn: Turn, outcome: Outcome): Turn {
  const task = taskFor(turn, IDENTITY);
  if (task === undefined) return offerPerson(say(turn, outcome.say));
  const plan = [IDENTITY, ...(turn.state.plan ?? []).filter((name) => name !== task.tool)];
  return goOn(say(set(turn, { plan, verified: false }), WORDING.identity));
}

function giveAgain(turn: Turn, tool: string, outcome: Outcome, named: readonly Slot[]): Turn {
  const times = (turn.state.turnedDown[tool] ?? 0) + 1;
  const slots = taskFor(turn, tool)?.slots ?? [];
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
  if (first === undefined) return refused(cleared, tool, outcome);
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
  const { asked } = turn.state;
  const instead = asked.for === 'person' ? asked.instead : asked;
  return ask(turn, { for: 'person', instead }, WORDING.offerPerson);
}

/** Hands the caller over, where that is possible, with what was gathered for the colleague. */
export function toPerson(turn: Turn, reason: string): Turn {
  if (!canTransfer(turn)) return say(turn, WORDING.noPerson);
  const identity = taskFor(turn, IDENTITY)?.slots.flatMap(namesOf) ?? [];
  const gathered = Object.entries(turn.state.values).filter(([name]) => !identity.includes(name));
  const takesDetails = turn.scene.tools.some(
    ({ name, parameters }) =>
      name === 'transfer_to_agent' &&
      Object.keys(parameters?.['properties'] ?? {}).includes('details'),
  );
  const details =
    takesDetails && gathered.length > 0 ? { details: Object.fromEntries(gathered) } : {};
  const calling = call(set(turn, { values: { reason, ...details } }), {
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
