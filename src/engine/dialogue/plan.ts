/** What to do next: the first thing missing of the first task that is not done. Pure. */
import type { Flow, Slot, Task } from '#engine/flow.ts';
import type { Expectation } from '#engine/recognizer.ts';
import type { Asked, DialogueState } from './state.ts';
import { taskOf } from './tool-flow.ts';
import type { Context, Move } from './moves.ts';

/** A turn in the making: the state so far, and what she is going to say. */
export interface Turn {
  readonly state: DialogueState;
  readonly says: readonly string[];
  readonly call: Extract<Move, { type: 'call' }> | undefined;
}

export function say(turn: Turn, ...says: readonly string[]): Turn {
  return { ...turn, says: [...turn.says, ...says.filter((text) => text !== '')] };
}

/** `said`: the words around the question, where it comes with some that are not said again. */
export function ask(turn: Turn, asked: Asked, question: string, said = question): Turn {
  const same = JSON.stringify(asked) === JSON.stringify(turn.state.asked);
  const tries = same ? turn.state.tries : 0;
  return say({ ...turn, state: { ...turn.state, asked, question, tries } }, said);
}

export function greet(turn: Turn, flow: Flow): Turn {
  const question = /[^.!?]*\?$/.exec(flow.greeting)?.[0].trim() ?? flow.greeting;
  return ask(set(turn, { greeted: true }), { for: 'intent' }, question, flow.greeting);
}

export function set(turn: Turn, changes: Partial<DialogueState>): Turn {
  return { ...turn, state: { ...turn.state, ...changes } };
}

export function taskFor(flow: Flow, tool: string, context: Context): Task | undefined {
  const own = flow.tasks.find((task) => task.tool === tool);
  if (own !== undefined) return own;
  const definition = context.tools.find(({ name }) => name === tool);
  return definition && taskOf(definition);
}

export function slotOf(flow: Flow, asked: Asked, context: Context): Slot | undefined {
  if (asked.for !== 'slot') return undefined;
  return taskFor(flow, asked.tool, context)?.slots.find(({ name }) => name === asked.slot);
}

export function isFilled(slot: Slot, values: DialogueState['values']): boolean {
  return [slot.name, slot.orDigits].some((name) => name !== undefined && name in values);
}

/** Goes on with the plan: asks, calls, or has nothing left to do. */
export function goOn(turn: Turn, flow: Flow, context: Context): Turn {
  const { plan = [], values, accepted } = turn.state;
  const [tool] = plan;
  if (tool === undefined) return ask(turn, { for: 'more' }, flow.anythingElse);
  const task = taskFor(flow, tool, context);
  if (task === undefined || !context.tools.some(({ name }) => name === tool))
    return goOn(set(turn, { plan: plan.slice(1) }), flow, context);
  if (task.offer !== undefined && !accepted.includes(tool))
    return ask(turn, { for: 'offer', tool }, task.offer);
  const missing = task.slots.find((slot) => !isFilled(slot, values));
  if (missing !== undefined)
    return ask(turn, { for: 'slot', tool, slot: missing.name }, missing.ask);
  return call(turn, task, context);
}

/** With everything heard so far that the task has a place for. */
export function call(turn: Turn, task: Task, context: Context): Turn {
  const { values } = turn.state;
  const names = task.slots.flatMap(({ name, orDigits }) => [name, orDigits ?? name]);
  const optional = propertiesOf(context, task.tool).filter((name) => !names.includes(name));
  const args = Object.fromEntries(
    [...new Set([...names, ...optional])]
      .filter((name) => name in values)
      .map((name) => [name, values[name]]),
  );
  const { callId } = context;
  const pending = { callId, tool: task.tool, arguments: args };
  return set(
    { ...turn, call: { type: 'call', ...pending } },
    { pending, asked: { for: 'nothing' }, tries: 0 },
  );
}

/** Ends the task at the head of the plan, or the one named. */
export function finish(turn: Turn, tool: string): Turn {
  return set(turn, { plan: turn.state.plan?.filter((name) => name !== tool) });
}

/** What to listen for after this turn. */
export function expectationOf(state: DialogueState, flow: Flow, context: Context): Expectation {
  const { asked } = state;
  if (asked.for === 'slot') return slotOf(flow, asked, context)?.expect ?? { for: 'open' };
  if (asked.for === 'confirmation' || asked.for === 'offer' || asked.for === 'person')
    return { for: 'yes-no' };
  return { for: 'open' };
}

function propertiesOf(context: Context, tool: string): string[] {
  const parameters = context.tools.find(({ name }) => name === tool)?.parameters;
  return Object.keys(parameters?.['properties'] ?? {});
}
