/** Locked out of online banking: a reset link, and the lock taken off. */
import { anyOf, choices } from './any-of.ts';
import { demoCaller } from './demo-caller.ts';
import { VERIFY_IDENTITY } from './identity.ts';
import { RESET_PASSWORD_PHRASES } from './phrases/reset-password.ts';
import type { Scenario } from './scenario.ts';

export const resetPassword: Scenario = {
  id: 'reset-password',
  name: 'Reset password',
  shows: 'Get back into online banking.',
  icon: 'key-round',
  ends: 'resolved',
  says: ['I forgot my online banking password', 'I am locked out of my account'],
  demo: demoCaller('Oliver Novak', { card: '4090', born: 'February 29, 2000', pin: '9412' }),
  callerPhone: '+12025550118',

  brief: {
    situation: 'The caller cannot get into online banking.',
    aim: 'send a link to reset the password, and unlock the access where it is locked.',
    tools: {
      send_reset_link:
        'once the caller is verified and has chosen email or text. It goes to the address on file; never take a new address by phone.',
      unlock_account:
        'when the access is locked: send_reset_link tells in `facts.access`, or the caller says so.',
    },
    steps: [
      'Say that this is quickly put right. Never ask for the password itself.',
      'Verify the caller with verify_identity.',
      'Ask whether the link shall go by email or by text, and send it with send_reset_link.',
      'Where the access is locked, offer to unlock it with unlock_account.',
    ],
    samples: [
      "That happens to all of us. Let's get you back in.",
      'Shall I send the link by email, or as a text message?',
      "The link works for thirty minutes, so it's best to use it right away.",
    ],
  },

  goal: {
    topic: 'your online banking',
    wants:
      anyOf(`password | forgot my password | reset password | change password | new password | locked out
      | log in | login | cannot log in | sign in | cannot sign in | online banking | online access
      | get into my account | access my account | unlock | unlock my account | account is locked
      | account locked | locked account | account blocked | reset link | username | user name`),
    acknowledge: "No problem, let's get you back in.",
    scope: 'I can send you a link to reset your password, and unlock your online banking.',
    tasks: [
      VERIFY_IDENTITY,
      {
        tool: 'send_reset_link',
        wants: anyOf('link | send it again | reset'),
        meanwhile: '',
        offer: undefined,
        declined: 'All right, I have not sent a link.',
        refusals:
          anyOf(`no link | not need a link | not need the link | not want a link | without a link
          | i know my password | just unlock | only unlock`),
        keeps: ['access'],
        slots: [
          {
            name: 'channel',
            ask: 'Would you like the reset link by email, or as a text message?',
            askAgain: 'Please say email, or text message.',
            expect: { for: 'open' },
            whenUnknown: 'email',
            choices: choices({
              email: 'email | e mail | mail | email address',
              text: 'text | text message | sms | message | my phone | cell phone | mobile',
            }),
          },
        ],
      },
      {
        tool: 'unlock_account',
        wants: anyOf('unlock | take off the lock'),
        // Told with the link: whoever is not locked out is not asked.
        skipIf: { access: 'active' },
        meanwhile: '',
        // The bank's own read-back is the offer.
        offer: undefined,
        declined: 'All right, I have left it locked.',
        slots: [],
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
      text: 'I am locked out of my online banking.',
      expects: anyOf('password | locked | log in | online banking | access'),
    },
    {
      who: 'luna',
      text: "No problem, let's get you back in. What are the last four digits of your card, and your date of birth?",
    },
    { who: 'caller', text: 'Four oh nine oh, February twenty-ninth, two thousand.' },
    {
      who: 'luna',
      tool: 'verify_identity',
      text: 'Thank you, {caller}. Would you like the reset link by email, or as a text message?',
    },
    { who: 'caller', text: 'By email, please.', expects: anyOf('email | text | message') },
    {
      who: 'luna',
      text: 'Shall I send a link to reset your password to the email address on file, ending in example.com?',
    },
    { who: 'caller', text: 'Yes, please.', expects: anyOf('yes | please | send it') },
    {
      who: 'luna',
      tool: 'send_reset_link',
      text: "I've sent the link; it works for thirty minutes. Your online banking is locked after too many wrong passwords. Shall I unlock it?",
    },
    { who: 'caller', text: 'Yes, unlock it.', expects: anyOf('yes | unlock | please') },
    {
      who: 'luna',
      tool: 'unlock_account',
      text: 'Your online banking is unlocked. Is there anything else I can help you with?',
    },
    { who: 'caller', text: "No, that's all.", expects: anyOf('no | that is all | thank you') },
    { who: 'luna', text: 'Thank you for calling {bank}. Take care, goodbye.' },
  ],
  phrasebook: RESET_PASSWORD_PHRASES,
};
