/** How other models have led calls, and the callers who go on with this one whoever answers them. */
import type { Led } from './led-call.ts';

export interface LedCall {
  readonly scenario: string;
  readonly what: string;
  readonly led: readonly Led[];
  /** A second wish, where it was not said yet when Luna asks whether there is anything else. */
  readonly more?: string;
  /** What the caller answers to what Luna says last; the first that fits. */
  readonly answers: readonly (readonly [to: RegExp, says: string])[];
  /** The tools that succeed, whoever calls them. */
  readonly did: readonly string[];
  /** A change that must have been made, once. */
  readonly changes: Readonly<Record<string, object>>;
  readonly ends: 'escalated' | 'goodbye';
}

const at = ([to, says]: readonly [string, string]) => [new RegExp(to, 'i'), says] as const;

export const LED_CALLS: readonly LedCall[] = [
  {
    scenario: 'block-card',
    what: 'the reason first, identity in one go, and a farewell in other words',
    led: [
      { luna: 'Hi Emma! You are through to Luna. What can I do for you?' },
      { caller: 'hi, I need you to block my card' },
      { luna: 'Oh no. Was it lost or stolen?' },
      { caller: 'it was stolen on the bus' },
      { luna: "I'm so sorry. Could you give me the last four digits, and your PIN or birthday?" },
      { caller: 'sure, forty-eight twenty-nine, and the PIN is seven three one six' },
      { luna: 'Just a moment.' },
      { calls: [['verify_identity', { card_last_four: '4829', pin: '7316' }]] },
      { calls: [['block_card', { card_last_four: '4829', reason: 'stolen' }]] },
      { luna: 'Thanks, Emma, you are verified. {say}' },
      { caller: 'yes, go ahead' },
      { calls: [['block_card', { card_last_four: '4829', reason: 'stolen' }]] },
      { calls: [['order_replacement', { card_last_four: '4829' }]] },
      { luna: 'All blocked, nobody can use it. {say}' },
      { caller: 'yes please' },
      { calls: [['order_replacement', { card_last_four: '4829' }]] },
      { luna: 'It is on its way to you. Is there something else on your mind?' },
      { caller: 'no, thank you' },
      { luna: 'My pleasure. Goodbye, Emma!' },
    ],
    answers: [
      at(['help you|do for you', 'my card was stolen']),
      at(['lost.*stolen', 'stolen']),
      at(['last four digits', '4829']),
      at(['birth|PIN', '7316']),
      at(['block your|order a replacement', 'yes']),
    ],
    did: ['verify_identity', 'block_card', 'order_replacement'],
    changes: { cards: { last_four: '4829', status: 'blocked', blocked_reason: 'stolen' } },
    ends: 'goodbye',
  },
  {
    scenario: 'mortgage-rate',
    what: 'two tools in one response, and everything gathered in another order',
    led: [
      { luna: 'Good afternoon, Thomas, Luna speaking. How may I help?' },
      { caller: 'I want to refinance my mortgage' },
      { luna: 'Happy to look at it. First: your PIN, please, and the card it ends in?' },
      { caller: 'my pin is 1927 and the card ends in 2216' },
      { calls: [['verify_identity', { card_last_four: '2216', pin: '1927' }]] },
      { luna: 'Thank you. Let me pull that up.' },
      {
        calls: [
          ['get_mortgage_details', {}],
          ['check_rates', {}],
        ],
      },
      { luna: '{say} By when would you like that settled?' },
      { caller: 'before the end of the year' },
      { luna: 'Noted. Would you want thirty years fixed, fifteen, or adjustable?' },
      { caller: 'fifteen years' },
      { luna: 'Perfect, one of our mortgage specialists is going to take over.' },
    ],
    answers: [
      at(['help you|help\\?', 'i want to refinance my mortgage']),
      at(['last four digits', '2216']),
      at(['birth|PIN', '1927']),
      at(['kind of mortgage|thirty years', 'fifteen years']),
      at(['in mind', 'refinance']),
      at(['by when', 'before the end of the year']),
    ],
    did: ['verify_identity', 'get_mortgage_details', 'check_rates', 'transfer_to_agent'],
    changes: {},
    ends: 'escalated',
  },
  {
    scenario: 'wire-transfer',
    what: 'a recipient who is not saved, and a caller who corrects the amount at the read-back',
    led: [
      { luna: 'Hello Yuki. What would you like to do today?' },
      { caller: 'I have to wire some money' },
      { luna: 'Sure. I need to check who you are: which digits does your card end in?' },
      { caller: 'seven seven one nine' },
      { luna: 'And when were you born?' },
      { caller: 'September third nineteen ninety' },
      {
        calls: [['verify_identity', { card_last_four: '7719', date_of_birth: '1990-09-03' }]],
      },
      { luna: 'Wonderful. Who is it going to?' },
      { caller: 'Robert Miller' },
      { calls: [['verify_recipient', { recipient_name: 'Robert Miller' }]] },
      { luna: '{say}' },
      { caller: 'to Maria Lopez then' },
      { calls: [['verify_recipient', { recipient_name: 'Maria Lopez' }]] },
      { luna: 'Found her. What amount do you want to send?' },
      { caller: 'two and a half thousand, I mean two thousand dollars' },
      { calls: [['initiate_wire', { recipient_name: 'Maria Lopez', amount: 2000 }]] },
      { luna: '{say}' },
      { caller: 'yes that is right' },
      { calls: [['initiate_wire', { recipient_name: 'Maria Lopez', amount: 2000 }]] },
      { luna: 'It is prepared. May I ask what it is for?' },
      { caller: 'it is for the rent' },
      { luna: 'And the deadline: when must it arrive?' },
      { caller: 'by Friday' },
    ],
    answers: [
      at(['help you|do today|do for you', 'i want to wire money']),
      at(['last four digits', '7719']),
      at(['birth|PIN', '2267']),
      at(['recipient|should it go to', 'Maria Lopez']),
      at(['how much', 'two thousand dollars']),
      at(['you want me to send', 'yes']),
      at(['payment for', 'rent']),
      at(['arrive', 'by friday']),
    ],
    did: ['verify_identity', 'verify_recipient', 'initiate_wire', 'transfer_to_agent'],
    changes: { wires: { amount_cents: 200_000 } },
    ends: 'escalated',
  },
  {
    scenario: 'transfer-funds',
    what: 'a wrong PIN first, and a transfer that the account does not hold',
    led: [
      { luna: 'Hello James, this is Luna.' },
      { caller: 'move nine hundred thousand dollars from my checking to savings' },
      { luna: 'I can do that. May I have your card number ending and PIN?' },
      { caller: '1425 and the pin is 1111' },
      { calls: [['verify_identity', { card_last_four: '1425', pin: '1111' }]] },
      { luna: '{say}' },
      { caller: 'card 1425, pin 0849' },
      { calls: [['verify_identity', { card_last_four: '1425', pin: '0849' }]] },
      {
        calls: [
          ['transfer_funds', { from_account: 'checking', to_account: 'savings', amount: 900_000 }],
        ],
      },
      { luna: '{say}' },
      { caller: 'make it five hundred dollars' },
      {
        calls: [
          ['transfer_funds', { from_account: 'checking', to_account: 'savings', amount: 500 }],
        ],
      },
      { luna: '{say}' },
      { caller: 'yes' },
      {
        calls: [
          ['transfer_funds', { from_account: 'checking', to_account: 'savings', amount: 500 }],
        ],
      },
      { luna: 'Done! Can I do anything else for you?' },
    ],
    answers: [
      at(['last four digits', '1425']),
      at(['birth|PIN', '0849']),
      at(['help you|do for you', 'move five hundred dollars from checking to savings']),
      at(['you want me to (?:move|transfer)|is that right', 'yes']),
      at(['how much|amount|only', 'five hundred dollars']),
    ],
    did: ['verify_identity', 'transfer_funds'],
    changes: { transfers: { amount_cents: 50_000 } },
    ends: 'goodbye',
  },
  {
    scenario: 'freeform',
    what: 'the tools tell what it is about, and one thing follows the other',
    more: 'my card is gone, I think I lost it',
    led: [
      { luna: 'Northwind Bank, Luna here. What can I help you with?' },
      { caller: 'hi, two things. how much is left on the loan for my car' },
      { luna: 'Let me identify you first. Last four of a card and your PIN?' },
      { caller: '7702, 8023' },
      { calls: [['verify_identity', { card_last_four: '7702', pin: '8023' }]] },
      { calls: [['check_loan_balance', {}]] },
      { luna: '{say} Do you want me to work out what it would cost to pay it off today?' },
      { caller: 'no. and the other thing is' },
      { luna: "I'm listening." },
      { caller: 'my card is gone, I think I lost it' },
      { calls: [['block_card', { card_last_four: '7702', reason: 'lost' }]] },
      { luna: 'I am sorry. {say}' },
      { caller: 'yes' },
      { calls: [['block_card', { card_last_four: '7702', reason: 'lost' }]] },
      { calls: [['order_replacement', { card_last_four: '7702' }]] },
      { luna: '{say}' },
    ],
    answers: [
      at(['help you today', 'how much is left on the loan for my car']),
      at(['which card', '7702']),
      at(['last four digits', '7702']),
      at(['birth|PIN', '8023']),
      at(['block your', 'yes']),
      at(['order a replacement', 'no']),
      at(['pay it off|payoff|paying', 'no']),
    ],
    did: ['verify_identity', 'check_loan_balance', 'block_card'],
    changes: {},
    ends: 'goodbye',
  },
];
