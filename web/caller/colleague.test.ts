import { expect, test } from 'vitest';
import type { Clock } from '#lib/clock.ts';
import type { EscalationCard } from '#protocol/luna-events.ts';
import { IDLE, nextCallState, type CallEvent } from './call-state.ts';
import { colleagueSays, welcomeColleague } from './colleague.ts';

const CARD: EscalationCard = {
  who: { name: 'Y.', card: null, identity: 'unknown', verified_by: null, failed_attempts: 3 },
  wanted: { scenario: 'wire-transfer', goal: 'Wire transfer', reason: 'three attempts' },
  details: {},
  done: [],
  open: [{ tool: null, title: 'Sending the wire', why: 'not confirmed' }],
  last_words: [],
  mood: { is: 'tense', because: [] },
  turns: 3,
  duration_ms: 60_000,
};

test('a caller who could not be identified is not told that he need not be', () => {
  expect(colleagueSays(CARD).join(' ')).not.toContain('identify');
  const verified = { ...CARD, who: { ...CARD.who, identity: 'verified' as const } };
  expect(colleagueSays(verified).join(' ')).toContain('You need not identify yourself again.');
});

test('the colleague says what is open, and nothing of what is not there', () => {
  const [, about] = colleagueSays(CARD);
  expect(about).toBe('It is about this: wire transfer. Still open: sending the wire.');
});

test('the transfer is seen first; only then does anybody speak', () => {
  const due: { atMs: number; action: () => void }[] = [];
  const clock: Clock = {
    now: () => 0,
    date: () => 0,
    after(atMs, action) {
      due.push({ atMs, action });
      return () => undefined;
    },
  };
  const seen: string[] = [];
  let state = IDLE;
  const tell = (event: CallEvent): void => {
    state = nextCallState(state, event);
    seen.push(event.type === 'line' ? 'speaks' : state.colleague);
  };
  welcomeColleague(CARD, clock, tell);
  for (const { action } of due.toSorted((a, b) => a.atMs - b.atMs)) action();
  expect(seen).toEqual(['coming', 'here', 'speaks', 'speaks', 'speaks']);
  expect(state.lines.map(({ who }) => who)).toEqual(['colleague', 'colleague', 'colleague']);
});
