/** A charge that is not the caller's, or not right. */
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { DISPUTE_PHRASES } from './phrases/dispute.ts';
import type { Scenario } from './scenario.ts';

export const dispute: Scenario = {
  id: 'dispute',
  name: 'Dispute a charge',
  shows: 'Question a charge that is not yours.',
  icon: 'receipt-text',
  ends: 'resolved',
  says: ["I see a charge of $349.99 that I don't recognize", 'Corner Market charged me twice'],
  demo: demoCaller(
    'Fatima Haddad',
    { card: '0357', born: 'November 11, 1974', pin: '7758' },
    { 'Not yours': '$349.99, Blue Harbor Electronics', 'Charged twice': '$42.50, Corner Market' },
  ),
  callerPhone: '+12025550119',

  brief: {
    situation: 'The caller sees a charge on a card that is not theirs, or not right.',
    aim: 'find the charge and file a dispute for it.',
    tools: {
      get_transaction_details:
        'as soon as the caller is verified and has told you the amount, the merchant or the day: one of them is enough. If several fit, ask which it is.',
      file_dispute:
        'for the transaction_id that get_transaction_details gave you, once you know what is wrong: not made by the caller (unauthorized), charged twice (duplicate), the wrong amount (wrong_amount), or goods never received (not_received).',
    },
    steps: [
      'Say that you will look into it. Take down which charge it is: the amount, or the name of the shop.',
      'Verify the caller with verify_identity.',
      'Find the charge with get_transaction_details, and tell merchant, amount and day, so that the caller knows it is the right one.',
      'Ask what is wrong with it, unless that was said already.',
      'File it with file_dispute; afterwards give the reference and say what happens next.',
      'Where a card may be in the wrong hands, offer to pass the caller on to have it blocked.',
    ],
    samples: [
      "That's worrying. Let's find that charge together.",
      'Was that a charge you did not make, or is something else wrong with it?',
      'Your dispute is filed. You will hear from us by letter.',
    ],
  },

  goal: {
    topic: 'a charge on your card',
    wants:
      anyOf(`dispute | dispute charge | dispute transaction | charge | not recognize | do not recognize charge
      | unknown charge | strange charge | wrong charge | charged twice | charged me twice | charged double
      | charged too much | charged wrong amount | overcharged | did not make | not mine | charge not mine
      | used my card | unauthorized | not authorize | fraud | fraudulent charge | refund | money back | transaction
      | wrong amount | never received order | never arrived | claim`),
    acknowledge: "I'm sorry about that. Let's look into it together.",
    scope: 'I can find a charge on your card and dispute it for you.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'get_transaction_details',
        meanwhile: "I'm looking for that charge.",
        offer: undefined,
        essential: true,
        keeps: ['transaction_id'],
        slots: [
          {
            name: 'amount',
            unless: ['merchant', 'date'],
            ask: 'Which charge is it? Please tell me the amount, or the name of the shop.',
            askAgain: 'Could you tell me just the amount of the charge, in dollars and cents?',
            expect: { for: 'amount' },
            cues: ['charge', 'charged', 'charge of', 'charge for', 'amount', 'it was for'],
            unknown: 'No problem. What is the name of the shop, as it stands on your statement?',
          },
          {
            name: 'merchant',
            optional: true,
            ask: 'What is the name of the shop, as it stands on your statement?',
            askAgain: 'Could you say the name of the shop once more?',
            expect: { for: 'open' },
            anyWords: true,
            reads: 'name',
            cues: ['from', 'at', 'called'],
            choices: choices({
              'Blue Harbor Electronics':
                'blue harbor electronics | blue harbor | harbor electronics',
              'Corner Market': 'corner market | the corner market',
              'Harvest Table Bistro': 'harvest table | harvest table bistro',
              'Northgate Fuel': 'northgate fuel | northgate | north gate',
              Streamwell: 'streamwell | stream well',
              'Cedar Grove Pharmacy': 'cedar grove | cedar grove pharmacy',
              'Skyway Airlines': 'skyway airlines | skyway | sky way',
              'Grand Plaza Hotel': 'grand plaza | grand plaza hotel',
              'Juniper Books': 'juniper books',
            }),
          },
          {
            name: 'date',
            optional: true,
            ask: 'On which day was it?',
            askAgain: 'Which day was it: the day and the month?',
            expect: { for: 'date' },
            cues: ['on the', 'dated'],
          },
        ],
      },
      {
        tool: 'file_dispute',
        meanwhile: '',
        offer: undefined,
        declined: 'All right, I have not disputed anything.',
        slots: [
          {
            name: 'reason',
            ask: 'What is wrong with it: did you not make it, were you charged twice, is the amount wrong, or did you never receive what you paid for?',
            askAgain:
              'Please say one of these: not mine, charged twice, wrong amount, or not received.',
            expect: { for: 'open' },
            choices: choices({
              unauthorized: `not mine | is not mine | not recognize | did not make | not make | not authorize
                | never authorized | unauthorized | fraud | fraudulent | not me | was not me | never bought
                | did not buy | not buy | never been there | somebody else | someone else | stolen
                | do not know | not know | unknown | strange`,
              duplicate: `twice | two times | double | duplicate | same charge | charged again
                | second time | duplicated`,
              wrong_amount: `wrong amount | too much | overcharged | amount is wrong | incorrect amount
                | wrong price | should have been | higher than`,
              not_received: `never received | not received | did not receive | not receive | never arrived
                | never came | did not arrive | not arrive | never got | did not get | returned it | cancelled`,
            }),
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
      text: "There is a charge of three hundred forty-nine ninety-nine that I don't recognize.",
      expects: anyOf('charge | charged | dispute | recognize | transaction'),
    },
    {
      who: 'luna',
      text: "I'm sorry about that. Let's look into it together. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Oh three five seven, November eleventh, nineteen seventy-four.' },
    {
      who: 'luna',
      tool: 'get_transaction_details',
      text: 'Thank you, {caller}. I found it: $349.99 at Blue Harbor Electronics, with your card ending in 0357. Shall I dispute it, as one you did not make?',
    },
    { who: 'caller', text: 'Yes, dispute it.', expects: anyOf('yes | dispute | please') },
    {
      who: 'luna',
      tool: 'file_dispute',
      text: "I've filed your dispute. We have given you back $349.99 for now, and you will hear from us. Is there anything else I can help you with?",
    },
    { who: 'caller', text: 'No, thank you.', expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: DISPUTE_PHRASES,
};
