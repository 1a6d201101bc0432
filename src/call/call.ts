/** The door of `call/`: one call, from ring to goodbye. The shell: every socket, timer and port of a call hangs here. */
import type { End } from './end.ts';
import type { Agent } from '#agents/agent.ts';
import type { CallerEvent } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import { CallError, REDIAL, spokenFor } from '#lib/call-error.ts';
import { fill } from '#lib/fill.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Provider } from '#providers/provider.ts';
import { Answering } from './answering.ts';
import type { CallOptions } from './call-options.ts';
import { CallerAudio } from './caller-audio.ts';
import { type Conversation, type Effect, NOT_BEGUN } from './conversation.ts';
import { outcomeOf } from './outcome.ts';
import { sessionFor } from './session.ts';
import { type CallEvent, step } from './step.ts';
import { neededFrom } from './take-over.ts';
import { Subject } from './subject.ts';
import { Timers } from './timers.ts';
import { ToolDesk } from './tool-desk.ts';

/** A tool that has begun to change something is waited for so long after the caller has gone. */
const SETTLE_LIMIT_MS = 10_000;

interface Queued {
  readonly event: CallEvent;
  /** Whose word it is, where it is a provider's. */
  readonly session: number | undefined;
}

/** Resolves when the call is over and nothing of it is left. Never rejects. */
export async function answerCall(options: CallOptions): Promise<End> {
  const call = new Call(options);
  return call.take();
}

class Call {
  readonly #options: CallOptions;
  readonly #startedAt: number;
  readonly #audio = new CallerAudio();
  readonly #answering: Answering;
  readonly #timers: Timers;
  readonly #over = Promise.withResolvers<End>();
  readonly #desk: ToolDesk;
  readonly #waiting: Queued[] = [];
  #stepping = false;
  #ended = false;
  #state: Conversation;
  readonly #subject: Subject;
  /** Who Luna is now. */
  #agent: Agent;

  constructor(options: CallOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#state = { ...NOT_BEGUN, stallMs: options.stallMs };
    this.#agent = options.agent;
    const { callId, caller, toolbox, agent, scenarioOf, clock, witness } = options;
    const tell = (event: LunaServerEvent): void => this.#tell(event);
    const at = (): CallMs => this.#at();
    this.#subject = new Subject({ agent, scenarioOf, witness, at, tell });
    this.#timers = new Timers(clock, (name) => this.#on({ from: 'timer', name }));
    this.#desk = new ToolDesk({
      callId,
      toolbox,
      tools: agent.tools,
      clock,
      phone: caller?.phone,
      at,
      tell,
      onAsked: (tool) => this.#subject.found(tool),
      onEscalated: (escalated) => this.#subject.handOver(escalated),
      onRestyled: (style) => this.#restyle(style),
      onResult: (toolCallId, output, ending, ok) =>
        this.#on({ from: 'tool', callId: toolCallId, output, ending, ok }),
      witness,
    });
    const { providers, stallMs, sessionLimitMs } = options;
    this.#answering = new Answering({
      providers,
      agent,
      callerName: caller?.firstName,
      stallMs,
      sessionLimitMs,
      clock,
      sessionFor: (provider) => this.#sessionFor(provider),
      onEvent: (event, session) => this.#on({ from: 'provider', event }, session),
      onUp: (who) =>
        this.#on({ from: 'call', type: this.#state.begun ? 'resumed' : 'answered', who }),
      onDown: () => this.#on({ from: 'call', type: 'lost' }),
      onSpare: (who, now) => this.#on({ from: 'call', type: 'spare', who, now }),
      onRelief: () => this.#on({ from: 'call', type: 'relief' }),
      onProvider: (provider, why) => this.#changed(provider, why),
      onNobody: (error) => this.#end({ reason: 'error', text: spokenFor(error) }),
      onTrouble: (where, error) => witness.surprised(where, error),
    });
  }

  async take(): Promise<End> {
    const { signal, channel, witness, agent, caller, callId, providers } = this.#options;
    const onAbort = (): void =>
      this.#end({ reason: 'error', text: 'Luna is closing for maintenance. Please call again.' });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    try {
      channel.tell({
        type: 'luna.call.started',
        call_id: callId,
        scenario: agent.id,
        provider: providers[0].label,
        mode: providers[0].mode,
      });
      if (caller !== undefined) {
        witness.recognised(caller.firstName);
        this.#desk.callerRecognised();
      }
      channel.listen((event) => this.#fromCaller(event));
      this.#answering.ring();
      const end = await this.#over.promise;
      this.#subject.ended(end);
      channel.tell({ type: 'luna.call.ended', ...end });
      // Who answers goes first: nothing of theirs comes on a line that is closed.
      this.#timers.close();
      await this.#answering.close();
      channel.close();
      return end;
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#timers.close();
      await this.#answering.close();
      await this.#settled();
      const end = await this.#over.promise;
      witness.ended(end, outcomeOf(this.#subject.happened(end)));
    }
  }

  #tell(event: LunaServerEvent): void {
    this.#options.witness.told(event);
    this.#options.channel.tell(event);
  }

  #sessionFor({ can }: Provider): SessionUpdate {
    const { caller, toolbox, brand, voice } = this.#options;
    const [{ transcript }, callerName] = [this.#state, caller?.firstName];
    const lines = can.takesHistory ? [] : transcript;
    // Whoever takes over before a word was said begins the call, greeting and all.
    const isMidway = transcript.some(({ text }) => text !== '');
    const midway = isMidway ? { ...this.#desk.standing, lines } : undefined;
    return sessionFor(this.#agent, toolbox, { brand, voice, callerName, midway });
  }

  /** The running session is told at once; a session that takes over begins with it. */
  #restyle(style: Readonly<Record<string, string>>): void {
    const agent = this.#options.restyled?.(this.#agent, style);
    if (agent === undefined) return;
    this.#agent = agent;
    const { brand } = this.#options;
    const instructions = fill(agent.prompt, { ...brand });
    const session = { type: 'realtime', instructions } as const;
    if (this.#state.who.can.updatesInstructions)
      this.#answering.send({ type: 'session.update', session });
    this.#tell({ type: 'luna.style', style: agent.style ?? {} });
  }

  #changed({ id, label, mode }: Provider, why: string): void {
    this.#options.witness.providerChanged(id, why);
    this.#tell({ type: 'luna.provider', label, mode, why });
  }

  #fromCaller(event: CallerEvent): void {
    if (event.type === 'hung-up') this.#end({ reason: 'caller', text: event.why });
    else if (event.type === 'restyle') this.#restyle(event.style);
    // Until somebody listens it is still ringing, and the caller's audio time has not begun.
    else if (event.type !== 'audio' || this.#answering.hasBegun)
      this.#on({ from: 'caller', event });
  }

  /** One event after the other: what a provider answers at once waits until the step before is performed. */
  #on(event: CallEvent, session?: number): void {
    this.#waiting.push({ event, session });
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#waiting.shift(); next && !this.#ended; next = this.#waiting.shift())
        if (!this.#isOld(next)) this.#step(next.event);
    } catch (error) {
      // A mistake of ours ends this call, never the house.
      this.#options.witness.surprised('call', error);
      this.#end({ reason: 'error', text: spokenFor(error) });
    } finally {
      this.#stepping = false;
    }
  }

  /** Said by a session that has been replaced since. */
  #isOld({ session }: Queued): boolean {
    const { present } = this.#answering;
    return session !== undefined && present !== undefined && session !== present;
  }

  #step(event: CallEvent): void {
    const audio = this.#audio;
    const at = this.#at();
    if (event.from === 'caller' && event.event.type === 'audio')
      this.#heard(event.event.audio, event.event.ms, at);
    if (event.from === 'call' && event.type === 'lost')
      audio.hold(neededFrom(this.#state, audio.endMs));
    const [state, effects] = step(this.#state, event, audio.moment(at));
    if (this.#state.unnoticed && !state.unnoticed) audio.noticed();
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
  }

  #heard(sound: string, ms: number, at: CallMs): void {
    const audio = this.#audio;
    const { turn, who, unnoticed } = this.#state;
    audio.arrived(sound, ms, at, neededFrom(this.#state, audio.endMs));
    // Only somebody who could be replaced is watched like that: it costs a look at every sample.
    if (!who.replaceable) return;
    if (audio.isUnnoticed(sound, ms, at, turn.whose !== 'nobody') && !unnoticed)
      this.#on({ from: 'call', type: 'unnoticed' });
  }

  #perform(effect: Effect): void {
    const { channel, witness } = this.#options;
    switch (effect.do) {
      case 'send':
        this.#answering.send(effect.event);
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
        if (effect.name === 'silence' && this.#agent.patient === true) return;
        this.#timers.set(effect.name, effect.ms);
        return;
      case 'ignored':
        witness.ignoredInterruption();
        return;
      case 'hand-over':
        this.#subject.handOver({ reason: effect.reason });
        return;
      case 'lost': {
        const lost = new CallError(`given up: ${effect.message}`, REDIAL);
        this.#answering.lost(effect.mishap, lost);
        return;
      }
      case 'suspect':
      case 'trust':
        this.#answering[effect.do]();
        return;
      case 'fill-in':
        void this.#fillIn();
        return;
      case 'switch':
        this.#answering.switchOver();
        return;
      case 'give-audio':
        for (const audio of this.#audio.restart())
          this.#answering.send({ type: 'input_audio_buffer.append', audio });
        return;
      case 'problem':
        witness.surprised('provider', new Error(effect.message));
        return;
      case 'end':
        this.#end(effect.ending);
        return;
    }
  }

  async #fillIn(): Promise<void> {
    // Who writes fills no silence.
    const aside = this.#agent.writes === true ? undefined : await this.#options.aside?.();
    if (aside !== undefined) this.#on({ from: 'call', type: 'aside', aside });
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
