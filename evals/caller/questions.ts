/** What is Luna asking? Read from her words alone, as a caller hears them; pure. */
import type { Question } from './script.ts';

export interface Asked {
  readonly question: Question;
  /** She did not understand the last answer and wants it once more. */
  readonly again: boolean;
  /** The sentence that asks. */
  readonly sentence: string;
}

/** The first that fits the asking sentence; what is read back stands before what it names. */
const KINDS: readonly (readonly [Question, RegExp])[] = [
  ['there', /still (there|on the line)|can you hear me/i],
  [
    'person',
    /\b(put|connect|transfer) you (through )?(to|with) (a|one of|someone|the)\b.*\?|speak (to|with) a (colleague|person|specialist)\b.*\?/i,
  ],
  ['purpose', /what (is|are|was) (it|this|the [a-z ]+) for\b/i],
  ['since', /since when|how long has it been/i],
  ['help', /what would help|lower (monthly )?payment, a pause/i],
  ['shop', /name of the (shop|store|merchant)|which (shop|store)/i],
  ['else', /anything else|something else/i],
  [
    'opening',
    /how (else )?(can|may) I help|what (else )?can I do for you|what would you like (me )?to do/i,
  ],
  ['more-digits', /other digits|the rest of the digits/i],
  ['year', /which year|what year/i],
  ['day', /which day and month|day and month\?/i],
  [
    'yes-no',
    /\b(is|was) (that|this|it) (all )?(right|correct|okay|ok|so)\b|\bcorrect\?|^(and )?(shall|should) (i|we)\b|\b(do|would) you (want|like) me to\b|say yes or no|may i go ahead|^would you (also )?like\b(?!.* or )|^do you want\b(?!.* or )|^are you\b.*\?/i,
  ],
  ['factor', /(birth|born).*\bPIN\b|\bPIN\b.*(birth|born)/i],
  ['born', /date of birth|birth ?day|\bborn\b/i],
  ['pin', /\bPIN\b/],
  ['reason', /lost,? (was it )?stolen|stolen.*damaged|what happened to (the|your) card/i],
  [
    'why-disputed',
    /not (yours|authori[sz]ed)|unauthori[sz]ed|charged twice|duplicate|wrong (about|with)|why (do|are) you|did not (make|receive)|didn't (make|receive)/i,
  ],
  ['income', /income|earn|salary/i],
  ['limit', /(new|what|which|higher|how high).*\blimit\b|\blimit\b.*(like|want|need|have)/i],
  ['card', /(last )?four (digits|numbers)|\bdigits\b|which card/i],
  ['channel', /(e-?mail|text).*\bor\b|\bor\b.*(e-?mail|text)/i],
  [
    'recipient',
    /recipient|who (is|are|shall|should|do|would)\b.*(to|for|money|wire|receive)|\bto whom\b|whose account|\bname of\b/i,
  ],
  [
    'charge',
    /which (charge|transaction|payment|purchase)|tell me (about|more about) the (charge|transaction|payment)|(amount|merchant|company|store|shop).*(charge|amount|store|merchant|date)/i,
  ],
  [
    'afford',
    /(afford|pay|manage).*(each|every|per|a) month|monthly (payment|amount)|how much (could|can) you (pay|afford|manage)/i,
  ],
  [
    'hardship',
    /what (has )?(happened|changed)|situation|reason|difficult|circumstances|making it hard/i,
  ],
  ['amount', /how much|(what|which) amount|\bamount\b/i],
  [
    'from',
    /(from|out of|debit).*(account|checking|savings)\b|which account.*\bfrom\b|where.*\bfrom\b/i,
  ],
  ['to', /(to|into|receive).*(account|checking|savings)\b|which account.*\bto\b|where.*\bto\b/i],
  [
    'loan',
    /which (of your )?loans?|what (kind|type) of loan|\bauto\b.*\bpersonal\b|\bpersonal\b.*\bauto\b/i,
  ],
  [
    'product',
    /which (rate|product|mortgage)|thirty.*fifteen|fixed.*adjustable|kind of (rate|mortgage|loan)/i,
  ],
  ['date', /which (date|day)|what (date|day)|\bwhen\b/i],
  ['plans', /in mind|refinanc|\bgoal\b|looking for/i],
  ['account', /which account|checking.*savings/i],
];

/** The point in an amount ends nothing. */
const SENTENCE = /\S.*?(?:[.!?]+(?=\s|$)|$)/g;
const AGAIN =
  /didn't (quite )?(catch|get|understand)|did not (quite )?(catch|get|understand)|once more|say (that|it) again|trouble understanding|please say one word|just to be sure, please say/i;

/** @param said everything Luna has said since the caller last spoke */
export function askedIn(said: string): Asked {
  const sentences = said.match(SENTENCE)?.map((sentence) => sentence.trim()) ?? [];
  const sentence = sentences.findLast((one) => one.endsWith('?')) ?? sentences.at(-1) ?? '';
  const again = AGAIN.test(said);
  // "Please tell me its last four digits." asks without a question mark.
  const inOrder = [sentence, ...sentences.toReversed(), said];
  for (const text of inOrder) {
    const found = KINDS.find(([, pattern]) => pattern.test(text));
    if (found) return { question: found[0], again, sentence: text };
  }
  return { question: 'unclear', again, sentence };
}
