/** How managers compare, follow up, correct themselves, and talk about nothing in particular. Plain data. */

export const COMPARISON =
  /\bcompar(?:ed?|es|ing|ison)\b(?! (?:by|per)\b)|\bversus\b|\bvs\b|\bv\b|\bagainst\b|\bnext to\b|\bbeside\b|\balongside\b|\bside by side\b|\brelative to\b|\bthan (?:the )?(?:week|month|day|period|last|previous|in)\b|\b(?:week over week|month over month|day over day|week on week|month on month)\b|\bchange(?:d)? (?:since|from|against)\b|\b(?:with|to|and|on) the (?:previous|period before|week before|month before|day before|quarter before|year before)\b/;
export const NO_COMPARISON =
  /\bwithout (?:the |a )?compar(?:ison|ing)\b|\b(?:don't|do not|stop) compar(?:e|ing)\b|\bno comparison\b/;
export const NO_FILTER =
  /\b(?:all (?:the )?calls(?: again)?(?=$| (?:again|please|now))|all of them|(?:without|forget|drop|remove|clear|lose) (?:the |any |all )?(?:filters?|restrictions?)|everything again|all (?:scenarios|outcomes|reasons|providers)|for all)\b/;

/** Compared with another figure, or drawn along an axis: no other time is meant. */
export const BESIDE_A_FIGURE =
  /\b(?:with|to|against|versus|vs|and) (?:the |our )?(?:hours?|days? of|weekdays?|scenarios?|providers?|outcomes?|(?:[a-z]+ ){0,2}(?:rates?|times?|latency|containment|escalations?|costs?|interruptions?|failures?|dead air|barge[- ]ins?))\b/;
/** Wishes that somebody else would have to fulfil. */
export const NOT_OURS =
  /\b(?:remind me|call my|phone my|ring my|order me|order a|book (?:me|a|us)|cancel my|weather|recipe|play (?:some|a|me)|set (?:an? )?(?:alarm|timer)|send (?:an? |him |her |them )?(?:e-?mail|message|money)|(?:lower|raise|increase|reduce|change) (?:the |our |my )?(?:[a-z]+ )?(?:rates?|limits?|prices?|targets?)|my (?:balance|account|savings|card|loan|wife|husband|mother|father)|\w+'s (?:balance|account|address|phone number|pin))\b/i;

/** A general question: the figures that matter. */
export const OVERVIEW =
  /\boverview\b|\bsummary\b|\bsummari[sz]e\b|\bsum up\b|\bbriefing\b|\bbrief me\b|\bbrief (?:report|update)\b|\bstatus\b|\bkey (?:figures|numbers|facts)\b|\bdashboard\b|\bkpis?\b|\bmetrics\b|\bfigures\b|\b(?:the|our|'s|week's|month's|day's|yesterday's|today's|main) (?:numbers|results|headlines|stats|statistics)\b|\bbig picture\b|\bhow (?:are|were|did|do|have|was) (?:we|things|it|our|luna)\b|\bhow(?:'s| is| was| did| has) (?:it|business|everything|luna|last|this|the|today|yesterday|things|she|my|our|october|november)\b|\bwhere (?:do|are|did) we (?:stand|at)?\b|\bwhat(?:'s| is| was) (?:the situation|new|going on|up with)\b|\bare we (?:doing )?(?:better|worse|improving|on track)\b|\b(?:are|is|have|has) (?:things|everything|it) (?:getting |got(?:ten)? |become |been )?(?:better|worse|improv\w+)\b|\bcatch me up\b|\bbring me up to (?:speed|date)\b|\bfill me in\b|\b(?:run|walk|talk|take) me through\b|\brecap\b|\breport (?:on|for|of|about)\b/;

/** Words that say nothing beside a period: "what happened on Tuesday?" */
export const ONLY_A_PERIOD =
  /^(?:(?:so|and|please|luna|show|tell|give|let|me|us|see|i|we|want|need|would|like|to|know|about|what|which|happened|happening|how|was|were|is|are|did|do|does|it|things?|go|went|look|looks|looked|everything|anything|wrong|wrong|special|interesting|the|a|of|for|on|in|at|over|during|all|just|can|could|you|have|had|there|data|results?|period|instead|okay|ok|again|one|up|with|any|news|here|my|our|then|now|back|only|same|that|this|maybe|perhaps|s|'s|hello|hi|morning)\s*)*$/;

/** Words that lean on what was asked before. */
export const FOLLOW_UP =
  /^(?:and|now|but|or|also|then|same|ok(?:ay)?|what about|how about|only|just|as|by|per|make|turn (?:it|that|this)|show (?:it|that|this|me that|them|me the same)|draw (?:it|that)|instead|with|without|for|in|on|since|during|compare (?:it|that|this)|break (?:it|that|this)|split (?:it|that)|the same|filter|forget|drop|leave|take|exclude|zoom|limit|narrow|use|please|all (?:of them|calls|scenarios|outcomes)|can you (?:show|make|draw|split|break|turn) (?:it|that|this|them))\b|\binstead\b|\b(?:it|that|this|those|them|these|same)\b(?! (?:week|month|year|day|quarter|weekend|morning|afternoon|evening|period|days|that))/;

/** "No, I meant last month": what follows replaces what was said. */
export const CORRECTION =
  /^(?:(?:no|nope|sorry|oh|wait|hang on|hold on|actually|pardon|oops|well|my mistake|my bad|excuse me|rather|i'm sorry|not quite|uh|um)[, ]+)+|^(?:(?:i|we) (?:actually |really )?(?:meant|mean|said|was asking (?:for|about)|wanted|want)|make (?:that|it)|rather|instead)\b ?(?:the |for |to say )?/;
/** What it was not: "by week, not by day". */
export const THE_CALLS_GO =
  /\bhow (did|do|have|are|were) (?:the|our|my) (?:calls|conversations) (go|going|gone|doing|look|looking)\b/;
export const NOT_THAT =
  /,? (?:and )?(?:not|rather than|instead of) (?:by |per |for |in |on |the |about |as )?(?:this |last |the )?[\w-]+(?: chart| graph| week| month| ones)?(?=,|$| please)/g;

export const DEFINITION =
  /\bhow (?:is|are|do you|do we|does luna|'s)(?: the)? (?:.+ )?(?:defined|computed|calculated|measured|counted|worked out|compute|calculate|define|measure|work out|count|arrive at)\b|\bhow do you (?:get|work out|come up with|arrive at)\b|\bwhat does .+ (?:mean|stand for|cover|include)\b|\bwhat(?:'s| is) meant by\b|\b(?:definition|formula|meaning)s?\b|\bdefine\b|\bwhat (?:exactly |actually |really )?(?:counts as|is (?:a |an )?(?:contained|containment|dead air|false barge|contained resolution|barge))|\bexplain (?:the |what )?\w+|\bwhat exactly is\b/;

const POLITE =
  "no(?:pe)?|not now|ok(?:ay)?|great|perfect|good|excellent|brilliant|lovely|wonderful|super|fantastic|terrific|thanks?|thank you|cheers|ta|very|much|so|a lot|a bunch|a million|that's|that is|is|it's|all|fine|nice|nicely done|well done|cool|awesome|helpful|was|really|appreciated?|i appreciate (?:it|that|this)|luna|for (?:that|this|your help|the help|now)|job|got it|i see|right|alright|just what i needed|exactly what i (?:needed|wanted)|makes sense|interesting|good to know|you're (?:great|the best|a star)";
/** Nothing but thanks. */
export const THANKS = new RegExp(`^(?:(?:${POLITE})[ ,.!]*)+$`, 'i');
/** To what was offered with the last answer. */
export const YES =
  /^(?:(?:yes|yeah|yep|sure|please|please do|go ahead|do that|go on|of course|why not|ok(?:ay)?|i'd like that|sounds good|by all means)[ ,.!]*)+$/i;
export const GOODBYE =
  /\b(?:good ?bye|bye(?: bye)?|that(?:'s| is| was|'ll be| will be) (?:all|it|everything)(?: i (?:wanted|needed)(?: to know)?| for (?:now|today))?(?: (?:thanks|thank you|luna))*[.! ]*$|that(?:'ll| will) be all|nothing else|no more questions|hang up now|see you|(?:talk|speak) (?:to you )?(?:later|soon|tomorrow)|have a (?:nice|good|great|lovely) (?:day|evening|one|weekend)|i(?:'m| am) (?:all )?(?:done|set)|(?:got to|gotta|have to|need to|must) (?:go|run)|take care)\b/i;
export const HELP =
  /\b(?:what (?:can|could|should|may|might|else can) (?:you|i)|what do you (?:know|do)|what are you able|what (?:sorts?|kinds?|types?) of (?:things|questions|stuff)|help(?: me)?$|help please|i need help|who are you|what are you|how does this work|what's possible|what are my options|(?:any|some) (?:ideas|suggestions|examples))\b/i;
/** Kindness and curiosity that are about no call. */
export const SMALL_TALK =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|so|well|luna|and)[ ,.!]*)*(?:how are you(?: (?:doing|today|feeling))*|how do you do|how is your day(?: going)?|how's your day(?: going)?|what's up|(?:tell|give) me (?:a |another )?(?:joke|something funny|story|about yourself)|sing .*|are you (?:a )?(?:human|robot|real|an? ai|happy|there|ok(?:ay)?|married)|do you (?:like|love|sleep|dream|have)\b.*|what's your (?:name|favou?rite .*)|nice to meet you|i (?:love|like|hate) you|good (?:morning|afternoon|evening)|hi|hello|hey)(?: (?:there|luna|today))*[ ,.!?]*$/i;
