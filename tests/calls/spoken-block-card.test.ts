/** Whole calls by voice, in real time: the real engine, the real gate, the real bank; its database decides. */
import { expect, test } from 'vitest';
import { spokenCall } from './spoken-call.ts';

const LIMIT_MS = 180_000;
const IDENTITY = ['4 8 2 9.', 'March fourteenth, nineteen eighty five.'];

test.concurrent(
  'a caller who has lost her card has it blocked and gets a new one',
  async () => {
    const { card, record, lunaSaid, events } = await spokenCall([
      'I lost my credit card.',
      ...IDENTITY,
      'Yes please.',
      'Yes.',
      'No, thank you.',
    ]);
    expect(card).toMatchObject({ status: 'blocked', blockedReason: 'lost' });
    expect(lunaSaid).toMatch(/tracking number/);
    expect(lunaSaid).not.toMatch(/7316|1985/);
    // The closing sentence is heard to its end before the line is closed.
    expect(events.at(-1)).toMatchObject({ type: 'luna.call.ended', reason: 'assistant' });
    expect(record).toMatchObject({ outcome: 'contained', scenario: 'block-card' });
    expect(record.tools.map(({ tool, ok }) => `${tool} ${ok}`)).toEqual([
      'verify_identity 1',
      'block_card 0',
      'block_card 1',
      'order_replacement 0',
      'order_replacement 1',
    ]);
    expect(record.turns).toBe(6);
    expect(JSON.stringify(record)).not.toMatch(/nineteen eighty|1985/);
    process.stdout.write(
      `voice to voice over ${record.turns} turns: p50 ${record.voiceToVoiceP50Ms} ms, p95 ${record.voiceToVoiceP95Ms} ms\n`,
    );
  },
  LIMIT_MS,
);

test.concurrent(
  'a caller who says no to the read-back keeps her card',
  async () => {
    const { card, record } = await spokenCall(['I lost my credit card.', ...IDENTITY, 'No.']);
    expect(card?.status).toBe('active');
    expect(record.tools.filter(({ tool, ok }) => tool === 'block_card' && ok === 1)).toEqual([]);
  },
  LIMIT_MS,
);

test.concurrent(
  'a stranger who guesses the digits changes nothing',
  async () => {
    const { card, record, lunaSaid } = await spokenCall([
      'My card was stolen.',
      '1 2 3 4.',
      'January first, nineteen seventy.',
    ]);
    expect(card?.status).toBe('active');
    expect(record.tools.map(({ tool, ok }) => `${tool} ${ok}`)).toEqual(['verify_identity 0']);
    expect(lunaSaid).not.toMatch(/confirmed that it's you/);
  },
  LIMIT_MS,
);

// By itself: on a busy machine his words could be understood only after the greeting's end.
test(
  'a caller who speaks into the greeting silences it, and only what was heard remains',
  async () => {
    const { events, record } = await spokenCall([
      { says: 'I lost my credit card.', interruptsAfterMs: 700 },
    ]);
    const cut = events.find((event) => event.type === 'luna.heard');
    expect(cut?.text).toMatch(/^Hello/);
    expect(cut?.text).not.toMatch(/today/);
    const [greeting, answer] = record.lines.filter(({ who }) => who === 'assistant');
    expect(greeting).toMatchObject({ text: cut?.text, cut: 1 });
    expect(answer?.text).toMatch(/last four digits/);
    const order = events
      .filter(({ type }) => /luna\.playback|luna\.heard/.test(type))
      .map((event) => (event.type === 'luna.playback' ? event.action : event.type));
    expect(order.slice(0, 3)).toEqual(['duck', 'flush', 'luna.heard']);
  },
  LIMIT_MS,
);
