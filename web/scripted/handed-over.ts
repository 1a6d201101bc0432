/** The card of a call that went by script: only what was seen in it. */
import type { ServerWord } from '#web/caller/server-words.ts';
import type { Script } from './scripts.ts';

type Card = Extract<ServerWord, { type: 'luna.escalation' }>['card'];

export interface Played {
  readonly script: Script;
  /** The scenario's name on the page. */
  readonly goal: string;
  readonly tools: readonly { readonly name: string; readonly label: string }[];
  /** The caller's own words, oldest first. */
  readonly words: readonly string[];
  readonly lastedMs: number;
}

const WORDS_KEPT = 2;
/** That the call is here says this already. */
const HAND_OVER = 'transfer_to_agent';

export function cardOfScript({ script, goal, tools, words, lastedMs }: Played): Card {
  const verified = tools.some(({ name }) => name === 'verify_identity');
  return {
    who: {
      name: null,
      card: null,
      identity: verified ? 'verified' : 'unknown',
      verified_by: verified ? 'the script' : null,
      failed_attempts: 0,
    },
    wanted: { scenario: script.scenario, goal, reason: 'a specialist decides about this' },
    details: {},
    done: tools
      .filter(({ name }) => name !== HAND_OVER)
      .map(({ name, label }) => ({ tool: name, title: label, facts: {}, references: [] })),
    open: [],
    last_words: words.slice(-WORDS_KEPT),
    mood: { is: 'calm', because: [] },
    turns: words.length,
    duration_ms: lastedMs,
  };
}
