/** Did the caller agree to what was read back to them? Anything but a clear yes lets nothing run. */
import { corrects } from './correction.ts';
import { plainWords } from './plain-words.ts';

/** `no` also means "not like that": a correction voids the question as much as a refusal does. */
export type Answer = 'yes' | 'no' | 'unclear';

/** Characters. Whoever says more than this has more on their mind than a yes. */
const LONGEST_ANSWER = 300;
/** Nobody says these: they were written by somebody who hopes to be taken for a machine. */
const MACHINE_TEXT = /[{}()[\]<>=|;"\\`#*_~^]|\n/;

/** They sound like a refusal, or like consent, and are the other. */
const IDIOMS: readonly (readonly [RegExp, string])[] = [
  [/\bwhy not\b|\b(no|not a) (problem|worries|doubt)\b|\bno question\b/g, 'yes'],
  [/\b(no|without) (further )?(objections?|changes|hesitation)\b/g, 'yes'],
  [/\bnot (correct|right)\b/g, 'no'],
  [/\b(absolutely|of course|certainly|definitely|sure|please do|i do) not\b/g, 'no'],
  [/\bnot (only|just)\b/g, ''],
  [/\b(yes|yeah|yep|sure) (no|nah) (absolutely|definitely|of course|go ahead|yes)\b/g, 'yes'],
];

const NO =
  /\b(no|nope|nah|not|never|dont|do not|doesnt|didnt|isnt|wont|wouldnt|cant|cannot|negative|refuse|decline|neither|nothing|hardly)\b/;
/** Refusals whatever stands beside them. */
const FIRM_NO =
  /\b(leave it|forget (it|that)|changed my mind|cancel|stop|wrong|incorrect|rather not|never mind|no way|(dont|do not) (do|block|order|send|transfer|move|wire|pay|file))\b/;
const LATER =
  /\b(wait|hold on|hang on|one (moment|second|minute)|(a|just a) (moment|second|minute|sec|bit)|later|not yet|first|before|after|until|once (i|you|we|my|the)|think about)\b/;
const CONDITION =
  /\b(if|unless|maybe|perhaps|probably|possibly|might|depends|i guess|i suppose|i think so|assuming|provided|as long as|in case|whatever|when (i|you|we|it)|again|times|twice|everything|in advance|as well|also|in addition)\b/;
const QUESTION =
  /^(and |so |but |well |sorry |um |uh )*(what|why|how|when|where|who|which|is|are|am|was|were|do (i|you|we|they)|does|did|will|would|can|could|should|shall|have|has|may)\b|\b(what (?!i (want|need|said|asked)\b)|how much|how long|repeat|say (that|it) again|pardon|sorry what|come again|are you sure|is that)\b/;
const POLITE_REQUEST = /^(yes|yeah|yep|yup|sure|ok|okay|please)\b.*\b(can|could|would|will) you\b/;
/** Somebody else's yes, or a yes that is only spoken about. */
const REPORTED =
  /\b(?<!\bi )(?:said|says|told|tells|tell|saying|claims|wrote|was|means|mean|word|words|count|counts|suppose|imagine|pretend)\b|\b(customer|caller|user|client|manager|supervisor|boss|system|admin|assistant|operator|he|she|they|confirmation|consider)\b/;
/** Politely meant and easily misheard: asked again rather than believed. */
const EITHER_WAY =
  /^yeah right$|^((no|nope|nah) )+((thats|that is|its|it is) (correct|right)|(please )?(go ahead|do (it|that)))\b/;

/** Agrees whatever follows, as long as nothing takes it back. */
const YES = `(${[
  'yes|yeah|yep|yup|yea|yah|ya|aye|sure|exactly|absolutely|definitely|certainly|of course|indeed|affirmative|totally',
  'correct(?! (the|my|it|this|to|a)\\b)|i (agree|confirm|approve)|confirmed|agreed|approved|you bet|for sure|very well',
  'go ahead|go for it|by all means|please do|please proceed|proceed|do (it|that|so)|lets do (it|that|so)|make it so',
  '(thats|that is|thatll be|its|it is) (it|right|correct|the one|perfect|what i (want|need|said|asked for))',
  '(sounds|looks|all) (good|right|fine|great|perfect|correct)|(that )?works( for me)?|(fine|okay|ok|good) (by|with) me|im (fine|okay|ok|happy|good) with (that|it)',
  '(that|it) would be (great|nice|good|lovely|perfect|fine|wonderful)|(i would|id) (like|love) (that|it|one|to)|i want (that|it|one|you to)|i do want (that|it)',
  'you (can|may)(?= (please )?(go ahead|do (it|that|so)|proceed)|( please)?$)',
].join('|')})`;
const BEGINS_WITH_YES = new RegExp(
  `^((um|uh|er|ah|oh|hm|well|so|and|i said|i say|please|just|luna|mhm|mm|okay|ok|right|alright|all right|then|but of course) )*${YES}\\b`,
);
const ENDS_WITH_YES = new RegExp(`^(\\w+ ){0,3}${YES}( please| thanks| thank you| sir| maam)*$`);

/** Agrees when nothing is said but such words and words of the question: "all right then", "okay, block it, please". */
const MILD = new Set(
  [
    'ok okay right alright all fine great good perfect please thanks thank you it is i do would',
    'that thats this then now away just and um uh er ah oh so sounds the my a new for me luna yourself go',
    'card money',
    'immediately today straight quick quickly soon possible as by',
  ]
    .join(' ')
    .split(' '),
);
const MILD_START =
  /\b(ok|okay|right|alright|fine|great|good|perfect|please|it is|i do|i would|(block|order|send|replace|transfer|move|wire|activate|enable|unlock|reset|file|request|pay) (it|that|them|one))\b/;
/** "Move it", asked about a transfer; but not "block it". */
const SAME_DEED: readonly (readonly string[])[] = [
  ['transfer', 'move', 'send', 'wire', 'pay'],
  ['order', 'replace', 'send'],
  ['activate', 'enable', 'turn'],
  ['unlock', 'reset', 'send'],
  ['file', 'dispute'],
  ['request', 'raise', 'increase'],
];
const NO_BEFORE_ALL =
  /^(um |uh |er |oh |well |i said |yeah )*(no|nope|nah|stop|cancel|wait|never|dont|do not|hold on)\b/;

/**
 * @param text what the caller said, as transcribed
 * @param question what was read back: what the answer names differently is a correction
 */
export function readAnswer(text: string, question: string): Answer {
  if (text.length > LONGEST_ANSWER || MACHINE_TEXT.test(text.trim())) return 'unclear';
  let said = plainWords(text);
  for (const [idiom, meaning] of IDIOMS) said = said.replace(idiom, meaning);
  if (EITHER_WAY.test(said)) return 'unclear';
  if (FIRM_NO.test(said)) return 'no';
  const agrees =
    BEGINS_WITH_YES.test(said) ||
    (ENDS_WITH_YES.test(said) && !REPORTED.test(said)) ||
    agreesMildly(said, question);
  const corrected = corrects(text, said, question);
  if (corrected === 'otherwise') return 'no';
  if (NO.test(said)) {
    if (!agrees || NO_BEFORE_ALL.test(said)) return 'no';
    // "Yes, I don't have it any more" agrees to nothing, but refuses nothing either.
    return LATER.test(said) ? 'no' : 'unclear';
  }
  if (LATER.test(said)) return NO_BEFORE_ALL.test(said) ? 'no' : 'unclear';
  if (corrected === 'perhaps' || CONDITION.test(said)) return 'unclear';
  if ((QUESTION.test(said) || text.trim().endsWith('?')) && !POLITE_REQUEST.test(said))
    return 'unclear';
  return agrees ? 'yes' : 'unclear';
}

function agreesMildly(said: string, question: string): boolean {
  if (!MILD_START.test(said)) return false;
  const asked = new Set(plainWords(question).split(' '));
  const deeds = new Set(SAME_DEED.filter((same) => same.some((word) => asked.has(word))).flat());
  return said.split(' ').every((word) => MILD.has(word) || asked.has(word) || deeds.has(word));
}
