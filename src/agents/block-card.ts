/** Lost, stolen or damaged card: identity, block, replacement. */
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { BLOCK_CARD_PHRASES } from './phrases/block-card.ts';
import type { Scenario } from './scenario.ts';
import { CARD } from './slots.ts';

export const blockCard: Scenario = {
  id: 'block-card',
  name: 'Lost or stolen card',
  shows: 'Block it and order a new one.',
  icon: 'credit-card',
  ends: 'resolved',
  says: ['I lost my credit card', 'My card was stolen yesterday'],
  demo: demoCaller('Emma Carter', { card: '4829', born: 'March 14, 1985', pin: '7316' }),
  callerPhone: '+15550104829',

  brief: {
    situation: 'The caller has lost a card, or had it stolen or damaged.',
    aim: 'block the card and order a new one.',
    tools: {
      block_card:
        'once the caller is verified and you know whether it was lost, stolen or damaged.',
      order_replacement:
        'right after the card is blocked. Its question is your offer of a new card.',
    },
    steps: [
      'Say that you are sorry, and that you will block the card at once. Do not ask how it happened.',
      'Verify the caller with verify_identity.',
      'Block the card with block_card: read back which card and why, and wait for the yes.',
      'Offer a new card with order_replacement; afterwards give the tracking number and the day of delivery.',
    ],
    samples: [
      "I'm so sorry to hear that. Let's block it right away.",
      'Your card is blocked now, so nobody can use it any more.',
      'Your new card should be with you by Thursday.',
    ],
  },

  goal: {
    topic: 'a lost or damaged card',
    wants:
      anyOf(`lost card | lost my card | lost my | stolen | card stolen | stole card | stole | block card
      | card is gone | card lost | freeze card | cancel card | stop card | missing card | cannot find card | left my card
      | damaged card | broken card | card broken | card does not work | card is not working
      | machine swallowed card | new card | replacement card | robbed | wallet | purse | handbag`),
    acknowledge: "I'm sorry to hear that. I'll help you block the card right away.",
    scope: 'I can block a lost, stolen or damaged card and send you a new one.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'block_card',
        wants: anyOf('block | freeze'),
        essential: true,
        meanwhile: '',
        offer: undefined,
        declined: 'All right, I have left the card as it is.',
        slots: [
          CARD,
          {
            name: 'reason',
            ask: 'Was the card lost, was it stolen, or is it damaged?',
            askAgain: 'Please say one word: lost, stolen, or damaged.',
            expect: { for: 'open' },
            // The safest of the three; it is read back before anything happens.
            whenUnknown: 'lost',
            choices: choices({
              stolen: 'stolen | stole | steal | thief | robbed | pickpocket | mugged | taken',
              damaged: `damaged | broken | broke | cracked | bent | snapped | chip | does not work
                | not working | stopped working | demagnetised | swallowed`,
              lost: `lost | lose | losing | missing | misplaced | cannot find | left my | left it
                | dropped | gone | disappeared | mislaid`,
            }),
          },
        ],
      },
      {
        tool: 'order_replacement',
        wants: anyOf('new card | replacement | another card | send me a card'),
        meanwhile: '',
        // The bank's own read-back is the offer.
        offer: undefined,
        declined: 'No problem, I will not order a new card for now.',
        slots: [CARD],
      },
    ],
  },

  script: [
    {
      who: 'luna',
      text: 'Hello {caller}, this is {assistant} at {bank}. How can I help you today?',
    },
    {
      who: 'caller',
      text: 'I lost my credit card.',
      expects: anyOf('lost | stolen | missing | block | card'),
    },
    {
      who: 'luna',
      text: "I'm sorry to hear that. I'll help you block the card right away. What are its last four digits, and your date of birth?",
    },
    { who: 'caller', text: 'Four eight two nine, March fourteenth, nineteen eighty-five.' },
    {
      who: 'luna',
      tool: 'verify_identity',
      text: 'Thank you, {caller}. You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?',
    },
    { who: 'caller', text: 'Yes, please.', expects: anyOf('yes | right | please | go ahead') },
    {
      who: 'luna',
      tool: 'block_card',
      text: 'Your Visa credit card ending in 4829 is blocked now. Nobody can use it any more. Shall I order a replacement, and send it to the address we have on file?',
    },
    { who: 'caller', text: 'Yes, send me a new one.', expects: anyOf('yes | new one | please') },
    {
      who: 'luna',
      tool: 'order_replacement',
      text: 'Done. Your new card should reach you in about a week. Is there anything else I can help you with?',
    },
    { who: 'caller', text: 'No, thank you.', expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: BLOCK_CARD_PHRASES,
};
