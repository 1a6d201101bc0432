/** What managers say for kinds of calls: scenarios, outcomes, reasons, providers, made-up ones. Plain data. */
import type { Phrases } from './vocabulary.ts';

export const SCENARIOS: Phrases = [
  ['wire-transfer', /\bwires?(?: transfers?)?\b/],
  [
    'block-card',
    /\bblock(?:ed|ing|s)?(?: an?| the| their)?(?: cards?)?\b|\bcards? block(?:ing|ed|s)?\b|\b(?:lost|stolen|missing)(?: (?:and|or) (?:lost|stolen))?(?: credit| debit| bank)? cards?\b/,
  ],
  [
    'activate-card',
    /\bcard activations?\b|\bactivat(?:e|ed|ing|ions?)(?: an?| the| their)?(?: new)?(?: cards?)?\b|\bnew cards?\b/,
  ],
  ['loan-balance', /\bloan balances?\b|\bloans?\b|\bpay ?offs?\b/],
  ['dispute', /\bdisput(?:e|es|ed|ing)\b(?: charges?| transactions?)?|\bcharge ?backs?\b/],
  [
    'restructure',
    /\brestructur(?:e|ed|ing|es|ings)\b(?: loans?| of loans?)?|\bpayment (?:holidays?|plans?)\b/,
  ],
  [
    'reset-password',
    /\bpasswords?(?: resets?)?\b|\breset(?:ting)? (?:a |the |their )?passwords?\b|\b(?:log ?in|locked[- ]out) (?:problems?|issues?|trouble)\b/,
  ],
  ['credit-limit', /\bcredit (?:limits?|lines?)\b|\blimit (?:increases?|raises?)\b|\blimits\b/],
  ['mortgage-rate', /\bmortgages?(?: rates?)?\b/],
  [
    'transfer-funds',
    /\b(?:money |funds |bank )?transfers?(?: funds| of money)?\b|\bmoving money\b/,
  ],
];

export const OUTCOMES: Phrases = [
  [
    'contained',
    /\b(?:did )?(?:luna |she )?contain(?:ed)?\b|\b(?:did |does |has |can )?(?:luna|she) (?:handle|solve|resolve|manage|handled|solved|resolved|managed)\b|\b(?:handled|solved|resolved|managed|dealt with|taken care of) by luna\b/,
  ],
  ['escalated', /\bescalated?\b|\bones that went to a person\b/],
  [
    'abandoned',
    /\babandon(?:ed|s|ing)?\b|\bh(?:u|a)ng(?:s|ing)? up\b|\bga?[iv]+e(?:s|n)?(?: it)? up(?: on)?\b|\bgiving up\b|\b(?:do|did) we lose\b|\blose people\b|\bdropp?ed off\b|\bleft before\b|\bwalk(?:ed)? away\b/,
  ],
  ['refused', /\brefus(?:ed?|als?)\b|\bdeclined\b|\bturned (?:down|away)\b/],
  [
    'failed',
    /\b(?:calls? (?:that )?(?:have |were |got )?(?:failed|broke|dropped|crashed)|(?:failed|broken|dropped|crashed) (?:calls?|ones)|calls broke|only failed|drops? (?:more |the most |most )?calls?|fails? (?:the )?(?:most|more|least)(?: often)?|broke (?:off|down)|cut off by us)\b/,
  ],
];

const PERSON =
  '(?:a |an |the |to speak to a |to talk to a )?(?:real )?(?:person|human|people|agent|somebody|someone|human being)';
export const REASONS: Phrases = [
  [
    'asked_for_person',
    new RegExp(
      `\\b(?:ask(?:ed|ing)?|beg(?:ged)?) for ${PERSON}\\b|\\bwant(?:ed|s|ing)? (?:to (?:speak|talk) (?:to|with) )?${PERSON}\\b|\\binsist(?:ed)? on ${PERSON}\\b`,
    ),
  ],
  [
    'not_understood',
    /\b(?:was|were|being)(?: not|n't) understood\b|\bdid(?: not|n't) (?:understand|get what)\b|\bmisunderstood\b|\bmisunderstandings?\b/,
  ],
  ['upset', /\b(?:upset|angry|furious|annoyed|cross|irate|frustrated)\b/],
];

export const PROVIDERS: Phrases = [
  ['azure', /\bazure\b/],
  ['openai', /\bopen ?a ?i\b/],
  ['embedded', /\b(?:the |our |luna's )?(?:embedded|own|built[- ]in|local) engine\b|\bembedded\b/],
];

export const MODES: Phrases = [
  ['ai', /\b(?:in )?a ?i mode\b/],
  ['local', /\b(?:in )?local (?:ai )?mode\b|\blocally\b/],
  ['scripted', /\b(?:in )?scripted mode\b/],
];

export const CHANNELS: Phrases = [
  [
    'browser',
    /\b(?:in|from|through|via|on|over) (?:the |a )?(?:browsers?|web ?page|page|web ?site|web)\b|\bbrowser calls?\b/,
  ],
  [
    'realtime',
    /\b(?:in|from|through|via|by) (?:programs?|real ?time clients?)\b|\bprogram calls\b/,
  ],
];

const MADE_UP = '(?:demo|made[- ]up|fake|invented|sample|test)';
export const WHOSE: Phrases = [
  [
    'real',
    new RegExp(
      `\\b(?:without|excluding|except|minus|ignoring|ignore|skip|no|not counting|leaving out|leave out|take out|drop|filter out|exclude|hide|remove) (?:all |any |the )?${MADE_UP}(?: (?:calls|data|ones))?(?: out)?\\b|\\b(?:leave|leaving|take|filter|keep) (?:all |any |the )?${MADE_UP}(?: (?:calls|data|ones))? (?:out|away|off)\\b|\\b(?:real|actual|genuine|true|live) (?=calls|ones|callers|data|figures|numbers|customers)`,
    ),
  ],
  ['demo', new RegExp(`\\b${MADE_UP} (?=calls|data|ones)`)],
];
