/** One turn of the embedded dialogue: what has happened since she spoke last goes in, what she says and does comes out. */
import { fill } from '#lib/fill.ts';
import { heard } from './answers.ts';
import type { Context, Input, Move, Reply } from './moves.ts';
import { call, expectationOf, goalOf, greet, taskFor } from './plan.ts';
import { ended, returned } from './results.ts';
import type { DialogueState } from './state.ts';
import { flowOfTools } from './tool-flow.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { pick, WORDING } from './wording.ts';

export function step(
  state: DialogueState,
  inputs: readonly Input[],
  context: Context,
): [DialogueState, Reply] {
  const flow = context.flow ?? flowOfTools(context.tools);
  const scene = { ...context, flow, isOurs: context.flow !== undefined };
  let turn: Turn = { state, scene, says: [], call: undefined };
  // Of several facts the last one decides what is said; the others are only remembered.
  for (const input of inputs) turn = takeIn(notCalled({ ...turn, says: [] }), input);
  // After goodbye there is nothing to add.
  const saysNothing = turn.says.length === 0 && turn.call === undefined;
  if (saysNothing && !turn.state.ended) turn = unprompted(turn);
  turn = forced(verbatim(turn));
  return finished(turn);
}

/** Facts without an answer: what she would have done about an earlier one of several is not done. */
function notCalled(turn: Turn): Turn {
  return turn.call === undefined ? turn : set({ ...turn, call: undefined }, { pending: undefined });
}

function takeIn(turn: Turn, input: Input): Turn {
  const { pending, question, lastSaid } = turn.state;
  switch (input.type) {
    case 'heard':
      return heard(turn, input.text, input.unclear);
    case 'called': {
      const args = objectOf(input.arguments);
      const known = { callId: input.callId, tool: input.tool, arguments: args };
      return set(turn, {
        pending: known,
        values: { ...turn.state.values, ...args },
        ...takenUp(turn, input.tool),
        greeted: true,
        acknowledged: true,
      });
    }
    case 'returned':
      return pending?.callId === input.callId ? returned(turn, input.output) : turn;
    case 'undone':
      return pending?.callId === input.callId ? set(turn, { pending: undefined }) : turn;
    case 'said':
      return set(turn, { greeted: true, lastSaid: input.text });
    case 'cut':
      return set(turn, { questionHeard: isHeard(question, lastSaid, input.heard) });
    case 'silence':
      return silent(turn);
  }
}

/** A question counts as heard when more than half of it was. */
function isHeard(question: string, said: string, heardText: string): boolean {
  if (question === '') return true;
  const start = said.lastIndexOf(question);
  return start < 0 || heardText.trim().length > start + question.length / 2;
}

function silent(turn: Turn): Turn {
  const { silences, asked, question } = turn.state;
  const counted = set(turn, { silences: silences + 1 });
  if (silences >= WORDING.stillThere.length) return ended(say(counted, WORDING.hangingUp));
  const prompted = say(counted, pick(WORDING.stillThere, silences));
  return silences === 0 && question !== '' ? ask(prompted, asked, question) : prompted;
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
  const quoted = /\b(?:say|greet|tell|reply|respond)\b[^"“]*["“](?<text>[^"”]+)["”]/i.exec(
    turn.scene.instructions ?? '',
  );
  const text = quoted?.groups?.['text'];
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

function finished(turn: Turn): [DialogueState, Reply] {
  const meanwhile = turn.call === undefined ? '' : (taskFor(turn, turn.call.tool)?.meanwhile ?? '');
  const names = turn.scene.names;
  const text = fill([...turn.says, meanwhile].filter(Boolean).join(' '), names);
  const question = fill(turn.state.question, names);
  const moves: Move[] = text === '' ? [] : [{ type: 'say', text }];
  if (turn.call !== undefined) moves.push(turn.call);
  const state: DialogueState = {
    ...turn.state,
    question: turn.state.asked.for === 'nothing' ? '' : question,
    lastSaid: text === '' ? turn.state.lastSaid : text,
    greeted: turn.state.greeted || text !== '',
    questionHeard: text === '' ? turn.state.questionHeard : true,
  };
  return [state, { moves, expect: expectationOf({ ...turn, state }) }];
}

function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // a history with broken arguments is still a history
  }
}

/** An earlier session was at work on this tool: its goal is taken up. */
function takenUp(turn: Turn, tool: string): Partial<DialogueState> {
  if (turn.state.plan !== undefined) return {};
  const goal =
    goalOf(turn) ??
    turn.scene.flow.goals.find(({ tasks }) => tasks.some((task) => task.tool === tool));
  return goal === undefined ? {} : { goal: goal.id, plan: goal.tasks.map((task) => task.tool) };
}
