import { expect, test } from 'vitest';
import { LONGEST_TURN_MS, QUIET, type Turn, type TurnFrame, stepTurn } from './turn.ts';

const FRAME_MS = 32;
const THRESHOLD = 0.5;

interface Heard {
  readonly waitMs?: number;
  readonly hasWords?: boolean;
}

/**
 * A caller in letters, one for each frame: `#` voice, `+` faint voice, `-` voice that is heard no longer, `.` none.
 * Gives what was done, and when.
 */
function hear(frames: string, { waitMs = 300, hasWords = false }: Heard = {}): string[] {
  let turn: Turn = QUIET;
  const did: string[] = [];
  let audibleMs = 0;
  for (let i = 0; i < frames.length; i++) {
    const letter = frames.charAt(i);
    if (letter === '#' || letter === '+') audibleMs = (i + 1) * FRAME_MS;
    const frame: TurnFrame = {
      probability: { '#': 0.9, '-': 0.9, '+': 0.4 }[letter] ?? 0.02,
      audibleMs,
      startMs: i * FRAME_MS,
      endMs: (i + 1) * FRAME_MS,
      threshold: THRESHOLD,
      waitMs: () => waitMs,
      hasWords: () => hasWords,
    };
    const [next, effects] = stepTurn(turn, frame);
    turn = next;
    for (const { do: what, ...facts } of effects)
      did.push([what, ...Object.values(facts), 'at', frame.endMs].join(' '));
  }
  return did;
}

test('a caller who speaks and falls silent has had a turn', () => {
  expect(hear('..######..........')).toEqual([
    'listen 64 at 128',
    'start 64 at 192',
    'stop 64 256 at 576',
  ]);
});

test('the pause between two words does not end a turn', () => {
  expect(hear('######.......######..........')).toEqual([
    'listen 0 at 64',
    'start 0 at 128',
    'stop 0 608 at 928',
  ]);
});

test('a click is not listened to', () => {
  expect(hear('...#...#....#....')).toEqual([]);
});

test('a cough begins no turn', () => {
  expect(hear('..###.............')).toEqual(['listen 64 at 128', 'forget at 384']);
});

test('a clipped word as short as a cough is a turn', () => {
  expect(hear('..###.............', { hasWords: true })).toEqual([
    'listen 64 at 128',
    'start 64 at 384',
    'stop 64 160 at 480',
  ]);
});

test('a short word whose answer is complete is over as soon as it is known to be one', () => {
  expect(hear('..###.............', { hasWords: true, waitMs: 200 })).toEqual([
    'listen 64 at 128',
    'start 64 at 384',
    'stop 64 160 at 384',
  ]);
});

test('a voice that fades is heard to its end', () => {
  expect(hear('####+++++............')).toContain('stop 0 288 at 608');
});

test('a turn ends with its last sound, though voice activity lags behind', () => {
  expect(hear('######--..............')).toContain('stop 0 192 at 512');
});

test('a voice that is always softer than the first bang is heard to its end', () => {
  expect(hear(`###${'-'.repeat(20)}${'.'.repeat(12)}`)).toContain('stop 0 640 at 960');
});

test('a faint sound alone is nobody', () => {
  expect(hear('++++++++++++++++')).toEqual([]);
});

test('a turn of more than thirty seconds is ended, and the next one begins at once', () => {
  const did = hear('#'.repeat(1000));
  expect(did).toHaveLength(5);
  expect(did[2]).toBe(`stop 0 ${Math.ceil(LONGEST_TURN_MS / FRAME_MS) * FRAME_MS} at 30016`);
  expect(did[3]).toBe('listen 30016 at 30080');
});

test('a minute of silence is nothing', () => {
  expect(hear('.'.repeat(1875))).toEqual([]);
});
