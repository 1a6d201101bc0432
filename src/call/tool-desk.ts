/** Where tools run: beside the conversation, through the gate, with a limit. Their trouble becomes words. */
import type { CallId, CallMs } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import type { IdentityLevel, LunaServerEvent } from '#protocol/luna-events.ts';
import { mask, maskArguments } from '#record/record.ts';
import {
  type Caller,
  type Toolbox,
  type ToolRequest,
  type ToolResult,
  forModel,
} from '#tools/tool.ts';
import type { Ending } from './conversation.ts';
import { CLOSED_GATE, type GateEvent, type GateState, decide } from './gate.ts';
import { HANDED_OVER } from './draft.ts';
import { withoutFullNumbers } from './full-numbers.ts';
import type { Witness } from './witness.ts';

/** After this the caller is told that it takes longer; the tool itself is not stopped half-way. */
const LIMIT_MS = 10_000;

export interface ToolDeskOptions {
  readonly callId: CallId;
  readonly phone: string | undefined;
  readonly toolbox: Toolbox;
  /** The tools of whoever Luna is in this call. */
  readonly tools: readonly string[];
  readonly clock: Clock;
  /** The call's own time. */
  readonly at: () => CallMs;
  readonly tell: (event: LunaServerEvent) => void;
  readonly onResult: (
    callId: string,
    output: string,
    ending: Ending | undefined,
    ok: boolean,
  ) => void;
  /** A tool was asked for, whether or not it may run: it tells what the call is about. */
  readonly onAsked: (tool: string) => void;
  readonly onEscalated: (escalated: Escalated) => void;
  readonly onRestyled?: (style: Readonly<Record<string, string>>) => void;
  readonly witness: Witness;
}

export type Escalated = Extract<NonNullable<ToolResult['consequence']>, { kind: 'escalated' }>;

const FAILED: ToolResult = {
  ok: false,
  why: 'bank_unavailable',
  say: "I'm sorry, our system isn't answering right now.",
  facts: {},
};
const UNKNOWN = { effect: 'read' } as const;
const LATE: ToolResult = {
  ...FAILED,
  say: "I'm sorry, this is taking longer than it should. I can't tell you the result yet.",
};

export class ToolDesk {
  readonly #options: ToolDeskOptions;
  #gate: GateState;
  readonly #running = new Set<Promise<void>>();

  constructor(options: ToolDeskOptions) {
    this.#options = options;
    this.#gate = { ...CLOSED_GATE, tools: options.tools };
  }

  /** The number shown as calling belongs to a customer: enough to greet by name, no more. */
  callerRecognised(): void {
    this.#decide({ type: 'caller.recognised' });
  }

  /** Who the caller has proved to be, and what waits for a yes: it belongs to the call, whoever answers. */
  get standing(): { readonly identity: IdentityLevel; readonly question: string | null } {
    return { identity: this.#gate.identity, question: this.#gate.pending?.question ?? null };
  }

  /** A whole turn of the caller's, and the words of Luna's it answers: only his own words confirm a change. */
  said(text: string, startedAt: CallMs, answering: string): void {
    this.#decide({ type: 'luna.heard', text: answering });
    this.#decide({ type: 'caller.said', text, startedAt });
  }

  /** Never rejects: `onResult` is called once, whatever happens. */
  run(callId: string, name: string, argumentsJson: string): void {
    const run = this.#run(callId, name, argumentsJson).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** A change that has begun when the caller hangs up is not left half recorded. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #run(callId: string, name: string, argumentsJson: string): Promise<void> {
    const { toolbox, at, clock, tell, onResult, witness } = this.#options;
    const startedAt = at();
    const found = toolbox.find(name, argumentsJson);
    // What a model has made up is shown to nobody: neither a tool's name nor its arguments, which may be private.
    const asked = found.ok ? maskArguments(found.request.arguments) : {};
    const isMadeUp = !found.ok && !found.result.ok && found.result.why === 'unknown_tool';
    const shownName = isMadeUp ? 'unknown' : name;
    const tool = found.ok ? found.request.tool : { ...UNKNOWN, name, title: shownName };
    witness.toolCalled(callId, name, argumentsJson);
    tell({ type: 'luna.tool.started', tool_call_id: callId, tool: shownName, title: tool.title });
    if (found.ok && this.#options.tools.includes(name)) this.#options.onAsked(name);
    let answered = false;
    const answer = (result: ToolResult): void => {
      const tookMs = at() - startedAt;
      // What comes after the limit changes nothing of what was said, but it did happen.
      witness.toolAnswered(callId, tool, result, tookMs);
      if (answered) return;
      answered = true;
      const facts = isMadeUp ? {} : result.facts;
      const returned = mask({ ...(result.ok ? {} : { why: result.why }), ...facts });
      tell({
        type: 'luna.tool.done',
        tool_call_id: callId,
        tool: shownName,
        ok: result.ok,
        asked,
        returned,
        took_ms: Math.round(tookMs),
        ...(result.drawing === undefined ? {} : { drawing: result.drawing }),
      });
      if (result.consequence?.kind === 'escalated') this.#options.onEscalated(result.consequence);
      if (result.consequence?.kind === 'restyled')
        this.#options.onRestyled?.(result.consequence.style);
      onResult(callId, forModel(withoutFullNumbers(result)), endingOf(result), result.ok);
    };
    const stopWaiting = clock.after(LIMIT_MS, () => answer(LATE));
    try {
      answer(found.ok ? await this.#through(found.request) : found.result);
    } catch (error) {
      witness.surprised('tool', error);
      answer(FAILED);
    } finally {
      stopWaiting();
    }
  }

  async #through(wanted: ToolRequest): Promise<ToolResult> {
    const may = this.#decide({ type: 'tool.called', wanted });
    switch (may.do) {
      case 'answer':
        return may.result;
      case 'read-back':
        return this.#readBack(wanted);
      case 'nothing':
      case 'run':
        return this.#perform(wanted);
    }
  }

  async #readBack(wanted: ToolRequest): Promise<ToolResult> {
    const caller = this.#caller();
    const question = await wanted.readBack(caller);
    if (typeof question !== 'string') return this.#for(caller, wanted, question);
    if (caller.customerId !== this.#gate.customerId) return FAILED;
    const at = this.#options.at();
    return this.#outcome(this.#decide({ type: 'change.read-back', wanted, question, at }));
  }

  async #perform(wanted: ToolRequest): Promise<ToolResult> {
    const caller = this.#caller();
    let result: ToolResult = FAILED;
    try {
      result = await wanted.run(caller);
    } finally {
      result = this.#outcome(this.#decide({ type: 'tool.finished', wanted, result }));
    }
    return this.#for(caller, wanted, result);
  }

  /** What was looked up for one person is not told to the next on the same phone. */
  #for(caller: Caller, { tool }: ToolRequest, result: ToolResult): ToolResult {
    const changed = caller.customerId !== this.#gate.customerId;
    return tool.needs === 'verified' && changed ? FAILED : result;
  }

  #outcome(effect: ReturnType<typeof decide>[1]): ToolResult {
    if (effect.do !== 'answer')
      throw new Error(`the gate answered "${effect.do}" where a result was due`);
    return effect.result;
  }

  #caller(): Caller {
    const { callId, phone } = this.#options;
    return { callId, phone, customerId: this.#gate.customerId };
  }

  #decide(event: GateEvent): ReturnType<typeof decide>[1] {
    const before = this.#gate;
    const [after, effect] = decide(before, event);
    this.#gate = after;
    const { tell, witness } = this.#options;
    if (after.customerId !== undefined && after.customerId !== before.customerId)
      witness.identified(after.customerId);
    if (after.identity !== before.identity) tell({ type: 'luna.identity', level: after.identity });
    if (after.pending?.question !== before.pending?.question)
      tell({ type: 'luna.confirmation', pending: after.pending?.question ?? null });
    return effect;
  }
}

function endingOf({ consequence }: ToolResult): Ending | undefined {
  if (consequence?.kind !== 'escalated') return undefined;
  return HANDED_OVER;
}
