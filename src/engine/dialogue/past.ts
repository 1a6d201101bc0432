/**
 * A conversation that somebody else has led so far, as a state of ours: what the caller wants and has said, who they
 * are, which tools have done their work, what is open. Our own dialogue is led through it once more, silently; where
 * the other did something else than we would have, what really happened counts. Pure.
 */
import { askedIn, asksSomething } from './asked-in.ts';
import type { Context, Input } from './moves.ts';
import { goalOf, IDENTITY, namesOf, taskFor } from './plan.ts';
import { valuesIn } from './slot-values.ts';
import { BEGINNING, type Asked, type Awaited, type DialogueState } from './state.ts';
import { step } from './step.ts';
import { flowOfTools } from './tool-flow.ts';
import { argumentsIn, readOutput } from './tool-output.ts';
import type { Scene } from './turn.ts';

export interface TakenOver {
  readonly state: DialogueState;
  /** What the caller still waits for: inputs of the next step. */
  readonly owed: readonly Input[];
}

type Called = Extract<Input, { type: 'called' }>;

/** Tools of a call that tell nothing of what it is about, and take no value that a task would ask for. */
const NO_TASK = new Set([IDENTITY, 'transfer_to_agent', 'end_call']);
const WHOLE = /[.!?]["')\]]*\s*$/;
const FAREWELL = /\b(?:good ?bye|bye)\b/i;

/** @param past in the order of the conversation; of what she said, as much as was heard */
export function takeOver(past: readonly Input[], context: Context): TakenOver {
  const told = past.filter((input) => input.type !== 'said' || input.text.trim() !== '');
  const walk = new Walk(told, context);
  const last = told.findLastIndex(({ type }) => type === 'said' || type === 'called');
  for (const input of told.slice(0, last + 1)) walk.past(input);
  const owed = told.slice(last + 1).flatMap((input) => walk.due(input));
  if (owed.length > 0 || told.length === 0) return { state: walk.state, owed };
  return walk.interrupted();
}

class Walk {
  state: DialogueState;
  readonly #scene: Scene;
  readonly #calls = new Map<string, Called>();
  readonly #answered: ReadonlySet<string>;
  /** The caller's last words: they may hold values for a goal that only a tool call reveals. */
  #heard = '';
  /** What we would have called a tool for, as long as nobody has. */
  #intended: { readonly before: DialogueState; readonly input: Input } | undefined;

  constructor(past: readonly Input[], context: Context) {
    const flow = context.flow ?? flowOfTools(context.tools);
    const plainly = { ...context, toolChoice: 'auto', instructions: undefined } as const;
    this.#scene = { ...plainly, flow, isOurs: context.flow !== undefined };
    this.state = { ...BEGINNING, greeted: past.some(({ type }) => type === 'said') };
    const returned = past.flatMap((input) => (input.type === 'returned' ? [input.callId] : []));
    this.#answered = new Set(returned);
  }

  past(input: Input): void {
    switch (input.type) {
      case 'called':
        return this.#called(input);
      case 'said':
        return this.#said(input.text);
      case 'heard':
        this.#heard = input.text;
        return this.#live(input);
      default:
        for (const due of this.due(input)) this.#live(due);
    }
  }

  /** What a result means is prepared; whether it is answered already is not our business here. */
  due(input: Input): Input[] {
    if (input.type !== 'returned') return [input];
    const called = this.#calls.get(input.callId);
    if (called === undefined) return [];
    const { ok, why } = readOutput(input.output);
    // Asked for beside the identity check, in one breath, and too early by that breath.
    if (why === 'needs_identity' && this.state.verified) {
      this.#forget(input.callId);
      return [];
    }
    if (ok || why === 'needs_confirmation') this.#takeArguments(called);
    return [input];
  }

  /** The last word was hers: whatever is open is asked once more, or what was about to be done is done. */
  interrupted(): TakenOver {
    const { asked, pending } = this.state;
    if (this.#intended !== undefined && asked.for === 'nothing' && pending === undefined) {
      const { before, input } = this.#intended;
      return { state: before, owed: [{ type: 'resumed', with: input }] };
    }
    return { state: this.state, owed: [{ type: 'resumed', with: undefined }] };
  }

  /** As if it happened now; what we would say is not said, what we would call is not called. */
  #live(input: Input): void {
    const before = this.state;
    const [state, { moves }] = step(before, [input], this.#withFlow());
    const calls = moves.some(({ type }) => type === 'call');
    this.#intended = calls ? { before, input } : undefined;
    const awaited = input.type === 'heard' ? before.pending : undefined;
    this.state = calls ? { ...state, pending: awaited } : state;
  }

  #called(called: Called): void {
    const { callId, tool, arguments: json } = called;
    this.#calls.set(callId, called);
    this.#intended = undefined;
    this.#takeUp(tool);
    // A result that is still to come will hardly be a refusal; where it is, it says what was wrong.
    if (!this.#answered.has(callId)) this.#takeArguments(called);
    const awaited: Awaited = { callId, tool, arguments: argumentsIn(json) };
    const { pending, beside } = this.state;
    this.#set({
      pending: awaited,
      beside: pending === undefined ? beside : [...beside, pending],
      greeted: true,
      acknowledged: true,
      ended: false,
    });
  }

  #said(text: string): void {
    const { question, asked, ended } = this.state;
    const whole = WHOLE.test(text);
    const known = question !== '' && text.includes(question);
    this.#set({ greeted: true, lastSaid: text, questionHeard: known || whole });
    if (known || !whole) return;
    if (!asksSomething(text)) {
      if (FAREWELL.test(text)) this.#set({ ended: true, plan: [] });
      return;
    }
    // A read-back is a tool's question, whoever puts it in which words.
    if (asked.for === 'confirmation') return;
    const found = askedIn(this.#turn(), text);
    if (found !== undefined) this.#asks(found.asked, found.text);
    if (ended) this.#set({ ended: false });
  }

  #asks(asked: Asked, question: string): void {
    this.#set({ asked, question, tries: 0, repeats: 0 });
  }

  /** A tool tells what the call is about, more surely than words do. */
  #takeUp(tool: string): void {
    const { goals } = this.#scene.flow;
    const goal = goalOf(this.#turn());
    if (NO_TASK.has(tool)) {
      const only = this.state.plan === undefined ? goal : undefined;
      if (only !== undefined) this.#begin(only.id);
      return;
    }
    const isIts = goal?.tasks.some((task) => task.tool === tool) ?? false;
    if (isIts && this.state.plan !== undefined) return;
    const other = isIts ? goal : goals.find(({ tasks }) => tasks.some((one) => one.tool === tool));
    if (other !== undefined) this.#begin(other.id);
  }

  #begin(id: string): void {
    const goal = this.#scene.flow.goals.find((one) => one.id === id);
    if (goal === undefined) return;
    const identity = taskFor(this.#turn(), IDENTITY)?.slots.flatMap(namesOf) ?? [];
    const kept = Object.entries(this.state.values).filter(([name]) => identity.includes(name));
    const slots = goal.tasks.flatMap((task) => task.slots);
    const places = slots.filter((slot, i) => slots.findIndex((s) => s.name === slot.name) === i);
    const said = valuesIn(this.#heard, places, undefined, { today: this.#scene.today });
    this.#set({
      goal: id,
      plan: goal.tasks.map((task) => task.tool),
      values: { ...said.values, ...Object.fromEntries(kept) },
      done: [],
      accepted: [],
    });
  }

  /** What a tool has taken counts more than what we understood. */
  #takeArguments({ tool, arguments: json }: Called): void {
    if (tool === 'transfer_to_agent' || tool === 'end_call') return;
    const task = taskFor(this.#turn(), tool);
    const names = new Set(task?.slots.flatMap(namesOf));
    const given = Object.entries(argumentsIn(json)).filter(([name]) => names.has(name));
    this.#set({ values: { ...this.state.values, ...Object.fromEntries(given) } });
  }

  #forget(callId: string): void {
    const { pending, beside } = this.state;
    const others = beside.filter((one) => one.callId !== callId);
    this.#set({ pending: pending?.callId === callId ? undefined : pending, beside: others });
  }

  #set(changes: Partial<DialogueState>): void {
    this.state = { ...this.state, ...changes };
  }

  #turn(): { state: DialogueState; scene: Scene } {
    return { state: this.state, scene: this.#scene };
  }

  #withFlow(): Context {
    const { isOurs, flow, ...context } = this.#scene;
    return { ...context, flow: isOurs ? flow : undefined };
  }
}
