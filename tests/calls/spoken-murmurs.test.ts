/** By voice, in real time: what a caller lets be heard while he listens does not take the word from Luna. */
import { expect, test } from 'vitest';
import { cough } from './cough.ts';
import { spokenCall } from './spoken-call.ts';

const LIMIT_MS = 120_000;

test.each([
  ['says "okay"', 'Okay.'],
  ['says "all right"', 'All right.'],
  ['coughs', cough()],
])(
  'a caller who %s while Luna speaks hears all she has to say',
  async (_, murmurs) => {
    const { events, record, lunaSaid } = await spokenCall([{ murmurs, afterMs: 200 }]);
    const actions = events.flatMap((one) => (one.type === 'luna.playback' ? [one.action] : []));
    // Her voice is lowered while it is undecided, and comes back; noise may not even lower it.
    expect(actions).toEqual(typeof murmurs === 'string' || actions[0] ? ['duck', 'resume'] : []);
    expect(events.some(({ type }) => type === 'luna.heard')).toBe(false);
    expect(record.lines.filter(({ cut }) => cut === 1)).toEqual([]);
    expect(lunaSaid).toMatch(/^Hello.*help you today\?/);
  },
  LIMIT_MS,
);
