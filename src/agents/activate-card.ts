/** A new card that is to be switched on. */
import { anyOf } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { ACTIVATE_CARD_PHRASES } from './phrases/activate-card.ts';
import type { Scenario } from './scenario.ts';
import { CARD } from './slots.ts';

export const activateCard: Scenario = {
  id: 'activate-card',
  name: 'Activate a card',
  shows: 'Switch on a new card and contactless.',
  icon: 'nfc',
  ends: 'resolved',
  says: ['I got my new card and want to activate it', 'Please turn on contactless payments'],
  demo: demoCaller('Aisha Rahman', { card: '8871', born: 'August 8, 1983', pin: '3605' }),
  callerPhone: '+12025550117',

  brief: {
    situation: 'The caller has a new card in hand.',
    aim: 'activate the card, and turn on contactless payments if the caller likes.',
    tools: {
      activate_card: "once the caller is verified. Its last four digits are the new card's.",
      enable_contactless:
        'after the card is active: its question is your offer. Also when the caller asks for tap to pay by itself.',
    },
    steps: [
      'Verify the caller with verify_identity; the digits are those of the new card.',
      'Activate it with activate_card.',
      'Offer contactless payments with enable_contactless.',
      'Remind the caller to destroy an old card that the new one replaces.',
    ],
    samples: [
      'Great that it has arrived. Let me switch it on for you.',
      'Your card is active now, so you can use it right away.',
      'With contactless you just hold the card to the terminal.',
    ],
  },

  goal: {
    topic: 'a new card',
    wants:
      anyOf(`activate | activate card | activate my card | activate new card | activate my new card
      | activate it | new card arrived | my new card came | got new card | got my new card | got a new card
      | received card | received my new card | turn on card | switch on card | start using card
      | contactless | contactless payments | tap to pay | enable contactless | turn on contactless`),
    acknowledge: "Wonderful, let's switch it on.",
    scope: 'I can activate a new card and turn on contactless payments.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'activate_card',
        wants: anyOf('activate'),
        meanwhile: '',
        offer: undefined,
        essential: true,
        declined: 'All right, I have not activated the card.',
        slots: [CARD],
      },
      {
        tool: 'enable_contactless',
        wants: anyOf('contactless | tap to pay | tap'),
        meanwhile: '',
        // The bank's own read-back is the offer.
        offer: undefined,
        declined: 'No problem, contactless payments stay off.',
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
      text: 'I got my new card and want to activate it.',
      expects: anyOf('activate | new card | contactless'),
    },
    {
      who: 'luna',
      text: "Wonderful, let's switch it on. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Eight eight seven one, August eighth, nineteen eighty-three.' },
    {
      who: 'luna',
      tool: 'verify_identity',
      text: 'Thank you, {caller}. You want me to activate your Visa credit card ending in 8871. Is that right?',
    },
    { who: 'caller', text: 'Yes, please.', expects: anyOf('yes | activate | please') },
    {
      who: 'luna',
      tool: 'activate_card',
      text: 'Your card is active now, and you can use it right away. Shall I turn on contactless payments as well?',
    },
    { who: 'caller', text: 'Yes, turn it on.', expects: anyOf('yes | contactless | please') },
    {
      who: 'luna',
      tool: 'enable_contactless',
      text: 'Contactless payments are on now. Just hold your card to the terminal. Is there anything else I can help you with?',
    },
    { who: 'caller', text: 'No, thank you.', expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: ACTIVATE_CARD_PHRASES,
};
