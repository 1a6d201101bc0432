/** Yes or no, in the many words that callers have for them. Pure. */
import { has, plainWords } from './phrases-in.ts';

const YES = [
  'yes',
  'yeah',
  'yep',
  'yup',
  'yea',
  'yah',
  'aye',
  'sure',
  'ok',
  'okay',
  'correct',
  'right',
  'please do',
  'go ahead',
  'do it',
  'do that',
  'do so',
  'absolutely',
  'of course',
  'by all means',
  'definitely',
  'certainly',
  'exactly',
  'affirmative',
  'confirm',
  'confirmed',
  'i agree',
  'fine',
  'sounds good',
  'i do',
  'i would',
  'you may',
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
  'order it',
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
  'forget that',
  'changed my mind',
  'mistake',
];
/** A refusal that is none. */
const NOT_NO = ['no problem', 'why not', 'not a problem', 'no worries', 'no doubt', 'no question'];

/** Consent that is none. */
const NOT_YES = ['absolutely not', 'certainly not', 'definitely not', 'of course not', 'no way'];

/** Words that mean nothing but yes or no. Together they contradict each other. */
const PLAIN_YES = ['yes', 'yeah', 'yep', 'yup', 'go ahead', 'please do', 'do it', 'absolutely'];
const PLAIN_NO = ['no', 'nope', 'nah', 'not', 'never', 'stop', 'cancel that', 'wrong'];
/** What hangs on something, or puts something right, is no yes yet. */
const NOT_YET =
  /\b(if|unless|maybe|perhaps|might|depends|i guess|i suppose|but|actually|instead|except|rather|the other|wait|hold on|hang on|first|later)\b/;
const ASKS =
  /^(and |so |but |well |um |uh )*(what|why|how|when|where|who|which|are|is|does|will)\b/;

/** Undefined when it is neither, or both: she asks again rather than change what nobody wanted changed. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  let plain = ` ${plainWords(text).join(' ')} `;
  for (const phrase of NOT_NO) plain = plain.replaceAll(` ${phrase} `, ' yes ');
  for (const phrase of NOT_YES) plain = plain.replaceAll(` ${phrase} `, ' no ');
  if (ASKS.test(plain.trim())) return undefined;
  // "Do not go ahead": what is denied is no consent.
  const words = plain
    .replaceAll(/(?: please)?(?: do)? (?:not|never)(?: \w+){0,3}/g, ' not')
    .trim()
    .split(' ');
  const no = has(words, NO);
  if (has(words, PLAIN_YES)) return has(words, PLAIN_NO) || NOT_YET.test(plain) ? undefined : 'yes';
  if (no) return 'no';
  return has(words, YES) && !NOT_YET.test(plain) ? 'yes' : undefined;
}
