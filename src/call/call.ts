/** The door of `call/`: one call, from ring to goodbye. The shell: every socket, timer and port of a call hangs here. */
import type { End } from './end.ts';
import type { CallerEvent } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import { spokenFor } from '#lib/call-error.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Provider } from '#providers/provider.ts';
import { Answering } from './answering.ts';
import type { CallOptions } from './call-options.ts';
import { CallerAudio } from './caller-audio.ts';
import { type Conversation, NOT_BEGUN, type Whoever } from './conversation.ts';
import { OneByOne } from './one-by-one.ts';
import { outcomeOf } from './outcome.ts';
import { type Hands, perform } from './perform.ts';
import { sessionFor } from './session.ts';
import { type CallEvent, step } from './step.ts';
import { Manner } from './manner.ts';
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
  readonly #events: OneByOne<Queued>;
  /** Typed while it rang. */
  readonly #early: Extract<CallerEvent, { type: 'typed' }>[] = [];
  #ended = false;
  #state: Conversation;
  readonly #subject: Subject;
  readonly #manner: Manner;
  readonly #hands: Hands;

  constructor(options: CallOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#state = { ...NOT_BEGUN, stallMs: options.stallMs };
    const { callId, caller, toolbox, agent, scenarioOf, clock, witness } = options;
    this.#events = new OneByOne({
      handle: (next) => {
        if (!this.#isOld(next)) this.#step(next.event);
      },
      isOver: () => this.#ended,
      // A mistake of ours ends this call, never the house.
      onError: (error) => {
        witness.surprised('call', error);
        this.#end({ reason: 'error', text: spokenFor(error) });
      },
    });
    const tell = (event: LunaServerEvent): void => this.#tell(event);
    const at = (): CallMs => this.#at();
    this.#subject = new Subject({ agent, scenarioOf, witness, at, tell });
    this.#manner = new Manner({
      ...options,
      tell,
      canTell: () => this.#state.who.can.updatesInstructions,
      send: (event) => this.#answering.send(event),
      onSilenced: () => this.#on({ from: 'caller', event: { type: 'silenced' } }),
    });
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
      onRestyled: (style) => void this.#manner.change(style),
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
      onUp: (who) => {
        // Changed while the line still rang.
        this.#manner.instruct();
        if (this.#state.begun) this.#on({ from: 'call', type: 'resumed', who });
        else this.#answered(who);
      },
      onDown: () => this.#on({ from: 'call', type: 'lost' }),
      onSpare: (who, now) => this.#on({ from: 'call', type: 'spare', who, now }),
      onRelief: () => this.#on({ from: 'call', type: 'relief' }),
      onProvider: (provider, why) => this.#changed(provider, why),
      onNobody: (error) => this.#end({ reason: 'error', text: spokenFor(error) }),
      onTrouble: (where, error) => witness.surprised(where, error),
    });
    this.#hands = {
      answering: this.#answering,
      audio: this.#audio,
      channel: options.channel,
      desk: this.#desk,
      subject: this.#subject,
      timers: this.#timers,
      witness,
      isPatient: () => this.#manner.agent.patient === true,
      fillIn: () => void this.#fillIn(),
      end: (end) => this.#end(end),
    };
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
    return sessionFor(this.#manner.agent, toolbox, { brand, voice, callerName, midway });
  }

  /** By a click: no tool's answer tells of it, so she says it herself. */
  #clicked(style: Readonly<Record<string, string>>): void {
    const says = this.#manner.change(style)?.says;
    if (says !== undefined && this.#state.begun) this.#on({ from: 'call', type: 'restyled', says });
  }

  #changed({ id, label, mode }: Provider, why: string): void {
    this.#options.witness.providerChanged(id, why);
    this.#tell({ type: 'luna.provider', label, mode, why });
  }

  /** Whoever has asked something while it rang is answered, not greeted. */
  #answered(who: Whoever): void {
    const asked = this.#early.splice(0);
    const begins = this.#options.greets === false || asked.length > 0;
    this.#on({ from: 'call', type: 'answered', who, asked: begins });
    for (const event of asked) this.#on({ from: 'caller', event });
  }

  #fromCaller(event: CallerEvent): void {
    if (event.type === 'hung-up') this.#end({ reason: 'caller', text: event.why });
    else if (event.type === 'restyle') this.#clicked(event.style);
    else if (event.type === 'typed' && !this.#answering.hasBegun) this.#early.push(event);
    // Until somebody listens it is still ringing, and the caller's audio time has not begun.
    else if (event.type !== 'audio' || this.#answering.hasBegun)
      this.#on({ from: 'caller', event });
  }

  #on(event: CallEvent, session?: number): void {
    this.#events.push({ event, session });
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
    for (const effect of effects) perform(effect, this.#hands);
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

  async #fillIn(): Promise<void> {
    // Who writes fills no silence.
    const aside = this.#manner.agent.writes === true ? undefined : await this.#options.aside?.();
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
