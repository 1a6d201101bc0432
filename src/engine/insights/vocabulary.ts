/** What managers say for measures, dimensions, charts and kinds of calls. The names are those of the tools. Plain data. */

type Phrases<Name extends string = string> = readonly (readonly [Name, RegExp])[];

const PER =
  '(?:by|per|for each|each|for every|every|across|over the|split by|broken down by|grouped by|and)';

/** The more special one first: "contained resolution" is not "contained". */
export const MEASURES: Phrases = [
  [
    'contained_resolution',
    /\b(?:contained )?resolution(?: rate)?\b|\b(?:really|truly) (?:resolved|solved)\b|\b(?:resolved|solved) for good\b|\bwithout (?:calling|a call) (?:back|again)\b|\bhad to call (?:back|again)\b|\brepeat calls?\b/,
  ],
  ['false_barge_ins', /\bfalse (?:barge[- ]?ins?|interruptions?|alarms?)\b|\bbarge[- ]?ins?\b/],
  ['interruptions', /\binterrupt(?:ed|ions?|s|ing)?\b|\bcut (?:luna|her) off\b/],
  [
    'identity_failures',
    /\b(?:identity|verification|authentication) (?:failures?|failure rate|errors?|checks? (?:fail\w*|that fail\w*)|problems?)\b|\bfail(?:ed|ing|s)? (?:the )?(?:identity|verification|authentication)(?: checks?)?\b|\bfail(?:ed)? to (?:verify|identify)\b|\bidentity (?:check )?fail\w*\b/,
  ],
  [
    'tool_failures',
    /\btools? (?:failures?|failure rate|errors?|error rate|fail(?:ed|ing)?)\b|\bfail(?:ed|ing) tools?\b|\b(?:system|technical) (?:failures?|errors?)\b/,
  ],
  [
    'latency_p95',
    /\b(?:95th|ninety[- ]fifth|ninety five) percentile\b|\bp ?(?:95|ninety[- ]five)\b|\b(?:worst|slow|slowest|tail) (?:latency|latencies|response times?|responses|answers)\b/,
  ],
  [
    'latency_p50',
    /\blatency\b|\blatencies\b|\b(?:response|answer|reaction|reply) times?\b|\bvoice to voice\b|\bhow (?:fast|quick|quickly|slow|slowly) (?:does|did|do|is|was|has) (?:luna|she)\b|\bhow long (?:does|did) (?:luna|she) take to (?:answer|respond|reply)\b/,
  ],
  [
    'dead_air',
    /\bdead air\b|\bsilences?\b|\bwaiting times?\b|\bhow long (?:did|do) (?:callers|people|customers) wait\b/,
  ],
  ['cost_per_call', /\bcosts?\b|\bexpensive\b|\bprice\b|\bspend(?:ing)?\b|\bspent\b/],
  [
    'handling_time',
    /\bhandl(?:ing|e) times?\b|\baht\b|\b(?:call|average|talk) (?:length|duration|time)s?\b|\bdurations?\b|\bhow long (?:are|were|is|was|do|does|did) (?:the |our |an? |all )?(?:average )?(?:\w+ )?(?:\w+ )?calls?\b|\b(?:long|longest|shortest) (?:calls?|take|takes|took)\b|\btakes? (?:the )?longest\b|\blength of (?:the |our )?calls?\b/,
  ],
  [
    'escalation_rate',
    /\bescalation rates?\b|\brate of escalations?\b|\b(?:share|percentage|percent|proportion|fraction|part) of (?:the |all |our )?(?:calls |callers )?(?:that |which )?(?:was |were |are |got |being )?(?:escalat\w+|(?:passed|handed) (?:on|over)|transferred)\b|\bescalat(?:es?|ed) (?:the )?(?:most|more|least) often\b|\bescalates? (?:the )?(?:most|least)\b/,
  ],
  [
    'containment',
    /\bcontainment(?: rate)?\b|\b(?:share|percentage|percent|proportion|fraction|part) of (?:the |all |our )?(?:calls )?(?:that |which )?(?:did )?(?:was |were |are |is |has |have |luna |she )*(?:contain\w*|handled)\b|\b(?:handle|handled|solve|solved) (?:by )?(?:luna |herself )*(?:alone|by herself|on her own|without (?:a person|help|people))\b/,
  ],
  [
    'escalations',
    /\bescalations?\b|\bescalated?\b|\b(?:passed|handed|transferred|put through|sent) (?:on |over )?to (?:a |an )?(?:person|people|human|humans|agent|agents|specialists?|colleagues?)\b|\bhand ?overs?\b/,
  ],
  [
    'calls',
    /\bcalls?\b|\bcallers?\b|\bcall volumes?\b|\bvolume\b|\btraffic\b|\bcalling\b|\bbus(?:y|iest|ier)\b|\bphoned?\b/,
  ],
];

export const DIMENSIONS: Phrases = [
  [
    'weekday',
    new RegExp(
      `\\b(?:${PER} )?(?:weekdays?|days? of (?:the )?week)\\b|\\b(?:which|what) days? (?:is|are|was|were|do|did|has|have|of)\\b|\\bon which days?\\b`,
    ),
  ],
  [
    'hour',
    new RegExp(
      `\\b(?:${PER} )(?:the )?hours?(?: of (?:the )?day)?\\b|\\bhourly\\b|\\bhours? of (?:the )?day\\b|\\btimes? of (?:the )?day\\b|\\b(?:at )?(?:what|which) (?:time|hour)\\b|\\bwhen (?:do|did|are|is|were|was) (?:people|callers|customers|most|we|it|they|the)\\b|\\bbusiest (?:hours?|times?)\\b|\\bpeak (?:hours?|times?)\\b`,
    ),
  ],
  [
    'day',
    new RegExp(
      `\\b(?:${PER} )(?:the )?(?:single |calendar )?days?\\b|\\bdaily\\b|\\bday by day\\b|\\bover time\\b|\\btrend\\b|\\bdevelop(?:ed|ment|ing|s)?\\b|\\bfrom day to day\\b`,
    ),
  ],
  [
    'week',
    new RegExp(
      `\\b(?:${PER} )weeks?\\b(?! of)|\\bweekly\\b|\\bweek by week\\b|\\bfrom week to week\\b`,
    ),
  ],
  ['escalation_reason', new RegExp(`\\b(?:escalation )?reasons?\\b|\\bwhy\\b|\\bwhat for\\b`)],
  [
    'scenario',
    new RegExp(
      `\\bscenarios?\\b|\\b(?:${PER} )?(?:topics?|matters?|subjects?|issues?|concerns?)\\b|\\b(?:kind|type|sort)s? of calls?\\b|\\bwhat (?:do|did|are|were) (?:people|callers|customers|they|the calls?) (?:call(?:ing)? )?about\\b|\\bwhat (?:do|did) (?:people|callers|customers|they) call about\\b|\\bwhat (?:are|were) (?:people|callers|customers|they) calling about\\b`,
    ),
  ],
  [
    'outcome',
    /\boutcomes?\b|\b(?:by|per) results?\b|\bhow (?:did |do )?(?:the |our |these |those )?(?:calls )?end(?:ed)?\b|\bhow (?:did|do) (?:the |our |these |those )?calls end\b/,
  ],
  ['provider', /\bproviders?\b|\b(?:by|per) (?:vendors?|models?|engines?)\b/],
  ['mode', /\b(?:by|per|each|every|across) (?:call )?modes?\b/],
  ['channel', /\bchannels?\b/],
];

export const KINDS: Phrases = [
  ['stacked_bar', /\bstack(?:ed|s)?(?: bars?)?(?: charts?| graphs?)?\b/],
  ['heat_map', /\bheat ?maps?\b/],
  ['histogram', /\bhistograms?\b|\bdistribution\b|\bdistributed\b/],
  [
    'scatter',
    /\bscatter(?:ed)?(?: ?plots?| charts?| graphs?)?\b|\bdots?\b|\bcall by call\b|\b(?:as )?points\b/,
  ],
  ['area', /\bareas?(?: charts?| graphs?)?\b/],
  ['bar', /\bbars?(?: charts?| graphs?)?\b|\bcolumns?(?: charts?)?\b/],
  ['line', /\blines?(?: charts?| graphs?)?\b|\bcurves?\b/],
];

/** Any picture will do. */
export const ANY_CHART = /\b(?:charts?|graphs?|plot|plots|draw|diagram|visuali[sz]e|picture)\b/;

export const SCENARIOS: Phrases = [
  ['wire-transfer', /\bwires?(?: transfers?)?\b/],
  [
    'block-card',
    /\bblock(?:ed|ing)?(?: an?| the)?(?: cards?)?\b|\bcards? block(?:ing|ed|s)?\b|\b(?:lost|stolen) cards?\b/,
  ],
  ['activate-card', /\bcard activations?\b|\bactivat(?:e|ed|ing|ion)(?: an?| the)?(?: cards?)?\b/],
  ['loan-balance', /\bloan balances?\b|\bloans?\b/],
  ['dispute', /\bdisput(?:e|es|ed|ing)\b(?: charges?| transactions?)?/],
  ['restructure', /\brestructur(?:e|ing|es|ings)\b(?: loans?| of loans?)?/],
  ['reset-password', /\bpasswords?(?: resets?)?\b|\breset(?:ting)? (?:a |the )?passwords?\b/],
  ['credit-limit', /\bcredit (?:limits?|lines?)\b|\blimit increases?\b/],
  ['mortgage-rate', /\bmortgages?(?: rates?)?\b/],
  ['transfer-funds', /\btransfers?(?: funds)?\b|\bfunds transfers?\b|\bmoney transfers?\b/],
];

export const OUTCOMES: Phrases = [
  [
    'contained',
    /\b(?:did )?(?:luna |she )?contain(?:ed)?\b|\b(?:did )(?:luna|she) (?:handle|solve|resolve)\b|\b(?:handled|solved|resolved) by luna\b/,
  ],
  ['escalated', /\bescalated?\b|\bones that went to a person\b/],
  ['abandoned', /\babandon(?:ed|s)?\b|\bh(?:u|a)ng up\b|\bgave up\b/],
  ['refused', /\brefused?\b|\bdeclined\b/],
  [
    'failed',
    /\b(?:calls? (?:that )?(?:have )?failed|failed (?:calls?|ones)|calls broke|broken calls?|only failed)\b/,
  ],
];

export const REASONS: Phrases = [
  [
    'asked_for_person',
    /\basked for (?:a )?(?:person|human|people|agent|somebody)\b|\bwanted (?:a )?(?:person|human|agent)\b/,
  ],
  [
    'not_understood',
    /\b(?:was|were|being)(?: not|n't) understood\b|\bdid(?: not|n't) understand\b|\bmisunderstood\b/,
  ],
  ['upset', /\b(?:upset|angry)\b/],
];

export const PROVIDERS: Phrases = [
  ['azure', /\bazure\b/],
  ['openai', /\bopen ?a ?i\b/],
  ['embedded', /\b(?:the )?(?:embedded|own|built[- ]in) engine\b|\bembedded\b/],
];

export const MODES: Phrases = [
  ['ai', /\b(?:in )?a ?i mode\b/],
  ['local', /\b(?:in )?local (?:ai )?mode\b|\blocally\b/],
  ['scripted', /\b(?:in )?scripted mode\b/],
];

export const CHANNELS: Phrases = [
  [
    'browser',
    /\b(?:in|from|through|via|on) (?:the |a )?(?:browsers?|web ?page|page|web ?site)\b|\bbrowser calls?\b/,
  ],
  [
    'realtime',
    /\b(?:in|from|through|via|by) (?:programs?|real ?time clients?)\b|\bprogram calls\b/,
  ],
];

export const COMPARISON =
  /\bcompar(?:ed?|ing|ison)\b(?! (?:by|per)\b)|\bversus\b|\bvs\b|\bagainst (?:the )?(?:previous|last|week|month|day|period)\b|\bthan (?:the )?(?:week|month|day|period|last|previous|in the)\b|\b(?:week over week|month over month|day over day)\b|\bchange(?:d)? (?:since|from|against)\b|\b(?:with|to|and) the (?:previous|period before|week before|month before|day before)\b/;

export const NO_COMPARISON = /\bwithout (?:the |a )?comparison\b|\bdon't compare\b/;
export const NO_FILTER =
  /\b(?:all calls again|all of them|without (?:the |a )?filter|everything again|all (?:scenarios|outcomes|reasons)|for all)\b/;

/** A general question: the figures that matter. */
export const OVERVIEW =
  /\boverview\b|\bsummary\b|\bsummari[sz]e\b|\bbriefing\b|\bbrief me\b|\bbrief (?:report|update)\b|\bstatus\b|\bkey figures\b|\bdashboard\b|\bkpis?\b|\bmetrics\b|\bfigures\b|\bhow (?:are|were|did|do|have) (?:we|things|it)\b|\bhow(?:'s| is| was) (?:it|business|everything|luna|last|this|the|today|yesterday)\b|\bhow (?:did|does|is|was) luna (?:do|doing)\b|\bhow did (?:luna|it|things|last|this) \w+ ?(?:go)?\b/;

/** Words that lean on what was asked before. */
export const FOLLOW_UP =
  /^(?:and|now|but|or|also|then|same|ok(?:ay)?|what about|how about|only|just|as|by|per|make|show (?:it|that|this|me that|them|me the same)|draw (?:it|that)|instead|with|without|for|in|since|compare (?:it|that|this)|break (?:it|that|this)|split (?:it|that)|the same|filter|use|please|can you (?:show|make|draw|split|break) (?:it|that|this|them))\b|\binstead\b|\b(?:it|that|this|those|them|same)\b(?! (?:week|month|year|day|quarter|weekend|morning|period))/;

export const DEFINITION =
  /\bhow (?:is|are|do you) (?:.+ )?(?:defined|computed|calculated|measured|compute|calculate|define|measure)\b|\bwhat does .+ mean\b|\bwhat(?:'s| is) meant by\b|\b(?:definition|formula)\b|\bdefine\b/;
