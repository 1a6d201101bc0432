/** One call's tools behind the gate: performs what `gate.ts` decides, and never throws at the model. */
import type { CallId, CallMs } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import type { IdentityLevel } from '#protocol/luna-events.ts';
import type { Caller, ToolRequest, ToolResult, Toolbox } from '#tools/tool.ts';
import { CLOSED_GATE, type GateEffect, type GateEvent, decide } from './gate.ts';

/** A tool that takes longer is answered for. What it still does is safe: the bank does nothing twice. */
const TOOL_LIMIT_MS = 8_000;

export type GateFact =
  | { readonly kind: 'identity'; readonly level: IdentityLevel }
  /** The question the caller must agree to, or null when there is none any more. */
  | { readonly kind: 'confirmation'; readonly pending: string | null }
  /** A tool threw or took too long: the caller hears that the bank does not answer. */
  | { readonly kind: 'tool.failed'; readonly tool: string; readonly error: unknown };

export interface GatedTools {
  /** The number that calls belongs to a customer: they are greeted by name, no more. */
  recognised(): void;
  /** Every finished turn of the caller's, before the tools that the model calls because of it. */
  callerSaid(text: string, startedAt: CallMs): void;
  /** Give the model `forModel(result)`; act on `result.consequence`. */
  run(name: string, argumentsJson: string): Promise<ToolResult>;
}

export interface GatedToolsOptions {
  readonly toolbox: Toolbox;
  readonly callId: CallId;
  readonly phone: string | undefined;
  readonly clock: Clock;
  /** Milliseconds since the call began. */
  readonly now: () => CallMs;
  readonly observe: (fact: GateFact) => void;
}

export function createGatedTools(options: GatedToolsOptions): GatedTools {
  const { toolbox, callId, phone, clock, now, observe } = options;
  let state = CLOSED_GATE;

  const step = (event: GateEvent): GateEffect => {
    const before = state;
    const [next, effect] = decide(state, event);
    state = next;
    if (next.identity !== before.identity) observe({ kind: 'identity', level: next.identity });
    if (next.pending?.question !== before.pending?.question)
      observe({ kind: 'confirmation', pending: next.pending?.question ?? null });
    return effect;
  };

  const caller = (): Caller => ({ callId, phone, customerId: state.customerId });

  /** The tool's own work, or an answer in its place. */
  const attempt = async <Value>(
    tool: string,
    work: Promise<Value>,
  ): Promise<Value | ToolResult> => {
    try {
      return await inTime(work, clock);
    } catch (error) {
      observe({ kind: 'tool.failed', tool, error });
      return UNAVAILABLE;
    }
  };

  const perform = async (wanted: ToolRequest, effect: GateEffect): Promise<ToolResult> => {
    switch (effect.do) {
      case 'answer':
        return effect.result;
      case 'run': {
        const result = await attempt(wanted.tool.name, wanted.run(caller()));
        return perform(wanted, step({ type: 'tool.finished', wanted, result }));
      }
      case 'read-back': {
        const question = await attempt(wanted.tool.name, wanted.readBack(caller()));
        if (typeof question !== 'string') return question;
        return perform(wanted, step({ type: 'change.read-back', wanted, question, at: now() }));
      }
      case 'nothing':
        return UNAVAILABLE;
    }
  };

  return {
    recognised: () => void step({ type: 'caller.recognised' }),
    callerSaid: (text, startedAt) => void step({ type: 'caller.said', text, startedAt }),
    run: async (name, argumentsJson) => {
      const found = toolbox.find(name, argumentsJson);
      if (!found.ok) return found.result;
      return perform(found.request, step({ type: 'tool.called', wanted: found.request }));
    },
  };
}

const UNAVAILABLE: ToolResult = {
  ok: false,
  why: 'bank_unavailable',
  say: "I'm sorry, our system isn't answering at the moment. Shall I try again?",
  facts: {},
};

function inTime<Value>(work: Promise<Value>, clock: Clock): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(TOOL_LIMIT_MS, () => {
      reject(new Error(`No answer within ${TOOL_LIMIT_MS} ms.`));
    });
    // A failure after the limit has been answered for already.
    work.then(resolve, reject).finally(cancel);
  });
}
