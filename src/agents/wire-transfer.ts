/** Money sent to somebody at another bank; a specialist releases it. */
import type { Slot } from '#engine/engine.ts';
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { handoverTask } from './handover-task.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { WIRE_TRANSFER_PHRASES } from './phrases/wire-transfer.ts';
import type { Scenario } from './scenario.ts';
import { account } from './slots.ts';

const RECIPIENT: Slot = {
  name: 'recipient_name',
  ask: 'Whom shall the money go to? Please tell me the name of the recipient.',
  askAgain: 'Could you say the first and the last name of the recipient?',
  expect: { for: 'open' },
  anyWords: true,
  reads: 'name',
  cues: ['to', 'recipient is', 'name is', 'called', 'named', 'for'],
  choices: choices({
    'Maria Lopez': 'maria lopez | maria',
    'Anna Schmidt': 'anna schmidt | schmidt | anna',
    'Robert Whitfield': 'robert whitfield | robert',
    'Olivia Carter': 'olivia carter | olivia',
  }),
};

const AMOUNT: Slot = {
  name: 'amount',
  ask: 'How much shall I send?',
  askAgain: 'Could you tell me the amount in dollars?',
  expect: { for: 'amount' },
  cues: ['wire', 'send', 'transfer', 'amount'],
};

export const wireTransfer: Scenario = {
  id: 'wire-transfer',
  name: 'Wire transfer',
  shows: 'Prepare a wire to a saved recipient.',
  icon: 'send',
  ends: 'escalated',
  says: ['I want to wire $2,000 to Maria Lopez', 'I need to send money abroad'],
  demo: demoCaller(
    'Yuki Tanaka',
    { card: '7719', born: 'September 3, 1990', pin: '2267' },
    { Recipients: 'Maria Lopez (Spain), Anna Schmidt (Germany)' },
  ),
  callerPhone: '+12025550121',

  brief: {
    situation: 'The caller wants to wire money to somebody at another bank.',
    aim: 'check the recipient, prepare the wire, and pass the caller to a specialist who releases it.',
    tools: {
      verify_recipient:
        'once the caller is verified and has named the recipient. Only saved recipients can be paid; say their bank and country, so that the caller knows it is the right one.',
      initiate_wire:
        'once the recipient is verified and you know the amount. Its question names the fee. The money is set aside; a specialist releases it.',
    },
    gathers: [
      'recipient_name and amount',
      'purpose: what the money is for',
      'needed_by: when it must arrive',
    ],
    steps: [
      'Verify the caller with verify_identity.',
      'Ask who receives the money, and check the name with verify_recipient.',
      'Ask for the amount; read everything back and prepare the wire with initiate_wire.',
      'Ask what it is for, and when it must arrive. Where somebody presses the caller to pay, say that you are concerned, and tell the specialist in `details`.',
    ],
    samples: [
      'Certainly. Who is the money for?',
      'I have that recipient at a bank in Spain.',
      "The money is set aside. I'm putting you through to a specialist now, who will release it.",
    ],
  },

  goal: {
    topic: 'a wire to somebody else',
    wants:
      anyOf(`wire | wire money | wire transfer | make a wire transfer | send a wire | send money | send money to
      | send money abroad | send money overseas | transfer money abroad | transfer abroad | transfer overseas
      | international transfer | international wire | transfer to another bank | transfer to maria
      | send to maria | send to anna | recipient | pay somebody abroad`),
    acknowledge: "Certainly, I'll prepare that with you.",
    scope: 'I can prepare a wire transfer to one of your saved recipients.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'verify_recipient',
        meanwhile: '',
        offer: undefined,
        essential: true,
        keeps: ['recipient_name'],
        slots: [RECIPIENT],
      },
      {
        tool: 'initiate_wire',
        meanwhile: '',
        offer: undefined,
        essential: true,
        declined: 'All right, I have not prepared any wire.',
        slots: [
          RECIPIENT,
          AMOUNT,
          {
            ...account('from_account', {
              ask: 'From which account shall it go, checking or savings?',
              askAgain: 'From which one: checking, or savings?',
              cues: ['from', 'out of'],
            }),
            optional: true,
          },
        ],
      },
      handoverTask(
        'a wire waits to be released',
        [
          { ...RECIPIENT, optional: true },
          AMOUNT,
          {
            name: 'purpose',
            ask: 'What is the payment for?',
            askAgain: 'In a few words: what is it for, family, an invoice, rent?',
            expect: { for: 'open' },
            anyWords: true,
            whenUnknown: 'not said',
            choices: choices({
              family:
                'family | my mother | my father | my parents | my sister | my brother | my daughter | my son',
              rent: 'rent | landlord',
              'an invoice': 'invoice | bill | supplier | contractor',
              tuition: 'tuition | school | university | college',
              property: 'house | apartment | property | deposit | down payment',
              'a gift': 'gift | present | wedding | birthday',
              'medical bills': 'medical | hospital | doctor',
            }),
          },
          {
            name: 'needed_by',
            ask: 'And when must it arrive?',
            askAgain: 'By which day must it be there?',
            expect: { for: 'open' },
            whenUnknown: 'no hurry',
          },
        ],
        "Thank you. I'm putting you through to a specialist now, who will release the wire.",
        'a wire was not prepared',
      ),
    ],
  },

  script: [
    {
      who: 'luna',
      text: 'Hello {caller}, this is {assistant} at {bank}. How can I help you today?',
    },
    {
      who: 'caller',
      text: 'I want to wire two thousand dollars to Maria Lopez.',
      expects: anyOf('wire | send | money | transfer'),
    },
    {
      who: 'luna',
      text: "Certainly, I'll prepare that with you. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Seven seven one nine, September third, nineteen ninety.' },
    {
      who: 'luna',
      tool: 'verify_recipient',
      text: 'Thank you, {caller}. You want me to send $2,000 to Maria Lopez at Banco Litoral in Spain, from your checking account ending in 4190, plus a fee of $45. Is that right?',
    },
    { who: 'caller', text: 'Yes, please.', expects: anyOf('yes | right | please') },
    {
      who: 'luna',
      tool: 'initiate_wire',
      text: 'Your wire of $2,000 is prepared, and the money is set aside with the fee of $45. What is the payment for?',
    },
    {
      who: 'caller',
      text: "It's for the rent.",
      expects: anyOf('for | rent | family | invoice | gift'),
    },
    { who: 'luna', text: 'And when must it arrive?' },
    { who: 'caller', text: 'By Friday.', expects: anyOf('by | friday | week | tomorrow | soon') },
    {
      who: 'luna',
      tool: 'transfer_to_agent',
      text: "Thank you. I'm putting you through to a specialist now, who will release the wire.",
    },
  ],
  phrasebook: WIRE_TRANSFER_PHRASES,
};
