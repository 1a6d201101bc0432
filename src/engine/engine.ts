/** The door of `engine/`: the embedded speech engine, which needs no key and no network. */
import type { Clock } from '#lib/clock.ts';
import { fill } from '#lib/fill.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { ChatMind } from './chat/chat-mind.ts';
import { type ChatSettings, createChatEndpoint } from './chat/endpoint.ts';
import { WORDING } from './dialogue/wording.ts';
import { sentencesOf, type Flow } from './flow.ts';
import type { Ears } from './hearing.ts';
import { InsightsMind } from './insights/insights-mind.ts';
import { wishIn } from './insights/wish.ts';
import type { Mind } from './mind.ts';
import { Brain } from './realtime/brain.ts';
import { RealtimeSession } from './realtime/session.ts';
import type { Synthesizer } from './synthesizer.ts';

export { SESSION_LIMIT_S } from './realtime/session-config.ts';
export type { Flow, Goal, Slot, Task } from './flow.ts';
export type { Ears } from './hearing.ts';
export type { Phrasebook } from './recognizer.ts';
export type { Synthesizer } from './synthesizer.ts';

export interface EngineParts {
  readonly ears: Ears;
  readonly synthesizer: Synthesizer;
  readonly clock: Clock;
  /** How the bank and its assistant are called. */
  readonly brand: { readonly bank: string; readonly assistant: string };
  /** A chat endpoint that takes the place of the flow's dialogue. */
  readonly chat?: (Omit<ChatSettings, 'clock'> & { readonly log: Log }) | undefined;
}

export interface OpenSession {
  /** What she follows; without one she works from the session's tools alone. */
  readonly flow: Flow | undefined;
  readonly callerName: string | undefined;
  readonly onEvent: (event: ServerEvent) => void;
  /** The session has ended by itself. */
  readonly onClose: (reason: string) => void;
}

/** A conversation in the words of the Realtime protocol, without a socket. */
export interface EngineSession {
  /** One client event, as text or as an object; whatever is wrong with it is answered by an `error` event. */
  receive(event: unknown): void;
  close(): void;
}

export interface Engine {
  open(options: OpenSession): EngineSession;
  /** Milliseconds of sound by which recognition would be behind for a new call. */
  readonly lagMs: number;
  /** Prepares what a flow says word for word, so that it is there at once; what callers wait for goes first. */
  prime(flow: Flow, voice: string): Promise<void>;
  close(): Promise<void>;
}

export function createEngine({ ears, synthesizer, clock, brand, chat }: EngineParts): Engine {
  const endpoint = chat && createChatEndpoint({ ...chat, clock });
  const mindFor = (flow: Flow | undefined, caller: string | undefined): Mind => {
    if (flow?.answers === 'insights') return new InsightsMind({ flow, names: { ...brand }, clock });
    const brain = new Brain({ flow, names: { ...brand, caller } }, clock);
    if (chat === undefined || endpoint === undefined) return brain;
    return new ChatMind({ endpoint, brain, greets: flow !== undefined, log: chat.log });
  };
  return {
    open: ({ flow, callerName, onEvent, onClose }) =>
      new RealtimeSession({
        ears,
        synthesizer,
        clock,
        model: 'luna',
        mind: mindFor(flow, callerName),
        onEvent,
        onClose,
      }),
    get lagMs() {
      return ears.lagMs;
    },
    async prime(flow, voice) {
      // The first question would wait for its patterns to be compiled: a quarter of a second, once.
      if (flow.answers === 'insights') wishIn('calls last week', undefined, new Set());
      const texts = [...sentencesOf(flow), ...Object.values(WORDING).flat()].map((text) =>
        fill(text, { ...brand }),
      );
      await synthesizer.prime(texts, { voice, speed: 1 });
    },
    async close() {
      await Promise.all([ears.close(), synthesizer.close()]);
    },
  };
}
