/** What to do next: the first thing missing of the first task that is not done. Pure. */
import type { Goal, Slot, Task } from '#engine/flow.ts';
import type { Expectation } from '#engine/recognizer.ts';
import { taskOf } from './tool-flow.ts';
import { asSchema } from './tool-slot.ts';
import { ask, set, type Scene, type Turn } from './turn.ts';
import type { Asked, DialogueState } from './state.ts';

export const IDENTITY = 'verify_identity';

export function greet(turn: Turn): Turn {
  const { greeting } = turn.scene.flow;
  const question = /[^.!?]*\?$/.exec(greeting)?.[0].trim() ?? greeting;
  return ask(set(turn, { greeted: true }), { for: 'intent' }, question, greeting);
}

/** What she can do here; said twice in a row it is no help. */
export function scopeOf({ scene, state }: Turn): string {
  const { scope } = scene.flow;
  return state.lastSaid.includes(scope) ? '' : scope;
}

/** What the caller is about, as far as it is known: a scenario of one goal is about nothing else. */
export function goalOf({ state, scene }: Pick<Turn, 'state' | 'scene'>): Goal | undefined {
  const { goals } = scene.flow;
  return goals.find(({ id }) => id === state.goal) ?? (goals.length === 1 ? goals[0] : undefined);
}

export function taskFor(turn: Pick<Turn, 'state' | 'scene'>, tool: string): Task | undefined {
  const own = goalOf(turn)?.tasks.find((task) => task.tool === tool);
  if (own !== undefined) return own;
  const { flow, tools } = turn.scene;
  // Every goal asks for the identity in the same way.
  const shared = flow.goals.flatMap(({ tasks }) => tasks).find((task) => task.tool === tool);
  if (tool === IDENTITY && shared !== undefined) return shared;
  const definition = tools.find(({ name }) => name === tool);
  return definition && taskOf(definition);
}

export function slotOf(turn: Pick<Turn, 'state' | 'scene'>, asked: Asked): Slot | undefined {
  if (asked.for !== 'slot') return undefined;
  return taskFor(turn, asked.tool)?.slots.find(({ name }) => name === asked.slot);
}

export function isFilled(slot: Slot, values: DialogueState['values']): boolean {
  return namesOf(slot).some((name) => name in values);
}

function isMissing(slot: Slot, values: DialogueState['values']): boolean {
  const { optional = false, unless = [] } = slot;
  return !optional && !isFilled(slot, values) && !unless.some((name) => name in values);
}

/** The arguments that an answer to this slot may become. */
export function namesOf({ name, orDigits = name }: Slot): string[] {
  return [name, orDigits];
}

/** Goes on with the plan: asks, calls, or has nothing left to do. */
export function goOn(turn: Turn): Turn {
  const { plan = [], values, accepted, verified } = turn.state;
  const [tool] = plan;
  if (tool === undefined) return ask(turn, { for: 'more' }, turn.scene.flow.anythingElse);
  const task = taskFor(turn, tool);
  const known = turn.scene.tools.some(({ name }) => name === tool);
  const needless = Object.entries(task?.skipIf ?? {}).some(([name, is]) => values[name] === is);
  if (task === undefined || !known || needless || (tool === IDENTITY && verified))
    return goOn(set(turn, { plan: plan.slice(1) }));
  if (task.offer !== undefined && !accepted.includes(tool))
    return ask(turn, { for: 'offer', tool }, task.offer);
  const missing = task.slots.find((slot) => isMissing(slot, values));
  if (missing !== undefined)
    return ask(turn, { for: 'slot', tool, slot: missing.name }, missing.ask);
  return call(turn, task);
}

/** With everything heard so far that the task has a place for. */
export function call(turn: Turn, task: Task): Turn {
  const { callId } = turn.scene;
  const pending = { callId, tool: task.tool, arguments: argumentsOf(turn, task) };
  return set(
    { ...turn, call: { type: 'call', ...pending } },
    { pending, asked: { for: 'nothing' }, tries: 0 },
  );
}

function argumentsOf({ state: { values }, scene }: Turn, task: Task): Record<string, unknown> {
  const names = task.slots.flatMap(namesOf);
  const said = (among: readonly string[]) =>
    Object.fromEntries(
      [...new Set(among)].filter((name) => name in values).map((name) => [name, values[name]]),
    );
  if (task.gathersInto !== undefined) {
    const gathered = said(names);
    const some = Object.keys(gathered).length > 0;
    return { ...task.fixed, ...(some ? { [task.gathersInto]: gathered } : {}) };
  }
  const properties = propertiesOf(scene, task.tool);
  const args = { ...said([...names, ...Object.keys(properties)]), ...task.fixed };
  if (scene.isOurs) return args;
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    asSchema(value, properties[name]),
  ]);
  return Object.fromEntries(entries);
}

/** Ends the task at the head of the plan, or the one named. */
export function finish(turn: Turn, tool: string): Turn {
  return set(turn, { plan: turn.state.plan?.filter((name) => name !== tool) });
}

/** What to listen for after this turn. */
export function expectationOf(turn: Pick<Turn, 'state' | 'scene'>): Expectation {
  const { asked } = turn.state;
  if (asked.for === 'slot') return slotOf(turn, asked)?.expect ?? { for: 'open' };
  if (
    asked.for === 'confirmation' ||
    asked.for === 'offer' ||
    asked.for === 'person' ||
    asked.for === 'check'
  )
    return { for: 'yes-no' };
  return { for: 'open' };
}

function propertiesOf({ tools }: Scene, tool: string): Readonly<Record<string, unknown>> {
  const parameters = tools.find(({ name }) => name === tool)?.parameters;
  const properties: unknown = parameters?.['properties'];
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}
