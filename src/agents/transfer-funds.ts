/** What the accounts hold, and money moved between them. */
import { anyOf } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { TRANSFER_FUNDS_PHRASES } from './phrases/transfer-funds.ts';
import type { Scenario } from './scenario.ts';
import { account } from './slots.ts';

const MOVING =
  anyOf(`transfer | transfer money | transfer from to | transfer to savings | transfer to checking
      | transfer between | move money | move dollars | transfer dollars | move from to | move to savings | move to checking
      | send to savings | send to checking | put in savings | put into savings | put in checking
      | between my accounts | make a transfer | pay my credit card | pay off my credit card`);

const BALANCE = anyOf(`balance | account balance | my balance | checking balance | savings balance
          | balance checking | balance savings | balance in my account | balance of my account
          | how much money | how much do i have | how much in my account | how much in savings
          | how much in checking | what is in my account | check my account | enough money`);

export const transferFunds: Scenario = {
  id: 'transfer-funds',
  name: 'Balance and transfer',
  shows: 'Check balances and move money.',
  icon: 'arrow-left-right',
  ends: 'resolved',
  says: ['Transfer $500 from checking to savings', 'How much do I have in my savings account?'],
  demo: demoCaller(
    'James Whitfield',
    { card: '1425', born: 'June 19, 1962', pin: '0849' },
    { Accounts: 'Checking, savings' },
  ),
  callerPhone: '+12025550120',

  brief: {
    situation:
      'The caller wants to know what an account holds, or to move money between own accounts.',
    aim: 'tell the balance, and move the money the caller names.',
    tools: {
      check_balance: 'when the caller asks what an account holds, or whether there is enough.',
      transfer_funds:
        'once you know all three: from which account, to which account, and how much. Only between own accounts: checking, savings, or to pay the credit card.',
    },
    steps: [
      'Verify the caller with verify_identity.',
      'Ask for what is missing of: from which account, to which account, how much.',
      'Read it back and move it with transfer_funds.',
      'Offer to tell the new balance with check_balance.',
    ],
    samples: [
      'Sure, which account shall I take it from?',
      'Five hundred dollars from checking to savings. Is that right?',
      "That's done. Would you like to hear your new balance?",
    ],
  },

  goal: {
    topic: 'your accounts, or a transfer between them',
    wants: [...MOVING, ...BALANCE],
    acknowledge: "Certainly, I'll take care of that.",
    scope: 'I can tell you what your accounts hold, and move money between them.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'check_balance',
        wants: BALANCE,
        meanwhile: '',
        offer: undefined,
        slots: [
          {
            ...account('account', {
              ask: 'Which account do you mean: checking, savings, or the credit card?',
              askAgain: 'Please say checking, savings, or credit card.',
              cues: ['in', 'on', 'of'],
            }),
            optional: true,
          },
        ],
      },
      {
        tool: 'transfer_funds',
        wants: MOVING,
        meanwhile: '',
        offer: undefined,
        declined: 'All right, I have not moved any money.',
        slots: [
          account('from_account', {
            ask: 'From which account shall I take it, checking or savings?',
            askAgain: 'Which account shall the money come from? Please say checking, or savings.',
            cues: ['from', 'out of', 'take it from'],
          }),
          account('to_account', {
            ask: 'And to which account shall it go?',
            askAgain: 'Which account shall the money go to: checking, savings, or the credit card?',
            cues: ['to', 'into', 'pay'],
          }),
          {
            name: 'amount',
            ask: 'How much shall I transfer?',
            askAgain: 'Could you tell me the amount in dollars?',
            expect: { for: 'amount' },
            cues: ['transfer', 'move', 'send', 'put', 'amount'],
          },
        ],
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
      text: 'Please transfer five hundred dollars from checking to savings.',
      expects: anyOf('transfer | move | balance | savings | checking'),
    },
    {
      who: 'luna',
      text: "Certainly, I'll take care of that. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'One four two five, June nineteenth, nineteen sixty-two.' },
    {
      who: 'luna',
      tool: 'verify_identity',
      text: 'Thank you, {caller}. You want me to move $500 from your checking account ending in 4160 to your savings account ending in 4161. Is that right?',
    },
    { who: 'caller', text: "Yes, that's right.", expects: anyOf('yes | right | please') },
    {
      who: 'luna',
      tool: 'transfer_funds',
      text: "I've moved $500 to your savings account. Your checking account ending in 4160 now has $10,560. Is there anything else I can help you with?",
    },
    {
      who: 'caller',
      text: "What's in my savings account now?",
      expects: anyOf('balance | savings | how much'),
    },
    {
      who: 'luna',
      tool: 'check_balance',
      text: 'Your savings account ending in 4161 has $52,500. Is there anything else I can help you with?',
    },
    { who: 'caller', text: 'No, thank you.', expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: TRANSFER_FUNDS_PHRASES,
};
