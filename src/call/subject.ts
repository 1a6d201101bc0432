/** What a call turned out to be about, and whether a person takes it over. */
import type { Agent } from '#agents/agent.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { End } from './end.ts';
import { cardOf } from './escalation-card.ts';
import { type WhatHappened, owesHandOver } from './outcome.ts';
import { servicesIn } from './story.ts';
import type { Escalated } from './tool-desk.ts';
import type { Witness } from './witness.ts';

type About = Pick<Agent, 'id' | 'name' | 'ends'>;

interface SubjectOptions {
  readonly agent: About;
  readonly scenarioOf: (tool: string) => About | undefined;
  readonly witness: Witness;
  /** Milliseconds since the call began. */
  readonly at: () => number;
  readonly tell: (event: LunaServerEvent) => void;
}

export class Subject {
  readonly #options: SubjectOptions;
  #about: About;
  #handedOver = false;

  constructor(options: SubjectOptions) {
    this.#options = options;
    this.#about = options.agent;
  }

  /** A tool was asked for: the scenario that it belongs to is what the call is about. */
  found(tool: string): void {
    const scenario = this.#options.scenarioOf(tool);
    if (scenario === undefined || scenario.id === this.#about.id) return;
    this.#about = scenario;
    this.#options.tell({ type: 'luna.scenario', id: scenario.id });
  }

  /** Once: whoever has the card has the call. */
  handOver({ reason, details = {} }: Omit<Escalated, 'kind'>): void {
    if (this.#handedOver) return;
    this.#handedOver = true;
    const { witness, at, tell } = this.#options;
    const about = { scenario: this.#about, durationMs: at() };
    tell({ type: 'luna.escalation', card: cardOf(witness.story, { reason, details, ...about }) });
  }

  /** The call is over: what a specialist has to finish is passed on all the same. */
  ended(end: End): void {
    if (owesHandOver(this.#about.ends, this.happened(end)))
      this.handOver({ reason: 'the call ended before it was passed on' });
  }

  happened({ reason }: End): WhatHappened {
    const { story } = this.#options.witness;
    const callerSpoke = story.turns > 0;
    return { reason, handedOver: this.#handedOver, served: servicesIn(story), callerSpoke };
  }
}
