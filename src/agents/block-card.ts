/** Lost, stolen or damaged card: identity, block, replacement. */
import type { Flow, Goal } from '#engine/engine.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { BLOCK_CARD_PHRASES } from './phrases/block-card.ts';
import type { Agent } from './scenario.ts';

const PROMPT = `You are {assistant}, the voice assistant of {bank}. You are on the phone with {caller}, who has lost a card, or had it stolen or damaged. Your goal: block the card and order a new one.

How you speak
- Warm, professional, one to three short sentences. Spoken English: no lists, no symbols.
- Greet first, by name when you know it. Ask for one thing at a time.
- Never say a full card number; only the last four digits. Read digits one by one.
- Say in a few words what you are doing when you use a tool, then sum up its result in your own words.

What you do, in this order
1. Verify the caller: last four digits of the card, and the date of birth or the four-digit PIN. Use verify_identity.
2. Find out whether the card is lost, stolen or damaged. Call block_card.
3. A tool may answer needs_confirmation with a question: ask exactly that question, and only after the caller has said yes call the tool again with the same arguments.
4. Offer a replacement with order_replacement, and give the tracking number and the delivery date.
5. Ask whether there is anything else, and say goodbye.

A refusal of a tool is not the end: say what it told you and go on. If the caller wants a person, or you cannot help, use transfer_to_agent. Politely turn away whatever is not banking.`;

const GOAL: Goal = {
  id: 'block-card',
  wants: [
    'lost card',
    'lost my',
    'stolen',
    'stole',
    'block card',
    'freeze card',
    'cancel card',
    'stop card',
    'missing card',
    'cannot find card',
    'left my card',
    'damaged card',
    'broken card',
    'card does not work',
    'new card',
    'replacement card',
    'robbed',
    'wallet',
    'purse',
    'handbag',
  ],
  acknowledge: "I'm sorry to hear that. I'll help you block the card right away.",
  scope: 'I can block a lost, stolen or damaged card and send you a new one.',
  tasks: [
    VERIFY_IDENTITY,
    {
      tool: 'block_card',
      wants: ['block', 'freeze'],
      essential: true,
      meanwhile: '',
      offer: undefined,
      declined: 'All right, I have left the card as it is.',
      slots: [
        {
          name: 'card_last_four',
          ask: 'Which card is it? Please tell me its last four digits.',
          askAgain: 'Could you say the last four digits of the card once more?',
          expect: { for: 'digits', count: 4 },
        },
        {
          name: 'reason',
          ask: 'Was the card lost, was it stolen, or is it damaged?',
          askAgain: 'Please say one word: lost, stolen, or damaged.',
          expect: { for: 'open' },
          unknown: 'If you are not sure, I will put it down as lost. Is that all right?',
          choices: [
            {
              value: 'stolen',
              phrases: [
                'stolen',
                'stole',
                'steal',
                'thief',
                'robbed',
                'pickpocket',
                'mugged',
                'taken',
              ],
            },
            {
              value: 'damaged',
              phrases: [
                'damaged',
                'broken',
                'broke',
                'cracked',
                'bent',
                'snapped',
                'chip',
                'does not work',
                'not working',
                'stopped working',
                'demagnetised',
              ],
            },
            {
              value: 'lost',
              phrases: [
                'lost',
                'lose',
                'losing',
                'missing',
                'misplaced',
                'cannot find',
                'left my',
                'left it',
                'dropped',
                'gone',
                'disappeared',
                'mislaid',
              ],
            },
          ],
        },
      ],
    },
    {
      tool: 'order_replacement',
      wants: ['new card', 'replacement', 'another card', 'send me a card'],
      meanwhile: '',
      // The bank's own read-back is the offer.
      offer: undefined,
      declined: 'No problem, I will not order a new card for now.',
      slots: [
        {
          name: 'card_last_four',
          ask: 'Which card shall I replace? Please tell me its last four digits.',
          askAgain: 'Could you say the last four digits of the card once more?',
          expect: { for: 'digits', count: 4 },
        },
      ],
    },
  ],
};

const flow: Flow = {
  greeting: 'Hello {caller}, this is {assistant} at {bank}. How can I help you today?',
  goals: [GOAL],
  scope: GOAL.scope,
  anythingElse: 'Is there anything else I can help you with?',
  closing: 'Thank you for calling {bank}. Take care, goodbye.',
};

export const blockCard: Agent = {
  id: 'block-card',
  name: 'Lost or stolen card',
  shows: 'Block a lost, stolen or damaged card and order a new one.',
  ends: 'resolved',
  says: ['I lost my credit card', 'My card was stolen yesterday'],
  demo: {
    name: 'Emma Carter',
    facts: [
      { label: 'Card ending', value: '4829' },
      { label: 'Date of birth', value: '14 March 1985' },
      { label: 'PIN', value: '7316' },
    ],
  },
  tools: ['verify_identity', 'block_card', 'order_replacement', 'transfer_to_agent'],
  prompt: PROMPT,
  flow,
  phrasebook: BLOCK_CARD_PHRASES,
  callerPhone: '+15550104829',
};
