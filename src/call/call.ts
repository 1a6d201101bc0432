/** The door of `call/`: one call, from ring to goodbye. The shell: every socket, timer and port of a call hangs here. */
import type { End } from './end.ts';
import type { Agent } from '#agents/agent.ts';
import type { CallerEvent, Channel } from '#channels/channel.ts';
import type { CallId, CallMs } from '#lib/brand.ts';
import { CallError, spokenFor } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { Provider, ProviderSession } from '#providers/provider.ts';
import type { Toolbox } from '#tools/tool.ts';
import { AudioClock } from './audio-clock.ts';
import { type Conversation, type Effect, NOT_BEGUN, type TimerName } from './conversation.ts';
import { cardOf } from './escalation-card.ts';
import { outcomeOf, owesHandOver, type WhatHappened } from './outcome.ts';
import { sustainedMs } from './interruption.ts';
import type { Witness } from './witness.ts';
import { type Brand, sessionFor } from './session.ts';
import { type CallEvent, step } from './step.ts';
import { servicesIn } from './story.ts';
import { type Escalated, ToolDesk } from './tool-desk.ts';

export interface CallOptions {
  readonly callId: CallId;
  readonly channel: Channel;
  readonly provider: Provider;
  readonly agent: Agent;
  /** The scenario that a tool belongs to. */
  readonly scenarioOf: (tool: string) => Pick<Agent, 'id' | 'name' | 'ends'> | undefined;
  /** Whose number is calling, where it is known. */
  readonly caller: { readonly phone: string; readonly firstName: string } | undefined;
  readonly toolbox: Toolbox;
  readonly brand: Brand;
  readonly voice: string;
  readonly witness: Witness;
  readonly clock: Clock;
  /** Aborted when the house closes: the call ends politely, at once. */
  readonly signal: AbortSignal;
}

const REDIAL = { retryable: true, spoken: 'Sorry, we were cut off. Please call again.' };
/** A tool that has begun to change something is waited for so long after the caller has gone. */
const SETTLE_LIMIT_MS = 10_000;

/** Resolves when the call is over and nothing of it is left. Never rejects. */
export async function answerCall(options: CallOptions): Promise<End> {
  const call = new Call(options);
  return call.take();
}

class Call {
  readonly #options: CallOptions;
  readonly #startedAt: number;
  readonly #audio = new AudioClock();
  readonly #timers = new Map<TimerName, () => void>();
  readonly #over = Promise.withResolvers<End>();
  readonly #desk: ToolDesk;
  readonly #waiting: CallEvent[] = [];
  #stepping = false;
  #ended = false;
  #session: ProviderSession | undefined;
  #state: Conversation;
  /** What the call turned out to be about. */
  #about: Pick<Agent, 'id' | 'name' | 'ends'>;
  #handedOver = false;

  constructor(options: CallOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#state = { ...NOT_BEGUN, sustainedMs: sustainedMs(options.provider.can) };
    this.#about = options.agent;
    const { callId, caller, toolbox, agent, clock, witness } = options;
    this.#desk = new ToolDesk({
      callId,
      toolbox,
      tools: agent.tools,
      clock,
      phone: caller?.phone,
      at: () => this.#at(),
      tell: (event) => this.#tell(event),
      onAsked: (tool) => this.#found(tool),
      onEscalated: (escalated) => this.#handOver(escalated),
      onResult: (toolCallId, output, ending) =>
        this.#on({ from: 'tool', callId: toolCallId, output, ending }),
      witness,
    });
  }

  async take(): Promise<End> {
    const { signal, channel, witness, agent, caller, callId, provider } = this.#options;
    const onAbort = (): void =>
      this.#end({ reason: 'error', text: 'Luna is closing for maintenance. Please call again.' });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    const ringing = new AbortController();
    try {
      channel.tell({
        type: 'luna.call.started',
        call_id: callId,
        scenario: agent.id,
        provider: provider.label,
      });
      if (caller !== undefined) {
        witness.recognised(caller.firstName);
        this.#desk.callerRecognised();
      }
      channel.listen((event) => this.#fromCaller(event));
      void this.#connect(ringing.signal);
      const end = await this.#over.promise;
      if (owesHandOver(this.#about.ends, this.#happened(end)))
        this.#handOver({ reason: 'the call ended before it was passed on' });
      channel.tell({ type: 'luna.call.ended', ...end });
      channel.close();
      return end;
    } finally {
      ringing.abort();
      signal.removeEventListener('abort', onAbort);
      for (const stop of this.#timers.values()) stop();
      await this.#session?.close();
      await this.#settled();
      const end = await this.#over.promise;
      witness.ended(end, outcomeOf(this.#happened(end)));
    }
  }

  #happened({ reason }: End): WhatHappened {
    const { story } = this.#options.witness;
    const callerSpoke = story.turns > 0;
    return { reason, handedOver: this.#handedOver, served: servicesIn(story), callerSpoke };
  }

  #tell(event: LunaServerEvent): void {
    this.#options.witness.told(event);
    this.#options.channel.tell(event);
  }

  #found(tool: string): void {
    const scenario = this.#options.scenarioOf(tool);
    if (scenario === undefined || scenario.id === this.#about.id) return;
    this.#about = scenario;
    this.#tell({ type: 'luna.scenario', id: scenario.id });
  }

  /** Once: whoever has the card has the call. */
  #handOver({ reason, details = {} }: Omit<Escalated, 'kind'>): void {
    if (this.#handedOver) return;
    this.#handedOver = true;
    const about = { scenario: this.#about, durationMs: this.#at() };
    const card = cardOf(this.#options.witness.story, { reason, details, ...about });
    this.#tell({ type: 'luna.escalation', card });
  }

  async #connect(signal: AbortSignal): Promise<void> {
    const { provider, agent, caller, toolbox, brand, voice, witness } = this.#options;
    try {
      const session = await provider.connect({
        agent,
        callerName: caller?.firstName,
        signal,
        session: sessionFor(agent, toolbox, { brand, voice, callerName: caller?.firstName }),
        onEvent: (event) => this.#on({ from: 'provider', event }),
        onClose: (reason) => this.#lost(new CallError(`provider closed: ${reason}`, REDIAL)),
      });
      this.#session = session;
      if (this.#ended) await session.close();
      else this.#on({ from: 'call', type: 'answered' });
    } catch (error) {
      if (this.#ended) return;
      witness.surprised('provider: connect', error);
      this.#end({ reason: 'error', text: spokenFor(error) });
    }
  }

  #lost(error: CallError): void {
    if (this.#ended) return;
    this.#options.witness.surprised('provider: lost', error);
    this.#end({ reason: 'error', text: spokenFor(error) });
  }

  #fromCaller(event: CallerEvent): void {
    if (event.type === 'hung-up') {
      this.#end({ reason: 'caller', text: event.why });
      return;
    }
    if (event.type === 'audio') {
      // Until the provider listens it is still ringing, and its audio time has not begun.
      if (this.#session === undefined) return;
      this.#audio.arrived(event.ms, this.#at());
    }
    this.#on({ from: 'caller', event });
  }

  /** One event after the other: what a provider answers at once waits until the step before is performed. */
  #on(event: CallEvent): void {
    this.#waiting.push(event);
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#waiting.shift(); next && !this.#ended; next = this.#waiting.shift())
        this.#step(next);
    } catch (error) {
      // A mistake of ours ends this call, never the house.
      this.#options.witness.surprised('call', error);
      this.#end({ reason: 'error', text: spokenFor(error) });
    } finally {
      this.#stepping = false;
    }
  }

  #step(event: CallEvent): void {
    const moment = { at: this.#at(), arrival: (ms: number) => this.#audio.when(ms) };
    const [state, effects] = step(this.#state, event, moment);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    const { channel, witness } = this.#options;
    switch (effect.do) {
      case 'send':
        this.#session?.send(effect.event);
        return;
      case 'tell':
        witness.told(effect.event);
        channel.tell(effect.event);
        return;
      case 'run':
        this.#desk.run(effect.callId, effect.tool, effect.input);
        return;
      case 'said':
        this.#desk.said(effect.text, effect.startedAt, effect.answering);
        return;
      case 'timer':
        this.#timer(effect.name, effect.ms);
        return;
      case 'ignored':
        witness.ignoredInterruption();
        return;
      case 'hand-over':
        this.#handOver({ reason: effect.reason });
        return;
      case 'problem':
        witness.surprised('provider', new Error(effect.message));
        return;
      case 'end':
        this.#end(effect.ending);
        return;
    }
  }

  #timer(name: TimerName, ms: number): void {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
    if (ms === 0) return;
    const fire = (): void => {
      this.#timers.delete(name);
      this.#on({ from: 'timer', name });
    };
    this.#timers.set(name, this.#options.clock.after(ms, fire));
  }

  #at(): CallMs {
    return (this.#options.clock.now() - this.#startedAt) as CallMs;
  }

  #end(end: End): void {
    this.#ended = true;
    this.#over.resolve(end);
  }

  async #settled(): Promise<void> {
    const limit = Promise.withResolvers<void>();
    const stop = this.#options.clock.after(SETTLE_LIMIT_MS, limit.resolve);
    await Promise.race([this.#desk.settled(), limit.promise]);
    stop();
  }
}
