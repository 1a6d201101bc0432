/** What managers say for measures, dimensions and charts. The names are those of the tools. Plain data. */

export type Phrases<Name extends string = string> = readonly (readonly [Name, RegExp])[];

const PER =
  '(?:by|per|for each|each|for every|every|across|over the|split by|broken down by|grouped by|and|in each)';
const SUPERLATIVE =
  '(?:busiest|quietest|slowest|fastest|worst|best|longest|shortest|cheapest|costliest|most expensive|highest|lowest)';
const SHARE =
  '(?:share|percentage|percent|proportion|fraction|part|how much|what rate|rate) of (?:the |all |our |all the )?(?:[\\w-]+ )?(?:[\\w-]+ )?(?:calls |callers |people |customers |them )?';
const PERSON =
  '(?:a |an |the |our )?(?:real |live )?(?:person|persons|people|human|humans|human being|agents?|specialists?|colleagues?|advis[eo]rs?|staff)';
const ALONE = `(?:alone|by herself|by itself|on her own|on its own|without (?:${PERSON}|help|any help|passing|escalat\\w+|handing))`;

/** The more special one first: "contained resolution" is not "contained". */
export const MEASURES: Phrases = [
  [
    'contained_resolution',
    /\b(?:contained |first[- ]call |first[- ]time )?resolution(?: rates?)?\b|\bfcr\b|\b(?:really|truly|actually) (?:resolved|solved|helped|fixed)\b|\b(?:resolved|solved|sorted|fixed|helped)(?: out)? for good\b|\b(?:really )?(?:got|had|get) (?:their|the) (?:problem|issue|matter)s? (?:solved|sorted|fixed|resolved)\b|\bwithout (?:having to (?:call|ring|phone)|calling|ringing|phoning|a call) (?:us )?(?:back|again)\b|\b(?:had|have|need(?:ed)?) to (?:call|ring|phone) (?:us )?(?:back|again)\b|\b(?:called|rang|phoned|came|come|call|ring|phone) (?:us )?(?:back|again)\b|\brepeat (?:calls?|callers?|contacts?)\b|\bcall ?backs?\b/,
  ],
  [
    'false_barge_ins',
    /\bfalse (?:barge[- ]?ins?|interruptions?|alarms?|starts?)\b|\bbarge[- ]?ins?\b|\b(?:background )?noises?\b/,
  ],
  [
    'interruptions',
    /\binterrupt(?:ed|ions?|s|ing)?\b|\b(?:cut|cuts|cutting) (?:luna|her|in|into)\b|\b(?:talk|talked|talks|talking|speak|spoke|speaking) over (?:luna|her)\b|\bbutt(?:ed)? in\b/,
  ],
  [
    'identity_failures',
    /\b(?:identity|verification|authentication|identification|id|security)(?: check)? (?:failures?|failure rates?|errors?|checks? (?:fail\w*|that fail\w*|went wrong|go wrong)|problems?|issues?|trouble)\b|\bfail(?:ed|ing|s|ures?)?(?: in| at| of| with)? (?:the |their )?(?:identity|verification|authentication|identification|id|security)(?: checks?)?\b|\bfail(?:ed)? to (?:verify|identify)\b|\bidentity (?:check )?fail\w*\b|\b(?:could|can|were|was|did|are|is)(?: ?n't| not)(?: be| get)? (?:verified|identified|authenticated)\b|\b(?:get|got|getting|pass|passed|passing|made it) (?:through )?(?:the |our |their )?(?:identity|identification|id|security|verification)(?: checks?)?\b|\b(?:wrong|incorrect) (?:identity|details|answers|security answers)\b|\b(?:identity|id) checks?\b/,
  ],
  [
    'tool_failures',
    /\b(?:tools?|tool calls?|systems?|bank systems?|back ?ends?) (?:failures?|failure rates?|errors?|error rates?|fail(?:ed|ing|s)?|br(?:eak|oke|oken|eaking)|outages?|problems?|down|reliab\w+)\b|\bfail(?:ed|ing) (?:tools?|tool calls?|systems?)\b|\b(?:system|technical|api) (?:failures?|errors?|problems?)\b|\b(?:anything|something|much) (?:break|broke|broken|go wrong|gone wrong|went wrong|fail)(?: with (?:the )?(?:tools?|systems?))?\b|\b(?:reliable|unreliable|stable) (?:are|is|were|was|have) (?:the |our )?(?:bank(?:ing)? )?(?:tools?|systems?|back ?ends?)\b|\b(?:trouble|problems?|issues?|errors?) with (?:the |our )?(?:bank(?:ing)? )?(?:tools?|systems?)\b|\b(?:tools?|systems?)\b.*\b(?:fail\w*|errors?|problems?|trouble)\b|\b(?:failures?|errors?) (?:of|in|with) (?:the |our )?(?:tools?|systems?)\b/,
  ],
  [
    'latency_p95',
    /\b(?:95th|ninety[- ]fifth|ninety five) percentile\b|\bp ?(?:95|ninety[- ]five)\b|\b(?:worst|slow|slowest|tail|longest) (?:latency|latencies|response times?|responses|answers|turns|replies|waits?)\b|\b(?:worst|slowest) (?:case )?(?:latency|delay)\b/,
  ],
  [
    'latency_p50',
    /\blatency\b|\blatencies\b|\b(?:response|answer|answering|reaction|reply|responding) (?:times?|speeds?)\b|\bvoice to voice\b|\bhow (?:fast|quick|quickly|slow|slowly|snappy|responsive|prompt|promptly|swift|swiftly) (?:does|did|do|is|was|has|were|are)\b|\bhow long (?:does|did|do) (?:luna|she|it|callers|people) (?:take|need|have to wait)(?: to| before| for)? (?:answer|respond|reply|an answer|luna|she)\b|\b(?:slow(?:er|est)|fast(?:er|est)|quick(?:er|est)|snappier|laggy|sluggish|lag|responsiveness)\b|\bdelays?\b/,
  ],
  [
    'dead_air',
    /\bdead air\b|\bsilen(?:ces?|t)\b|\bwaiting times?\b|\b(?:long|awkward) pauses?\b|\bpauses\b|\bhow long (?:did|do|are|were) (?:callers|people|customers) (?:wait|kept waiting|left waiting|waiting)\b/,
  ],
  [
    'cost_per_call',
    /\bcost(?:s|ing|ed)?\b|\b(?:in)?expensive\b|\bprices?\b|\bspend(?:ing|s)?\b|\bspent\b|\bcheap(?:er|est|ly)?\b|\bcosl?ier\b|\bpric(?:ey|ier|iest)\b|\bpay(?:ing)?\b|\bpaid\b/,
  ],
  [
    'handling_time',
    /\bhandl(?:ing|e) times?\b|\baht\b|\b(?:call|average|talk|talking|conversation) (?:length|duration|time)s?\b|\bdurations?\b|\b(?:length|duration) of (?:the |our |a |an )?(?:average )?(?:[\w-]+ ){0,2}(?:calls?|conversations?)\b|\bhow long (?:are|were|is|was|do|does|did) (?:the |our |an? |all )?(?:average )?(?:[\w-]+ )?(?:[\w-]+ )?(?:calls?|conversations?|it)\b|\bhow long (?:do|did|does|are|were) (?:the |our )?(?:folks?|people|callers|customers|they|we)(?: \w+){0,2} (?:on the (?:phone|line)|talk\w*|with us)\b|\b(?:long|longer|longest|shorter|shortest) (?:calls?|take|takes|took|on average)\b|\btakes? (?:the |up )?(?:the )?(?:longest|most time)\b|\blength of (?:the |our )?calls?\b|\bhow (?:many minutes|much time|many seconds)\b|\bcall lengths?\b|\b(?:longest|shortest)\b|\b(?:time|minutes|seconds) per call\b|\bhow long (?:it|they|each|calls?)(?: call)? (?:took|take|takes|last|lasts|lasted)\b|\b(?:calls|they) last(?:ed)?\b|\btime (?:do|does|did) (?:we|luna|she) (?:spend|need)\b/,
  ],
  [
    'escalation_rate',
    new RegExp(
      `\\bescalation (?:rates?|percentages?|shares?|ratios?|quotas?)\\b|\\brate of escalations?\\b|\\b${SHARE}(?:(?:that|which|do|did|does|we|luna|she|is|was|are|were|got|get|gets|being|be|end(?:s|ed)? up|go(?:es)?|went|have|has|had to) )*(?:be )?(?:escalat\\w+|(?:passed|handed) (?:on|over|off)|transferred|(?:with|to) ${PERSON})\\b|\\bescalat(?:es?|ed) (?:the )?(?:most|more|least) often\\b|\\bescalates? (?:the )?(?:most|least)\\b`,
    ),
  ],
  [
    'containment',
    new RegExp(
      `\\bcontainment(?: rates?| ratios?)?\\b|\\b(?:self[- ]service|automation|deflection) rates?\\b|\\b${SHARE}(?:(?:that|which|did|do|does|was|were|are|is|has|have|get|gets|got|been|being|luna|she|we|can|could) )*(?:contain\\w*|handled?|resolved?|solved?|manage[sd]?|dealt with|deal with|stay(?:s|ed)? with (?:luna|her))\\b(?: (?:by )?(?:luna|herself)\\b)*(?: ${ALONE})?|\\b(?:handle|handled|handles|solve|solved|solves|resolve|resolved|manage|managed|manages|cope|coped|copes) (?:by )?(?:luna |herself |calls |everything )*${ALONE}`,
    ),
  ],
  [
    'escalations',
    new RegExp(
      `\\bescalations?\\b|\\bescalat(?:ed|es?|ing)\\b|\\b(?:passed|handed|transferred|put through|sent|went|go|goes|going|end(?:s|ed)? up|pass|hand|transfer|got) (?:on |over |off |through )?(?:to|with) ${PERSON}\\b|\\bhand(?:ed|s|ing)? ?-?(?:overs?|offs?)\\b|\\bpass(?:ed|es)? on\\b|\\bneed(?:ed|s)? ${PERSON}\\b`,
    ),
  ],
  [
    'calls',
    /\bcalls?\b|\bcallers?\b|\bcall volumes?\b|\bvolumes?\b|\btraffic\b|\bcall(?:ing|ed)\b|\bbus(?:y|iest|ier)\b|\bquiet(?:est|er)?\b|\bphon(?:ed?|ing)\b|\br(?:ing|ang|ung)(?:ing)?\b|\bcontact(?:ed|s)?\b|\bconversations?\b|\bcame in\b/,
  ],
];

export const DIMENSIONS: Phrases = [
  [
    'weekday',
    new RegExp(
      `\\b(?:${PER} )?(?:the )?(?:weekdays?|days? of (?:the )?week)\\b|\\b(?:which|what) days? (?:is|are|was|were|do|did|has|have|of)\\b|\\bon which days?\\b`,
    ),
  ],
  [
    'hour',
    new RegExp(
      `\\b(?:${PER} )(?:the )?hours?(?: of (?:the )?day)?\\b|\\bhourly\\b|\\bhours? of (?:the )?day\\b|\\btimes? of (?:the )?day\\b|\\b(?:at )?(?:what|which) (?:time|hour)s?\\b|\\bwhen (?:do|did|are|is|were|was|does) (?:people|callers|customers|most|we|it|they|the|folks)\\b|\\b(?:busiest|quietest|worst|best|slowest) (?:hours?|times?)\\b|\\bpeak (?:hours?|times?)\\b|\\bhour by hour\\b|\\b${SUPERLATIVE} hour\\b`,
    ),
  ],
  [
    'day',
    new RegExp(
      `\\b(?:${PER} )(?:the )?(?:single |calendar )?days?\\b|\\bdaily\\b|\\bday by day\\b|\\bday after day\\b|\\bover time\\b|\\btrend(?:s|ing|line)?\\b|\\bdevelop(?:ed|ment|ing|s)?\\b|\\bfrom day to day\\b|\\bon each day\\b|\\b(?:which|what) (?:single )?day\\b(?! of)|\\b${SUPERLATIVE} (?:single )?day\\b(?! of)`,
    ),
  ],
  [
    'week',
    new RegExp(
      `\\b(?:${PER} )weeks?\\b(?! of)|\\bweekly\\b|\\bweek by week\\b|\\bweek after week\\b|\\bfrom week to week\\b|\\b(?:which|what|${SUPERLATIVE}) week\\b`,
    ),
  ],
  [
    'month',
    new RegExp(
      `\\b(?:${PER} )months?\\b|\\bmonthly\\b|\\bmonth by month\\b|\\b(?:which|what|${SUPERLATIVE}) month\\b`,
    ),
  ],
  [
    'escalation_reason',
    /\b(?:escalation )?reasons?\b|\bwhy\b|\bwhat for\b|\bcauses?\b|\bwhat(?:'s| is| was)? (?:drives?|driving|drove|behind|causes?|causing|caused)\b|\bhow come\b/,
  ],
  [
    'scenario',
    new RegExp(
      `\\bscenarios?\\b|\\b(?:${PER} )?(?:topics?|matters?|subjects?|issues?|concerns?|use cases?)\\b|\\b(?:kind|type|sort)s? of calls?\\b|\\b(?:${PER} )call types?\\b|\\bwhich calls?\\b`,
    ),
  ],
  [
    'outcome',
    /\boutcomes?\b|\b(?:by|per) results?\b|\bwhat (?:happens|happened|becomes|became) (?:to|of|with)\b/,
  ],
  ['provider', /\bproviders?\b|\b(?:by|per|which|each) (?:vendors?|models?|engines?|suppliers?)\b/],
  ['mode', /\b(?:by|per|each|every|across|which) (?:call )?modes?\b/],
  ['channel', /\bchannels?\b/],
];

/** Said round other words, which count as well: "what do angry callers call about?" */
export const AROUND: Phrases = [
  [
    'scenario',
    /\bwhat (?:do|did|are|were|is|was) (?:[\w'-]+ ){0,4}?(?:call(?:ing)? |phon(?:e|ing) |r(?:ing|inging) )?(?:us )?about\b|\bwhat (?:do|did) (?:[\w'-]+ ){0,2}?(?:people|callers|customers|they) (?:give up on|want|ask for|need)\b|\bwhere (?:do|did) (?:we|luna|she|callers|people)\b(?! stand)/,
  ],
  [
    'outcome',
    /\bhow (?:did|do|does) (?:[\w'-]+ ){0,4}?(?:end(?:ed)?|finish(?:ed)?|turn(?:ed)? out)\b(?! up)/,
  ],
];

/** With a number of them, a bare noun is what is ranked: "the five busiest days". */
export const RANKED: Phrases = [
  ['weekday', /\bweekdays\b|\bdays of the week\b/],
  ['day', /\bdays\b/],
  ['week', /\bweeks\b/],
  ['month', /\bmonths\b/],
  ['hour', /\bhours\b/],
];

export const KINDS: Phrases = [
  ['stacked_bar', /\bstack(?:ed|s)?(?: bars?)?(?: charts?| graphs?)?\b/],
  ['heat_map', /\bheat ?maps?\b/],
  ['histogram', /\bhistograms?\b|\bdistributions?\b|\bdistributed\b|\bspread(?: out)?\b/],
  [
    'scatter',
    /\bscatter(?:ed)?(?: ?plots?| charts?| graphs?)?\b|\bdots?\b|\bcall by call\b|\b(?:as )?points\b/,
  ],
  ['area', /\bareas?(?: charts?| graphs?)?\b/],
  ['bar', /\bbars?(?: charts?| graphs?)?\b|\bcolumns?(?: charts?)?\b/],
  ['line', /\b(?<!on the )lines?(?: charts?| graphs?)?\b|\bcurves?\b/],
];

/** Any picture will do. */
export const ANY_CHART =
  /\b(?:charts?|graphs?|plot|plots|draw|diagrams?|visuali[sz]e|(?<!big )picture(?! of| for))\b/;

/** "Longer than five minutes": of single calls. */
export const THRESHOLD =
  /\b(?:longer|shorter|more|less|over|under) (?:than )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|sixty) (?:minutes?|seconds?)\b/;
/** Of how calls ended there are only counts, side by side. */
export const IN_SHARES = /\b(?:share|percentage|percent|proportion|fraction)\b/;

/** Is it going up? Then it is drawn day by day. */
export const TREND =
  /\b(?:going|creeping|gone|went|moving|heading|edging|trending) (?:up|down)\b|\b(?:rising|falling|climbing|dropping|improving|improved|worsening|increasing|decreasing|growing|shrinking)\b|\b(?:got|getting|get|gotten|become|becoming) (?:any |much |a bit )?(?:better|worse|longer|shorter|slower|faster|busier|quieter)\b/;
