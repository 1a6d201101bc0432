/** For tests: a session with scripted ears and a voice of beeps, and a clock that is moved by hand. */
import type { Clock } from '#lib/clock.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Flow } from '#engine/flow.ts';
import type { Ears, HearingEvent } from '#engine/hearing.ts';
import type { Mind } from '#engine/mind.ts';
import type { Expectation, Hypothesis } from '#engine/recognizer.ts';
import type { Synthesizer } from '#engine/synthesizer.ts';
import { Brain } from './brain.ts';
import { RealtimeSession } from './session.ts';

/** A clause takes this long for each of its letters. */
const MS_PER_LETTER = 50;

function handClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  let timers: { at: number; action: () => void }[] = [];
  return {
    now: () => now,
    date: () => Date.UTC(2026, 10, 22) + now,
    after(delayMs, action) {
      const timer = { at: now + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.action();
      }
      now = end;
    },
  };
}

interface BeepingVoice extends Synthesizer {
  broken: boolean;
}

function beepingVoice(): BeepingVoice {
  const voice: BeepingVoice = {
    broken: false,
    voices: ['slt', 'rms'],
    async *speak(text, { signal }) {
      for (const clause of text.match(/[^.,?!]+[.,?!]*\s*/g) ?? []) {
        await Promise.resolve();
        if (voice.broken) throw new Error('the voice broke');
        if (signal.aborted) return;
        yield {
          text: clause,
          samples: new Int16Array(clause.length * MS_PER_LETTER * 24).fill(1000),
        };
      }
    },
    prime: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return voice;
}

interface ScriptedEars extends Ears {
  /** The caller's stream, not one that was opened beside it. */
  hear(event: HearingEvent): void;
  readonly expectations: Expectation[];
  /** What a commit is answered with. */
  committed: Hypothesis;
  /** Commits are not answered at all. */
  silent: boolean;
}

function scriptedEars(): ScriptedEars {
  let main: ((event: HearingEvent) => void) | undefined;
  const ears: ScriptedEars = {
    lagMs: 0,
    expectations: [],
    committed: words('hello'),
    silent: false,
    open(onEvent) {
      main ??= onEvent;
      return {
        push: () => undefined,
        expect: (expectation) => {
          ears.expectations.push(expectation);
        },
        find: () => undefined,
        commit: () => {
          const hypothesis = ears.committed;
          if (ears.silent) return;
          queueMicrotask(() => {
            onEvent({
              type: 'speech.stopped',
              startMs: 0,
              endMs: 0,
              decidedMs: 0,
              tookMs: 0,
              hypothesis,
            });
          });
        },
        clear: () => undefined,
        close: () => undefined,
      };
    },
    hear: (event) => main?.(event),
    close: () => Promise.resolve(),
  };
  return ears;
}

export function words(text: string, rejected = false): Hypothesis {
  return { text, words: [], confidence: rejected ? 0.2 : 0.9, rejected };
}

export interface Rehearsal {
  readonly session: RealtimeSession;
  readonly events: ServerEvent[];
  readonly ears: ScriptedEars;
  readonly voice: BeepingVoice;
  readonly clock: ReturnType<typeof handClock>;
  /** Sends, waits until everything has come of it, and returns the events of it. */
  readonly send: (...events: readonly unknown[]) => Promise<ServerEvent[]>;
  /** The caller says this: started, words, stopped. Returns the events of it. */
  readonly speak: (text: string, rejected?: boolean) => Promise<ServerEvent[]>;
  readonly settle: () => Promise<void>;
}

/** Everything here is promises: a turn of the event loop sees them all through. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function rehearse(
  flow?: Flow,
  callerName?: string,
  listener?: (event: ServerEvent) => void,
  mindWith: (brain: Brain) => Mind = (brain) => brain,
): Rehearsal {
  const clock = handClock();
  const names = { bank: 'Northwind Bank', assistant: 'Luna', caller: callerName };
  const mind = mindWith(new Brain({ flow, names }, clock));
  const ears = scriptedEars();
  const voice = beepingVoice();
  const events: ServerEvent[] = [];
  const session = new RealtimeSession({
    ears,
    synthesizer: voice,
    clock,
    model: 'luna',
    mind,
    onEvent: (event) => {
      events.push(event);
      listener?.(event);
    },
    onClose: () => undefined,
  });
  let heardMs = 0;
  const since = async (act: () => void) => {
    const from = events.length;
    act();
    await settle();
    return events.slice(from);
  };
  return {
    session,
    events,
    ears,
    voice,
    clock,
    settle,
    send: (...sent) =>
      since(() => {
        for (const event of sent) session.receive(event);
      }),
    speak: (text, rejected) =>
      since(() => {
        heardMs += 1000;
        const hypothesis = words(text, rejected);
        ears.hear({ type: 'speech.started', atMs: heardMs });
        const said = text.split(' ');
        for (let n = 1; n <= said.length; n++)
          ears.hear({ type: 'partial', hypothesis: words(said.slice(0, n).join(' ')) });
        heardMs += 1000;
        ears.hear({
          type: 'speech.stopped',
          startMs: heardMs - 1000,
          endMs: heardMs,
          decidedMs: heardMs + 300,
          tookMs: 3,
          hypothesis,
        });
        heardMs += 300;
      }),
  };
}

/** The types of events, one a line, repetitions as one line. */
export function outline(events: readonly ServerEvent[]): string {
  const lines: { type: string; times: number }[] = [];
  for (const { type } of events) {
    const last = lines.at(-1);
    if (last?.type === type) last.times++;
    else lines.push({ type, times: 1 });
  }
  return lines.map(({ type, times }) => (times > 1 ? `${type} ×${times}` : type)).join('\n');
}
