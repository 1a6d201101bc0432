/** What managers say to Insights, for the recogniser. */
export const insightsPhrases: readonly string[] = [
  '[(and|now)] (show me|give me|draw|plot|what is|what was|what are|tell me) [the] {insights-measure} [{insights-by}] [{insights-when}] *6',
  '(how many calls|how many callers|how many escalations) (did we have|do we have|were there|came in|did luna contain|were contained|were escalated|were abandoned) [{insights-when}] *4',
  '{insights-measure} {insights-by} [{insights-when}] *3',
  '[and|now] (why were|why are) [the] (calls|others|callers) escalated [{insights-when}] *2',
  '[and] {insights-by} [please] *2|[and] {insights-when} *2|(and|what about|how about|same for) [the] {insights-measure} *2',
  '(as a|make it a|show it as a|draw a|show me a) {insights-kind} [of [the] {insights-measure}] [{insights-by}] [{insights-when}] *3',
  'only [the] (escalated|contained|abandoned) (ones|calls)',
  'compare (it with|this with|with) (the previous period|last week|last month)',
  '(switch|change|go) to [the] (analyst|coach|executive|executive briefing) mode [please] *2|be [a bit] (more|less) (formal|casual) [please]|be (friendlier|more friendly)',
  '(how fast|how quickly) does luna answer|how much does a call cost|how long (are|were) the calls [{insights-when}]|when are we busiest|what do people call about|how did the calls end [{insights-when}]',
  '(give me an overview|how did we do|how was it|give me the key figures) [{insights-when}] *2',
];
