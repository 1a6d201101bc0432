/** For tests: a conversation by a clock that is moved by hand. Its timers run; the provider answers as the test has it. */
import type { CallerHears } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import { blankSession } from '#protocol/blank-session.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { Session } from '#protocol/server-events.ts';
import { type Conversation, NOT_BEGUN, type TimerName } from './conversation.ts';
import { lineOf, momentAt, provider } from './fixture.ts';
import { type CallEvent, step } from './step.ts';

const ASIDE = { text: 'One moment, please.', audio: 'A'.repeat(64 * 1_200), ms: 1_200 };

/** Says that it is there whenever it is asked, and nothing else. */
export function lives({ type }: ClientEvent): readonly CallEvent[] {
  const session = blankSession() as Session;
  return type === 'session.update' ? [provider({ type: 'session.updated', session })] : [];
}

export class Watched {
  /** What was done, each line with its moment in ms. */
  readonly did: string[] = [];
  readonly told: CallerHears[] = [];
  state: Conversation = NOT_BEGUN;
  /** Of the caller's own sound; undefined: nobody has listened to it. */
  loudMs: number | undefined;
  quietMs = 1_000;
  readonly #answers: (event: ClientEvent) => readonly CallEvent[];
  readonly #timers = new Map<TimerName, number>();
  #now = 0;

  constructor(answers: (event: ClientEvent) => readonly CallEvent[] = () => []) {
    this.#answers = answers;
  }

  tell(...events: readonly CallEvent[]): void {
    for (const event of events) {
      const at = this.#now as CallMs;
      const [state, effects] = step(this.state, event, momentAt(at, this.loudMs, this.quietMs));
      this.state = state;
      for (const effect of effects) {
        this.did.push(...lineOf(effect).map((line) => `${at} ${line}`));
        if (effect.do === 'tell') this.told.push(effect.event);
        if (effect.do === 'timer' && effect.name !== 'silence') this.#set(effect.name, effect.ms);
        if (effect.do === 'fill-in') this.tell({ from: 'call', type: 'aside', aside: ASIDE });
        // Nobody is fetched: it is over for this provider.
        if (effect.do === 'lost') this.tell({ from: 'call', type: 'lost' });
      }
      for (const effect of effects)
        if (effect.do === 'send') this.tell(...this.#answers(effect.event));
    }
  }

  wait(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].toSorted(([, a], [, b]) => a - b);
      if (next === undefined || next[1] > until) break;
      const [name, at] = next;
      this.#timers.delete(name);
      this.#now = at;
      this.tell({ from: 'timer', name });
    }
    this.#now = until;
  }

  #set(name: TimerName, ms: number): void {
    this.#timers.delete(name);
    if (ms > 0) this.#timers.set(name, this.#now + ms);
  }
}
