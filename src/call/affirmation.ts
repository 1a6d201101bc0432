/** Did the caller agree to what was read back to them? Anything but a clear yes lets nothing run. */
import { numberRuns } from '#lib/number-words.ts';

/** `no` also means "not like that": a correction voids the question as much as a refusal does. */
export type Answer = 'yes' | 'no' | 'unclear';

/** Characters. Whoever says more than this has more on their mind than a yes. */
const LONGEST_ANSWER = 300;

/** They sound like a refusal, or like consent, and are the other. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bwhy not\b|\b(no|not a) (problem|worries|doubt)\b|\bno question\b/g, 'yes'],
  [/\bnot (correct|right)\b/g, 'no'],
  [/\bnot (only|just)\b/g, ''],
  [/\b(yes|yeah|yep|sure) (no|nah) (absolutely|definitely|of course|go ahead|yes)\b/g, 'yes'],
];

const NO =
  /\b(no|nope|nah|not|never|dont|do not|doesnt|didnt|isnt|wont|wouldnt|cant|cannot|negative|refuse|decline|neither|nothing)\b/;
/** Refusals whatever stands beside them. */
const FIRM_NO =
  /\b(leave it|forget (it|that)|changed my mind|cancel|stop|wrong|incorrect|rather not|never mind|(dont|do not) (do|block|order|send))\b/;
const LATER =
  /\b(wait|hold on|hang on|one (moment|second|minute)|(a|just a) (moment|second|minute|sec)|later|not yet|first|before (you|we|that))\b/;
const CORRECTION =
  /\b(but|actually|instead|except|rather|i mean|i meant|make (it|that) (?!so|quick|fast)|change (it|that)|the other|other one|different|correction|mistake)\b/;
const CONDITION = /\b(if|unless|maybe|perhaps|probably|might|depends|i guess|i suppose)\b/;
const QUESTION =
  /^(and |so |but |well |sorry |um |uh )*(what|why|how|when|where|who|which|is|are|am|was|were|do (i|you|we|they)|does|did|will|would|can|could|should|shall|have|has|may)\b|\b(what|how much|how long|repeat|say (that|it) again|pardon|sorry what|come again|are you sure|is that)\b/;
const POLITE_REQUEST = /^(yes|yeah|yep|yup|sure|ok|okay|please)\b.*\b(can|could|would|will) you\b/;
/** Agrees whatever follows, as long as nothing takes it back. */
const YES =
  '(yes|yeah|yep|yup|yea|yah|aye|sure|correct|exactly|absolutely|definitely|certainly|of course|indeed|affirmative|i (agree|confirm)|confirmed|go ahead|go for it|by all means|please do|do (it|that|so)|(thats|that is) (it|right|correct)|you (can|may)|sounds good|(that|it) would be (great|nice|good|lovely|perfect|fine)|i would like (that|it|one)|id like (that|it|one))';
const BEGINS_WITH_YES = new RegExp(
  `^((um|uh|er|oh|well|so|and|i said|please|just|luna) )*${YES}\\b`,
);
const ENDS_WITH_YES = new RegExp(`\\b${YES}( please| thanks| thank you)*$`);
/** Agrees when nothing but such words is said: "all right then", "okay, block it, please". */
const MILD_YES =
  /^(ok|okay|right|alright|all right|fine|great|good|perfect|please|thanks?|you|it is|i do|i would|is|thats?|then|now|away|just|and|um|uh|sounds?|block|order|send|replace|it|the|my|a|new|card|for me|luna)( |$)/;
const MILD_START =
  /\b(ok|okay|right|alright|fine|great|good|perfect|please|it is|i do|i would|block it|order it|send it)\b/;
const NO_BEFORE_ALL =
  /^(um |uh |er |oh |well |i said )*(no|nope|nah|stop|cancel|wait|never|dont|do not|hold on)\b/;

/**
 * @param text what the caller said, as transcribed
 * @param question what was read back: a number in the answer that is not in it is a correction
 */
export function readAnswer(text: string, question: string): Answer {
  if (text.length > LONGEST_ANSWER) return 'unclear';
  const asked = digitsOf(question);
  if (numberRuns(text).some(({ digits }) => digits.length > 1 && !asked.includes(digits)))
    return 'no';
  let said = plain(text);
  for (const [idiom, meaning] of IDIOMS) said = said.replace(idiom, meaning);
  const agrees = BEGINS_WITH_YES.test(said) || ENDS_WITH_YES.test(said) || agreesMildly(said);
  if (FIRM_NO.test(said)) return 'no';
  if (NO.test(said)) return agrees && !NO_BEFORE_ALL.test(said) ? unlessCorrected(said) : 'no';
  if (CORRECTION.test(said)) return 'no';
  if (LATER.test(said)) return NO_BEFORE_ALL.test(said) ? 'no' : 'unclear';
  if (CONDITION.test(said)) return 'unclear';
  if ((QUESTION.test(said) || text.trim().endsWith('?')) && !POLITE_REQUEST.test(said))
    return 'unclear';
  return agrees ? 'yes' : 'unclear';
}

/** "Yes, I don't have it any more" agrees to nothing, but refuses nothing either: it is asked again. */
function unlessCorrected(said: string): Answer {
  return CORRECTION.test(said) || LATER.test(said) ? 'no' : 'unclear';
}

function agreesMildly(said: string): boolean {
  if (!MILD_START.test(said)) return false;
  let rest = said;
  while (MILD_YES.test(rest)) rest = rest.replace(MILD_YES, '');
  return rest === '';
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Parted by a space, so that digits never match across two numbers. */
function digitsOf(text: string): string {
  return numberRuns(text)
    .map(({ digits }) => digits)
    .join(' ');
}
