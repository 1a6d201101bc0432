/** What managers say to Insights, for the recogniser: a language of its own, so that callers are not mistaken for managers. */
import type { Phrasebook } from '#engine/engine.ts';

const OPENERS = '[(okay|and|now|so|please|luna|well)]';

const QUESTIONS: readonly string[] = [
  `${OPENERS} [(show me|give me|tell me|draw|plot|draw me|can you show me|i want to see|let me see)] [the|our] {measure} [{of-which}] [{by}] [{when}] [{as-kind}] *14`,
  `${OPENERS} (what was|what is|what's|what were|how is|how was) [the|our] {measure} [{of-which}] [{when}] *8`,
  `${OPENERS} how many (calls|callers|escalations|disputes|identity checks|people|customers) (did we have|do we have|did we get|do we get|were there|came in|have we had|did luna contain|did luna handle|were contained|were escalated|were abandoned|were refused|were transferred to a person|were handed over|failed|hung up|did we handle) [{of-which}] [{by}] [{when}] *9`,
  `how many calls (on|by|with) {provider} [{when}] [did we have|came in]|how many calls came in (on|by|with|from) ({provider}|the browser) [{when}] *2`,
  `${OPENERS} why were [the] (calls|others|callers|people) escalated [{when}] *4|(and|show me) why (were|are) [the] (others|calls|people) escalated [{when}] *2`,
  'how many calls did luna contain {when} and why were the others escalated *2',
  `${OPENERS} [the] (calls|escalations|containment|interruptions) {by} [{when}] [{as-kind}] *6`,
  '(draw|plot|show me|make|give me) (a|an) {kind} (of|for) [the] {measure} [{of-which}] [{by}] [{when}] *6',
  '{kind} of [the] {measure} [{by}] [{when}] *4|(line|plot a line) of the {measure} over time [for] [{when}]',
  '[and] {by} [please] *5|(and|what about|how about|same for|the same for) {when} *4|{when} *1',
  '(and|what about|how about|same for|the same for) [the] {measure} [{by}] *4',
  '(as a|make it a|show it as a|draw it as a|now as a|make that a) {kind} [please] *6',
  '(only|just|now only|and only) [the] {outcome} (ones|calls) [please] *4',
  'compare {scenario} and {scenario} [{when}] *2|compare [it|this|that] (with|to) (the previous period|last week|last month|the week before) *2|compare (this|last) (week|month) with (last week|last month|the week before|the month before) *2',
  '{measure} {by} {when} compared (with|to) (last week|last month|the week before|the previous period) *3|(calls|escalations) (per|by) day this week compared (with|to) last week *2',
  'how (fast|quickly) does luna answer [{when}] *2|how long (are|were) [the] calls [on average] [{when}] *2|how long do calls about {scenario} take *2|how (much|expensive) (does a call cost|is a call|are the calls) [{when}] *2|how much dead air did we have [{when}] *2|how often was luna interrupted [{when}] *2',
  'when are we [the] busiest *2|which (days of the week|days|hours) are [the] busiest *2|what do (people|callers|customers) call about [{when}] *3|how did the calls end [{when}] *2|which scenario (takes longest|escalates most|is the most frequent) *2|which scenarios escalate most often [show the escalation rate] *2',
  'what (share|percentage|part) of [the|all] (calls|tool calls) (was|were|is|are|has been|failed|is really resolved|was contained|was escalated) [contained|escalated|resolved|really resolved] [{when}] *4',
  'how (are|were) [the] {distributed} distributed [{when}] *3',
  'is the {measure} (going up|going down|better|worse) [than] [{when}] [show me the trend [{when}]] *2|show me the trend [of the {measure}] [{when}] *2',
  '(give me an overview|give me a summary|give me the key figures|how did we do|how was it|how are we doing|brief me|how are things) [of|for|on] [{when}] *5',
  '(break down|split) [the] (escalations|calls|containment) [of|by] [{when}] by {part} [and {part}] *3|break it down by {part} *2',
  '(switch|change|go) [back] (to|into) [the] {mode} mode [please] *5|{mode} mode [please] *2|be my coach|use the executive briefing|act as an analyst',
  '[please|can you|could you] be [a bit|a little] (more|less) (formal|casual|friendly) [please] *3|be friendlier|speak more formally|switch to (sterling|luna|sunny)',
  'what can (you do|i ask [you]) *2|help|thank you [very much|luna] *3|thanks *2|goodbye *2|that is all|that was all|no that is all *2',
  `${OPENERS} (how did|how was|how are|where do) (we get on|we do|last month|last week|things|we stand) [compared with the (month|week) before] [{when}] *3|are we (hitting|within|below|above) our [{measure}] target [for {measure}] [{when}] *2|how far off the target is [our] {measure} *2`,
  `${OPENERS} (what came in|how many calls came in|how many people hung up on us|how many people gave up|how many customers (called|rang) back about the same thing) [{when}] *3`,
  `[give me|show me] [the] {ranked} (scenarios|reasons|hours|days|weeks|providers) (for|by) {measure} [{when}] *4|[the] {ranked} (reasons for escalation|days of the last month) [{when}] *2|which {ranked-number} scenarios have the (worst|best|highest|lowest) {measure} [{when}] *2|just the {ranked} *2`,
  `${OPENERS} (show me|give me|only|just) [just] the (real|demo) calls [{by}] [{when}] *2|(take|leave) the demo (data|calls|ones) out *2|without the demo (calls|data) *2|and the real ones *2`,
  `(no|sorry|no sorry) [i meant] (by {part} not by {part}|{when}|{scenario}) *3|i said {when} *2|forget the filter [all calls] *2|(now|and) split (it|that) by {part} *2|same thing [but] (just|only) for {scenario} *2|turn that into (bars|lines|a {kind}) *2`,
  `is {provider} (slower|faster|cheaper|more expensive) than {provider} *3|which provider (is cheaper|is faster|fails the most|drops more calls|is interrupted most) *3|what does a call cost us on {provider} [{when}] *2|what did we spend [per call] [on {provider}] [{when}] *2`,
  `{measure} {when} [compared] (with|against|versus) {when} *3|compare {month} with {month} [for {measure}] *3|how does that compare to (the previous month|last week|last month) *2`,
  `how (often|many times) (do|did) callers (talk over|interrupt) luna [{when}] *2|how (quickly|fast) (does|did|was) (she|luna) (answer|respond) [in (local|a i) mode] [{when}] *2|how long do (people|callers|folks) stay on the phone [with us] [on average] [{when}] *2|what is the average length of a (dispute|mortgage|loan|password|transfer) call [{when}] *2`,
  `what happens to the {scenario} calls *2|how do {scenario} [calls] end *2|how do (mortgage|loan|dispute|password|transfer|credit limit) calls end *3|break {scenario} down by {part} *2|what do people give up on most *2|where do we lose people *2|what are angry callers calling about *2`,
  `(is|has) [the] {measure} (creeping up|going up|got any better|got worse|improved) [{when}] *2|plot {call-length} as a histogram [for {scenario}] *2|spread of the response times [{when}] *2|every call as a dot *2`,
  `what (exactly counts|counts) as (contained|dead air|a false barge in) *2|how do you (work out|measure) [the] {measure} *2|how many calls {when-in-day} [{when}] *3|(calls|escalations|{measure}) {when-in-day} [{when}] *3|what about {when-in-day} how many calls *2|how many calls {when} *4`,
  `did we (get|have) (more|fewer) (calls|escalations) {when} than {when} *3|(what|which) (day of the week|hour|day|scenario) has the (longest calls|most calls|most escalations|most dead air|worst containment) [{when}] *3|what about {when} *3|how did the tools behave {when} [any failures] *2`,
  `(could|can) you break down (yesterday's|today's|last week's) calls by {part} *2|i'd like (the|to see the) {measure} [for {scenario}] [{when}] [{as-kind}] *3|which are the {ranked} providers *2|show {outcome} calls as a share of all calls *2|is the {measure} okay {when} *2|what are our costs running at {when} *2`,
  'how is [the] {measure} (defined|computed|calculated|measured) *2|what does {measure} mean',
];

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  measure: [
    'calls *12|number of calls *3|call volume|containment *3|containment rate *6|contained resolution *3|contained resolution rate|escalations *4|escalation rate *6|number of escalations',
    'average handling time *4|handling time *5|handling times *2|call duration|average call duration|latency *4|median latency|response time *3|response times|ninety fifth percentile of the latency *2|p ninety five latency',
    'interruptions *4|false barge ins *3|dead air *4|cost per call *3|costs *2|cost|tool failures *2|tool failure rate *3|identity failures|identity failure rate *3|failed identity checks',
  ],
  part: [
    'day *8|week *4|hour *4|hour of the day *3|weekday *4|day of the week *3|scenario *8|outcome *5|reason *4|escalation reason *2|provider *5|mode *3|channel *3',
  ],
  by: [
    'by {part} *10|by {part} and {part} *3|per {part} *4|for each {part}|(daily|weekly|hourly|over time|day by day)',
  ],
  when: [
    'today *5|yesterday *5|last week *8|this week *6|last month *6|this month *6|this quarter *2|last quarter *2|this year|last year|last weekend',
    '[for|in|over|during] the last (seven|thirty|fourteen|ten|ninety|two|three|twenty) days *4|over the last (two|three|four) weeks *3|in the last (two|three|six) months',
    'since {month} [first] *3|since (monday|tuesday|wednesday|thursday|friday|yesterday) *4|in {month} *5|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday) *3|between (monday|tuesday|wednesday) and (wednesday|thursday|friday)|for {month}',
    '[in] the (first|second) half of {month} *3|in the (first|last) week of {month} *2|[in] the week of the {day-ordinal} *3|so far this (month|week) *3|the day before yesterday *2|(two|three) (days|weeks) ago *2|(this|yesterday) (morning|afternoon|evening) *3|in the (first|second|third|fourth) quarter *2|since the (start|beginning) of (the month|{month}) *2|[from|between] the {day-ordinal} (to|and) the {day-ordinal} of {month} *2|between {month} {day-ordinal} and {month} {day-ordinal} *2|at the weekend *2|in the last fortnight|over the past couple of weeks *2|these days|in the past (three|seven|thirty) days *2|next (week|month)|on {month} {day-ordinal} *2',
    'for last week *2|for this month *2|for yesterday *2|of last month *2|of last week|of yesterday|for today|so far *2|for last month|since last week',
  ],
  'ranked-number': ['two|three *4|five *3|ten'],
  ranked: [
    '(top|bottom|worst|best|highest|lowest) {ranked-number} *4|{ranked-number} (busiest|slowest|worst|best|quietest|cheapest) *3',
  ],
  'call-length': ['call lengths *2|handling times|response times|call durations'],
  'when-in-day': [
    'on (monday|tuesday|wednesday|thursday|friday) (mornings|afternoons|evenings) *3|at weekends *2|on weekdays *2|on weekdays between (nine|ten) and (eleven|twelve) *2|at night *2|in the (morning|afternoon|evening) *2|between (two|nine|ten) and (four|eleven|twelve) *2|between two and four p m *2|after (five|six) [p m] *2',
  ],
  kind: [
    'bar chart *8|line chart *6|area chart *4|heat map *6|histogram *5|scatter plot *5|stacked bar chart *3|stacked bars *2|chart *3|graph *2|line *2|scatter chart',
  ],
  'as-kind': ['as a {kind} *4|as (bars|lines|a heat map|stacked bars)|stacked'],
  outcome: ['escalated *6|contained *4|abandoned *4|refused|failed *2'],
  scenario: [
    'disputes *4|blocked cards *3|lost cards *2|password resets *4|loans *2|loan balances|mortgages *3|credit limits *2|transfers *2|wire transfers *4|wires|card activations *2|restructuring',
  ],
  'of-which': [
    'of (escalated|contained|abandoned) calls *3|about {scenario} *4|in (local|a i) mode *2|by provider|(on|of) {provider} *2|for {scenario} *2|for {provider}|in the browser',
  ],
  provider: ['azure *4|open a i *3|the embedded engine *2'],
  mode: ['analyst *4|coach *4|coaching|executive *3|executive briefing *2|briefing'],
  distributed: ['handling times *3|latencies|response times|costs|call durations'],
};

/** Its classes have names of their own: a class of the same name would be somebody else's. */
export const INSIGHTS_PHRASEBOOK: Phrasebook = {
  phrases: [],
  classes: Object.fromEntries(
    Object.entries(CLASSES).map(([name, phrases]) => [`insights-${name}`, phrases.map(own)]),
  ),
  topics: { insights: QUESTIONS.map(own) },
};

function own(phrase: string): string {
  return phrase.replaceAll(/\{([\w-]+)\}/g, (whole, name: string) =>
    name in CLASSES ? `{insights-${name}}` : whole,
  );
}
