/** Who Luna is at the moment: her mode and persona, aloud or in writing, and how a change reaches whoever answers. */
import type { Agent } from '#agents/agent.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { CallOptions, Restyled } from './call-options.ts';
import { restyledSession } from './session.ts';

type Style = Readonly<Record<string, string>>;

interface MannerParts extends Pick<CallOptions, 'agent' | 'brand' | 'restyled'> {
  /** The running session can be told of a change. */
  readonly canTell: () => boolean;
  readonly send: (event: { type: 'session.update'; session: SessionUpdate }) => void;
  readonly tell: (event: LunaServerEvent) => void;
  /** She is not heard any more. */
  readonly onSilenced: () => void;
}

export class Manner {
  readonly #parts: MannerParts;
  #agent: Agent;

  constructor(parts: MannerParts) {
    this.#parts = parts;
    this.#agent = parts.agent;
  }

  get agent(): Agent {
    return this.#agent;
  }

  /** The running session is told at once; a session that takes over begins with it. */
  change(style: Style): Restyled | undefined {
    const { restyled, tell, onSilenced } = this.#parts;
    const before = this.#agent;
    const after = restyled?.(before, style);
    if (after === undefined) return undefined;
    this.#agent = after.agent;
    this.instruct();
    // Who wants to read does not want to hear the sentence to its end.
    if (after.agent.writes === true && before.writes !== true) onSilenced();
    tell({ type: 'luna.style', style: after.agent.style ?? {} });
    return after;
  }

  /** A session that was opened before the change learns of it. */
  instruct(): void {
    const { agent: first, brand, canTell, send } = this.#parts;
    if (this.#agent === first || !canTell()) return;
    send({ type: 'session.update', session: restyledSession(this.#agent, brand) });
  }
}
