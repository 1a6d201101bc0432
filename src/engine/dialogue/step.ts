/** One turn of the embedded dialogue: what has happened since she spoke last goes in, what she says and does comes out. */
import { quotedIn } from '#engine/quoted.ts';
import type { Expectation } from '#engine/recognizer.ts';
import { fill } from '#lib/fill.ts';
import { heard } from './answers.ts';
import type { Context, Input, Move, Reply } from './moves.ts';
import { call, expectationOf, goalOf, greet, taskFor } from './plan.ts';
import { offerPerson, returned } from './results.ts';
import { anew, resumed } from './resumed.ts';
import { silent } from './silence.ts';
import type { DialogueState } from './state.ts';
import { flowOfTools } from './tool-flow.ts';
import { argumentsIn } from './tool-output.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { goOnLater } from './wishes.ts';
import { WORDING } from './wording.ts';

/** How often one question is repeated before something else is tried. */
const REPEATS_LIMIT = 3;

export function step(
  state: DialogueState,
  inputs: readonly Input[],
  context: Context,
): [DialogueState, Reply] {
  const flow = context.flow ?? flowOfTools(context.tools);
  const scene = { ...context, flow, isOurs: context.flow !== undefined };
  let turn: Turn = { state, scene, says: [], call: undefined };
  // Of several facts the last one decides what is said; the others are only remembered.
  const ordered = inOrder(inputs);
  for (const [i, input] of ordered.entries()) {
    const both = input.type === 'returned' && ordered[i - 1]?.type === 'returned';
    turn = takeIn(notCalled(both ? found(turn) : { ...turn, says: [] }), input);
  }
  // After goodbye there is nothing to add.
  const saysNothing = turn.says.length === 0 && turn.call === undefined;
  if (saysNothing && !turn.state.ended && !turn.state.waiting) turn = unprompted(turn);
  turn = forced(verbatim(notForEver(goOnLater(turn), state)));
  return finished(turn, state);
}

/** A message typed over her voice arrives before the news of how much of her was heard: that comes first, for it is no answer. */
function inOrder(inputs: readonly Input[]): readonly Input[] {
  const firstHeard = inputs.findIndex(({ type }) => type === 'heard');
  if (firstHeard < 0) return inputs;
  const after = inputs.slice(firstHeard);
  // What she has said since is another matter.
  if (after.some(({ type }) => type === 'said')) return inputs;
  return [
    ...inputs.slice(0, firstHeard),
    ...after.filter(({ type }) => type === 'cut'),
    ...after.filter(({ type }) => type !== 'cut'),
  ];
}

/** What the caller is likely to say next, as things stand. */
export function expectationFor(state: DialogueState, context: Context): Expectation {
  const flow = context.flow ?? flowOfTools(context.tools);
  return expectationOf({ state, scene: { ...context, flow, isOurs: context.flow !== undefined } });
}

/** Facts without an answer: what she would have done about an earlier one of several is not done. */
function notCalled(turn: Turn): Turn {
  return turn.call === undefined ? turn : set({ ...turn, call: undefined }, { pending: undefined });
}

/** Two tools were asked at once, and the caller waits for what both have found out. */
function found(turn: Turn): Turn {
  return { ...turn, says: turn.says.filter((text) => text === turn.state.told) };
}

function takeIn(turn: Turn, input: Input): Turn {
  const { pending, beside, question, lastSaid } = turn.state;
  switch (input.type) {
    case 'heard':
      return heard(turn, input);
    case 'called': {
      const args = argumentsIn(input.arguments);
      const known = { callId: input.callId, tool: input.tool, arguments: args };
      return set(turn, {
        pending: known,
        values: { ...turn.state.values, ...args },
        ...takenUp(turn, input.tool),
        greeted: true,
        acknowledged: true,
      });
    }
    case 'returned': {
      const awaited = [pending, ...beside].filter((one) => one !== undefined);
      const its = awaited.find(({ callId }) => callId === input.callId);
      if (its === undefined) return turn;
      const [next, ...rest] = awaited.filter((one) => one !== its);
      const done = returned(set(turn, { pending: its, beside: [] }), input.output);
      // The others' results are still to come: until then nothing follows from this one.
      return next === undefined
        ? done
        : set({ ...found(done), call: undefined }, { pending: next, beside: rest });
    }
    case 'undone':
      return pending?.callId === input.callId ? set(turn, { pending: undefined }) : turn;
    case 'said':
      return set(turn, { greeted: true, lastSaid: input.text });
    case 'cut':
      return set(turn, { questionHeard: isHeard(question, lastSaid, input.heard) });
    case 'silence':
      return silent(turn);
    case 'resumed':
      return input.with === undefined ? resumed(turn) : anew(turn, takeIn(turn, input.with));
  }
}

/** A question counts as heard when more than half of it was. */
function isHeard(question: string, said: string, heardText: string): boolean {
  if (question === '') return true;
  const start = said.lastIndexOf(question);
  return start < 0 || heardText.trim().length > start + question.length / 2;
}

/** Asked to speak although nothing is new: the greeting, or the question once more. */
function unprompted(turn: Turn): Turn {
  const { greeted, question, lastSaid, asked } = turn.state;
  if (!greeted) return greet(turn);
  return question === ''
    ? say(turn, lastSaid === '' ? WORDING.help : lastSaid)
    : ask(turn, asked, question);
}

/** Instructions for one response that quote a sentence: she says just that. */
function verbatim(turn: Turn): Turn {
  const text = quotedIn(turn.scene.instructions);
  return text === undefined ? turn : { ...notCalled(turn), says: [text] };
}

/** A client may insist on a tool, or forbid all of them. */
function forced(turn: Turn): Turn {
  const { toolChoice, tools } = turn.scene;
  if (toolChoice === 'none') return notCalled(turn);
  if (toolChoice === 'auto' || turn.call !== undefined) return turn;
  const name =
    toolChoice === 'required' ? (turn.state.plan?.[0] ?? tools[0]?.name) : toolChoice.name;
  const task = name === undefined ? undefined : taskFor(turn, name);
  return task === undefined ? turn : call({ ...turn, says: [] }, task);
}

/** The same question for the fourth time, whatever the reason: a person may be of more help. */
function notForEver(turn: Turn, before: DialogueState): Turn {
  const counted = set(turn, { repeats: repeatsOf(turn, before) });
  if (counted.state.repeats < REPEATS_LIMIT || turn.state.asked.for === 'person') return counted;
  const { question } = turn.state;
  const says = turn.says.filter((text) => !text.includes(question));
  const offered = offerPerson({ ...counted, says });
  return offered.state.asked.for === 'person' ? offered : counted;
}

function repeatsOf({ state, says, call: called }: Turn, before: DialogueState): number {
  const same = JSON.stringify(state.asked) === JSON.stringify(before.asked);
  if (!same || called !== undefined || state.question === '') return 0;
  return before.repeats + (says.some((text) => text.includes(state.question)) ? 1 : 0);
}

/** A task's own words, where the tool is called for that task: not where the caller has asked for a person. */
function saidMeanwhile(turn: Turn): string {
  const { call: calling } = turn;
  const task = calling && taskFor(turn, calling.tool);
  if (calling === undefined || task === undefined) return '';
  const isOwn = Object.entries(task.fixed ?? {}).every(
    ([name, value]) => calling.arguments[name] === value,
  );
  return isOwn ? task.meanwhile : '';
}

function finished(turn: Turn, before: DialogueState): [DialogueState, Reply] {
  const meanwhile = saidMeanwhile(turn);
  const { names } = turn.scene;
  const text = fill([...turn.says, meanwhile].filter(Boolean).join(' '), names);
  const question = fill(turn.state.question, names);
  const slow = turn.state.slow ? { slow: true } : {};
  const says: Move[] = text === '' ? [] : [{ type: 'say', text, ...slow }];
  // Whoever is passed on is passed on at once: a noise that cuts her sentence off must not cost them the colleague.
  const first = turn.call?.tool === 'transfer_to_agent';
  const calls = turn.call === undefined ? [] : [turn.call];
  const moves: Move[] = first ? [...calls, ...says] : [...says, ...calls];
  const state: DialogueState = {
    ...turn.state,
    question: turn.state.asked.for === 'nothing' ? '' : question,
    lastSaid: text === '' ? turn.state.lastSaid : text,
    // What a tool found out is news for as long as she has not gone on from it.
    told: text.includes(turn.state.told) ? turn.state.told : before.waiting ? before.told : '',
    greeted: turn.state.greeted || text !== '',
    questionHeard: text === '' ? turn.state.questionHeard : true,
  };
  return [state, { moves, expect: expectationOf({ ...turn, state }) }];
}

/** An earlier session was at work on this tool: its goal is taken up. */
function takenUp(turn: Turn, tool: string): Partial<DialogueState> {
  if (turn.state.plan !== undefined) return {};
  const goal =
    goalOf(turn) ??
    turn.scene.flow.goals.find(({ tasks }) => tasks.some((task) => task.tool === tool));
  return goal === undefined ? {} : { goal: goal.id, plan: goal.tasks.map((task) => task.tool) };
}
