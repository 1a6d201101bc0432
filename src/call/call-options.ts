/** What a call is begun with: who calls, who answers, and what stands around them. */
import type { Agent } from '#agents/agent.ts';
import type { Channel } from '#channels/channel.ts';
import type { CallId } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import type { Provider } from '#providers/provider.ts';
import type { Toolbox } from '#tools/tool.ts';
import type { Aside } from './fill-in.ts';
import type { Brand } from './session.ts';
import type { Witness } from './witness.ts';

/** Who Luna is from now on. */
export interface Restyled {
  readonly agent: Agent;
  /** How she says so; undefined where there is nothing to say. */
  readonly says: string | undefined;
}

export interface CallOptions {
  readonly callId: CallId;
  readonly channel: Channel;
  /** In the order of preference; whoever is lost is replaced by the next one. */
  readonly providers: readonly [Provider, ...Provider[]];
  /** A provider that lives and says nothing for so long while something is due from it is replaced. */
  readonly stallMs: number;
  /** No session of a provider is kept longer, whatever it allows itself; undefined: as long as it allows. */
  readonly sessionLimitMs?: number | undefined;
  readonly agent: Agent;
  /** False where the caller begins, with a question. */
  readonly greets?: boolean;
  /** Who Luna is after a change of mode or persona; undefined where there is no such thing. */
  readonly restyled?: (
    agent: Agent,
    style: Readonly<Record<string, string>>,
  ) => Restyled | undefined;
  /** The scenario that a tool belongs to. */
  readonly scenarioOf: (tool: string) => Pick<Agent, 'id' | 'name' | 'ends'> | undefined;
  /** Whose number is calling, where it is known. */
  readonly caller: { readonly phone: string; readonly firstName: string } | undefined;
  readonly toolbox: Toolbox;
  readonly brand: Brand;
  readonly voice: string;
  /** "One moment, please.", for a silence that whoever answers does not fill. Never rejects; undefined: it cannot be said. */
  readonly aside?: () => Promise<Aside | undefined>;
  readonly witness: Witness;
  readonly clock: Clock;
  /** Aborted when the house closes: the call ends politely, at once. */
  readonly signal: AbortSignal;
}
