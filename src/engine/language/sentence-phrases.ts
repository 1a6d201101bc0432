/** How people put sentences together, whatever the matter: clauses, and what joins them. */

export const SENTENCE_PHRASES: readonly string[] = [
  '{want} (know|find out|understand|ask you|see|hear) (what|how|when|where|why|if|whether|how much|how long|how many|who|which) {matter} {is-what} *3',
  "(tell me|let me know|can you tell me|could you tell me|do you know|please tell me|i don't know) (what|how|when|where|why|if|whether|how much|how long|which) {matter} {is-what} *3",
  "(i want|i need|i would like|i'd like|can i get|could i have|i asked for|i was told) {matter} [to be] {done} [please|today|right away|by {day}|as soon as possible|now|again] *3",
  "{matter} (is|was|has been|has to be|needs to be|should be|will be|can be|must be|is being|was not|is not|hasn't been|is still not|got|is already) {done} [yet|now|today|by mistake|yesterday|again|by {day}|in {place}] *4",
  'what (do i|should i|can i|must i|do we) (do|have to do|need to do|say|bring|need) (now|to|if|when|with {matter}|about {matter}|for {matter}|to get {matter} {done}) *3',
  "(i am|i'm|we are|we're|i was|i've been|i have been) {doing} *5",
  "(right now|at the moment|today|this month|this week|every month|since {day}|for (a week|two weeks|{one-to-nine} days|months|years)) (i am|i'm|we are|i have been) {doing} *2",
  'there (is|was|are|seems to be|must be) (something wrong|a problem|a mistake|an error|an issue|something strange|nothing|no money|some money) (with|on|in|about) {matter} *3',
  'i (just|already|also|only|finally|never|still|really) (noticed|saw|realized|found out|got|received|checked|called|heard|read|learned|remembered|tried|wanted|told you|need|want|think|have) [that] (i {clause-rest}|{matter} is {done}|{matter} is {state}) *4',
  '{clause} (and|so|but|because|and now|since|when|if|or|and then|so now|after|before|until) {clause} *8',
  '(because|since|if|when|and|but|so|after|before|once) {clause} *3',
  '(yes|yeah|no|well|okay|so|hi|hello|look|listen|actually|sorry|and|but) {clause} *5',
  '{clause} (please|today|yesterday|right now|this morning|last week|again|anymore|yet|already|at all|by mistake|online|by phone|over the phone|on my phone|{day}|in {month}) *4',
  '(is|are|was|will|can|does|did|has) {matter} (be {done}|{done}|{state}|work|come|arrive|go through|help|cost a lot) [yet|now|today|already|soon|again] *3',
  '(how|when|where|why) (do|can|did|does|will|should|could) (i|you|we|they|it|{matter}) (do that|get it|pay it|find out|change it|see it|use it|send it|start|get {matter}|use {matter}|pay for {matter}|find {matter}|get {matter} {done}) *3',
  '(how|what|when|where|which|who) (is|are|was|about|of) {matter} [and {matter}] *2',
  "(i think|i believe|i guess|i hope|i'm sure|i am sure|i'm afraid|it seems|it looks like|maybe|i'm pretty sure|i remember|i know) [that] {clause} *4",
  '(you|they|the bank|your bank|the store|my boss|my {relative}|someone|somebody|nobody|the company|the machine|the website|the app|people|a man|a woman) (said|told me|promised|asked|wrote|says|told me that|said that|sent|called|charged|took|used|gave me|wants|needs|has|did|does) ({clause}|{matter}|it|that|me|nothing|something|money) *4',
  '(would|could|can|will) you (have a look at|look at|look into|explain|check|send|show me|give me|change|open|close|stop|start|help me with|find|take|put|tell me about) {matter} [for me|please|again|once more|today] *4',
  '{matter} (of|for|from|on|in|with|to|and|or|at) {matter} *6',
  '(the|my|a|that|this|one|another|each|every|any|some|all) (name|number|date|amount|day|time|reason|address|price|code|email|phone|bank|company|store|person|house|car|job|family|trip|letter|message|problem|question|mistake) (of|is|was|for|from|on|and|in|to|has|with|at) ({matter}|{clause}|{name}|{amount}|{day}) *4',
];

/** Parts of the sentences above. */
export const SENTENCE_CLASSES: Readonly<Record<string, readonly string[]>> = {
  matter: [
    '(my|the|a|that|this|your|our|her|his) (card *3|{card} *3|account *2|{account} *2|loan *2|mortgage *2|payment *3|balance *2|limit *2|credit limit|password *2|pin|transfer *2|money *3|charge *2|transaction *2|rate *2|interest rate *2|wire|refund|replacement|new card *2|old card|payments|deposit|bill|statement|application|order|fee|check|rent|salary|address|phone number|name|link|email|code|app|wallet|purse|phone|house|car|job|income|case|claim|monthly payment|credit score|debt|savings|branch|bank|number|credit|cards|accounts|payoff amount|purchase|subscription)',
    'it *3|that *2|this|everything|something|anything|one|all of it|the rest|both|them|{amount} *2|some money|the new one *0.5|the other one *0.5',
  ],
  'is-what': [
    'is *3|was|is {done} *2|will be {done}|costs|works|comes from|means|has to be {done}|can be {done}|will (be|arrive|cost|come)|is going to (be|cost|take)|would be|is (right|wrong|safe|there|on|due|left)|has changed|has been {done}|does not work|i (have|need|owe|should pay|can get)',
  ],
  done: [
    'blocked *2|cancelled *2|stolen *2|lost *2|transferred *2|increased *2|raised|lowered *2|reset *2|unlocked|locked *2|refunded|activated *2|sent *3|replaced|moved|changed *2|enabled|turned on|paid *3|paid off *2|charged *2|declined *2|rejected|approved *2|closed|opened|delivered *2|received|used *2|returned|deposited|credited|verified|confirmed|updated|finished|delayed|taken *2|reported|disputed|ordered|stopped|frozen|explained|fixed|checked|added|removed|reduced|extended|calculated|signed|mailed|wired|withdrawn|damaged',
  ],
  state: [
    'gone *2|missing *2|broken *2|wrong *2|right|active|ready|safe|available|due|late|too high *2|too low *2|empty|still there|not mine|not working *2|in the mail|on the way|very important|expensive|good|bad|new|old|correct|open|possible|urgent|low|high|enough|not enough',
  ],
  doing: [
    'calling (about|because of|for|from|to) {matter} *4|calling because {clause} *3|going to (pay|get|buy|need|use|send|move|call|charge|be|have|lose|change|travel|take) {matter} *3|trying to (pay|get|buy|use|send|find|change|reach|log in to|open|set up|understand) {matter} *4|thinking (about|of) ({matter}|buying {matter}|changing {matter}|paying {matter}|moving|refinancing {matter}) *2|looking (for|at|forward to|into) {matter} *3|waiting (for {matter}|on hold|for you|for a week) *3|paying {matter} *2|paying too much (for|on) {matter}|paying for {matter}|having (trouble|problems|difficulties) with {matter} *2|getting {matter}|using {matter} *2|buying {matter}|making {matter}|working (full time|for a company|from home|in a hospital|at a school)|living (in {country}|with my {relative}|alone)|planning to (buy|pay|travel|move)|worried about {matter} *2|interested in {matter} *2|sure about {matter}|not sure (about|if) {matter}|talking about {matter}|traveling (to|in) {country}|expecting {matter}|asking (about|for) {matter}|sending {matter}|losing {matter}|shopping (online|at {merchant}|for {matter})',
  ],
  clause: [
    "i {clause-rest} *8|it {it-rest} *4|{matter} (is|was) {state} *2|{matter} (is|was|has been) {done} *2|(they|someone|somebody|you|we|he|she) {they-rest} *4|that's (why|what|how|because) i {clause-rest}|there is no money|nothing happened|nobody (told me|called me|helped me|answered)",
  ],
  'clause-rest': [
    '(lost|need|want|have|got|found|made|paid|sent|received|bought|ordered|used|see|owe|get|forgot|left|took|opened|closed|changed|returned|cancelled|sold|called about|asked for|waited for|checked|tried|put|keep|like|like to have|saw|noticed|remember) {matter} *8',
    "(can't|cannot|couldn't|can|could|don't|didn't|do not|did not|have to|want to|need to|would like to|should|will|won't|must|wanted to|tried to|am going to|used to|might|won't be able to|was able to|never) (pay|find|use|get|see|remember|know|buy|send|make|have|understand|log in|do|lose|need|want|receive|afford|open|change|wait for|believe|take|move|call|block|cancel|activate|talk about|check|transfer|increase|recognize) {matter} *8",
    "(don't know|am not sure|forgot|didn't know|wonder|don't understand) (what|how|when|where|why|if) (to do|{matter} is|it is|that is|happened|it was|i put it|to pay) *2",
    "(was|am|have been|had been|got|will be|won't be) (at {place}|in {place}|on {place}|in {country}|charged|told|sick|late|away|traveling|robbed|a customer|home|there|here|at work|at home|very happy|not happy|worried|in a hurry|busy) *3",
    'moved|did not do that|did that|did it|did not do it|already did|lost my job|called you|called before|called yesterday|work for a (company|school|hospital)|live in {country}|travel a lot|work full time',
  ],
  'it-rest': [
    "(is|was|isn't|wasn't|has been|will be|should be|must be|might be|could be|can be|is going to be) ({state}|{done}|my fault|a mistake|for my {relative}|from {merchant}|on {day}|about {amount}|in {place}|for {matter}) *5",
    "(doesn't|does not|didn't|won't|did not|will not|can't|never) (work|arrive|come|help|matter|go through|open|let me {clause-rest}|say|show|take {matter}|accept {matter}|make sense) *2",
    '(says|said|happened|came|arrived|worked|cost|costs|stopped working|broke|disappeared|fell|takes|took|started|looks like|goes to|comes from|ends in|belongs to|expired|went) ({matter}|{day}|in {place}|at {place}|{amount}|too long|again|yesterday|on {day}|to {name}) *2',
  ],
  'they-rest': [
    '(took|stole|used|charged|sent|gave|told|called|asked|want|need|have|refused|promised|said|made|owe|paid|found|bought|returned|opened|changed|got) (me|it|us|{matter}|me {amount}|me {matter}|nothing|me that {matter} is {done}) *4',
    "(can|can't|could|will|won't|would|don't|didn't|should|did not|have to|want to|never) (help|help me|call me|send|tell me|charge|take|pay|give me|answer|see|find|send me|refund|block|lower|raise|check|change) {matter} *3",
  ],
};
