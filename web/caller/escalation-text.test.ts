import { expect, test } from 'vitest';
import type { EscalationCard } from '#protocol/luna-events.ts';
import { cardText } from './escalation-text.ts';

const CARD: EscalationCard = {
  who: {
    name: 'Y.',
    card: '•••• 7719',
    identity: 'verified',
    verified_by: 'card and PIN',
    failed_attempts: 1,
  },
  wanted: { scenario: 'wire-transfer', goal: 'Wire abroad', reason: 'the wire waits for release' },
  details: { purpose: 'rent', amount: 250, urgent: true },
  done: [
    { tool: 'initiate_wire', title: 'Preparing your wire', facts: {}, references: ['WR-204417'] },
  ],
  open: [{ tool: 'transfer_funds', title: 'Moving your money', why: 'insufficient funds' }],
  last_words: ['yes please', 'thank you'],
  mood: { is: 'friendly', because: ['said thanks'] },
  turns: 3,
  duration_ms: 61_234,
};

test('a colleague can read the card without Luna', () => {
  expect(cardText(CARD)).toMatchInlineSnapshot(`
    "Caller: Y., card •••• 7719, verified by card and PIN
    About: Wire abroad
    Why a person: The wire waits for release
    Told: purpose: rent; amount: 250; urgent: yes
    Done: Preparing your wire · WR-204417
    Open: Moving your money (insufficient funds)
    Last words: “yes please”; “thank you”
    Mood: friendly, said thanks
    Length: 1:01"
  `);
});

test('what there is nothing to say about is left out', () => {
  const bare = { ...CARD, details: {}, done: [], open: [], last_words: [] };
  const who = { ...CARD.who, name: null, card: null, identity: 'unknown' } as const;
  expect(cardText({ ...bare, who })).not.toMatch(/Told|Done|Open|Last words|null/);
  expect(cardText({ ...bare, who })).toMatch(/^Caller: not verified\n/);
});
