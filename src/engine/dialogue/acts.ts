/** What callers do with words beside answering: agree, refuse, ask to repeat, want a person. Pure. */
import { has, plainWords } from './phrases-in.ts';

const YES = [
  'yes',
  'yeah',
  'yep',
  'yup',
  'yea',
  'sure',
  'ok',
  'okay',
  'correct',
  'right',
  'please do',
  'go ahead',
  'do it',
  'do that',
  'absolutely',
  'of course',
  'definitely',
  'certainly',
  'exactly',
  'affirmative',
  'fine',
  'sounds good',
  'i do',
  'i would',
  'that is it',
  'no problem',
  'why not',
  'please',
  'go for it',
  'that would be great',
  'perfect',
  'great',
  'alright',
  'all right',
  'indeed',
  'block it',
  'send it',
];
const NO = [
  'no',
  'nope',
  'nah',
  'not',
  'never',
  'never mind',
  'negative',
  'cancel that',
  'stop',
  'rather not',
  'wrong',
  'incorrect',
  'leave it',
  'forget it',
];
/** A refusal that is none. */
const NOT_NO = ['no problem', 'why not', 'not a problem', 'no worries', 'not at all'];

/** Words that mean nothing but yes or no. Together they contradict each other. */
const PLAIN_YES = ['yes', 'yeah', 'yep', 'yup', 'go ahead', 'please do', 'do it', 'absolutely'];
const PLAIN_NO = ['no', 'nope', 'nah', 'not', 'never', 'stop', 'cancel that'];

/** Undefined when it is neither, or both: she asks again rather than change what nobody wanted changed. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  let plain = ` ${plainWords(text).join(' ')} `;
  for (const phrase of NOT_NO) plain = plain.replaceAll(` ${phrase} `, ' yes ');
  // "Do not go ahead": what is denied is no consent.
  const words = plain
    .replaceAll(/(?: please)?(?: do)? (?:not|never)(?: \w+){0,3}/g, ' not')
    .trim()
    .split(' ');
  const no = has(words, NO);
  if (has(words, PLAIN_YES)) return has(words, PLAIN_NO) ? undefined : 'yes';
  if (no) return 'no';
  return has(words, YES) ? 'yes' : undefined;
}

export type Act =
  | 'repeat'
  | 'wait'
  | 'unknown'
  | 'person'
  | 'goodbye'
  | 'never-mind'
  | 'thanks'
  | 'hello'
  | 'who'
  | 'off-topic'
  | 'other-banking';

/** In the order in which they are tried. */
const ACTS: Readonly<Record<Act, readonly string[]>> = {
  person: [
    'real person',
    'a person',
    'a human',
    'human being',
    'an agent',
    'agent please',
    'live agent',
    'representative',
    'operator',
    'speak to someone',
    'talk to someone',
    'speak with someone',
    'talk with someone',
    'speak to somebody',
    'talk to somebody',
    'customer service',
    'speak to a',
    'talk to a',
    'speak with a',
    'talk with a',
    'your manager',
    'a colleague',
    'put me through',
    'transfer me',
  ],
  repeat: [
    'repeat',
    'say that again',
    'say it again',
    'say again',
    'come again',
    'pardon',
    'what did you say',
    'did not hear',
    'did not catch',
    'did not get that',
    'what was that',
    'once more please',
    'did not understand',
    'excuse me',
    'what do you mean',
    'sorry what',
  ],
  wait: [
    'wait',
    'hold on',
    'hang on',
    'one moment',
    'a moment',
    'just a second',
    'one second',
    'a sec',
    'a minute',
    'let me get',
    'let me find',
    'let me look',
    'let me check',
    'bear with me',
    'give me a',
    'stop',
    'be quiet',
    'shut up',
  ],
  unknown: [
    'do not know',
    'not sure',
    'no idea',
    'do not have',
    'cannot remember',
    'do not remember',
    'forgot',
    'forgotten',
    'no clue',
    'cannot see',
    'cannot tell',
    'do not recall',
  ],
  goodbye: [
    'goodbye',
    'bye',
    'good bye',
    'that is all',
    'that will be all',
    'that is everything',
    'nothing else',
    'that was all',
    'hang up',
    'i am done',
    'we are done',
    'see you',
    'have a nice day',
    'have a good day',
    'nothing more',
  ],
  'off-topic': [
    'weather',
    'joke',
    'president',
    'football',
    'pizza',
    'song',
    'sing',
    'recipe',
    'movie',
    'poem',
    'election',
    'horoscope',
    'restaurant',
    'flight',
    'story',
    'politics',
    'homework',
    'translate',
    'soccer',
    'baseball',
    'basketball',
  ],
  'other-banking': [
    'loan',
    'mortgage',
    'balance',
    'transfer money',
    'transfer some money',
    'wire',
    'password',
    'statement',
    'overdraft',
    'interest rate',
    'credit limit',
    'dispute',
    'charge',
    'direct debit',
    'standing order',
    'savings',
    'investment',
    'open an account',
    'close my account',
    'insurance',
    'fee',
    'refund',
  ],
  who: [
    'who are you',
    'are you a robot',
    'are you human',
    'are you real',
    'your name',
    'am i talking to',
  ],
  'never-mind': ['never mind', 'forget it', 'forget about it', 'changed my mind', 'do not want to'],
  thanks: ['thank you', 'thanks', 'cheers'],
  hello: ['hello', 'hi', 'hey', 'good morning', 'good afternoon', 'good evening', 'are you there'],
};

export function actsIn(text: string): ReadonlySet<Act> {
  const words = plainWords(text);
  const acts = Object.keys(ACTS) as Act[];
  return new Set(acts.filter((act) => has(words, ACTS[act])));
}

/** Says plainly that the answer before was wrong. */
export function takesBack(text: string): boolean {
  return has(plainWords(text), [
    'no',
    'i meant',
    'i mean',
    'wrong',
    'correction',
    'mistake',
    'actually',
  ]);
}

/** "No, I meant …", "sorry, it's …": what follows replaces what was said before. */
export function corrects(text: string): boolean {
  return has(plainWords(text), [
    'no',
    'i meant',
    'i mean',
    'sorry',
    'actually',
    'wrong',
    'not',
    'correction',
    'mistake',
    'rather',
    'wait',
  ]);
}
