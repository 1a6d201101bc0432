/** What callers say about mortgages and interest rates. */
import type { Phrasebook } from '#engine/engine.ts';

export const MORTGAGE_RATE_PHRASES: Phrasebook = {
  phrases: [
    "[{hello}] (what are|what's|what is|tell me|tell me about) (your|the|today's) [current|best|lowest|new] ({mortgage} rates *4|{mortgage} rate *3|interest rates *4|rates *3|interest rate (on|for) (a|my) [{term}] {mortgage} *3) [for (a|an) [{term}] {mortgage}|today|right now|please] *6",
    '[{hello}] {want} (ask|know|talk|find out|hear) about (my {mortgage} *3|{mortgage} rates *4|a {mortgage} *3|refinancing *3|your {mortgage} rates *3|interest rates *2|a [{term}] {mortgage} *2) *6',
    '[{hello}] {want} (refinance *5|change|renew *2|pay off|lower|extend|switch) (my *5|our *2|the) ({mortgage} *4|house *2|home) [rate|at a (lower|better) rate|to a lower rate] *5',
    "(what is|what's|tell me) (my|the) (current|remaining|[current] interest) ({mortgage} rate *3|rate *3|{mortgage} balance *2|rate on my {mortgage} *3) *5",
    'how much (is left|do i [still] owe|have i paid|do we owe) on (my|our|the) {mortgage} *3|what is my {mortgage} (balance|rate|payment|interest rate|term) *3|when does my (fixed rate|rate|{mortgage}|term) (end|expire|run out) *3',
    '{want} (buy *4|build|finance) a (house *4|home *2|apartment|condo|second home|new house) [and (need|want) a {mortgage}|for {amount}|in {month}|this year|next year|soon] *4|(we|i) (want|are looking|am looking|plan) to buy (a|our first) (house|home|condo|apartment) [this year|soon|for {amount}] *3',
    '{want} (lock in *2|lock|get|compare) (a|the|your|this) (rate *2|lower rate *3|better rate *3|fixed rate *2|good rate) [for my {mortgage}|today|on my {mortgage}] *4|can i (get|have) a (better|lower) [interest] rate [on my {mortgage}] *4',
    '(a|the|for a|maybe a) {term} [{mortgage}|rate|fixed|one] *4|(fixed|variable|adjustable) [rate] [please] *2|{teen} years|(thirty|twenty|fifteen) years [fixed] *2',
    'how much (can|could) (i|we) (borrow|afford|get) [for a (house|{mortgage})|with {amount} down] *3|how much (would|will) (the|my) monthly payment (be|be for {amount}) *3|what would my (monthly payment|payment|rate) be [for {amount}|at that rate] *3',
    'the (house|home|apartment|property|condo) (costs|is|is worth|is about) {amount} *4|(we|i) (have|can put|want to put|saved) {amount} (down|for the down payment|saved|as a down payment) *4|(my|our) down payment is {amount} *3|{two-digit} percent [down] *3',
    'my (current|old|present) rate is {rate} *4|{rate} *3|i (pay|have) {rate} [now|right now|at the moment] *3|(another|the other) bank (offers|offered|has) [me] {rate} *3',
    'are (rates|the rates|interest rates) (going (up|down)|rising|falling|lower|higher) [next (week|month|year)|now|soon] *3|will (the|my) (rate|rates|payment) (go up|go down|change|increase) *3',
    '{want} (talk|speak) (to|with) a (mortgage|loan) (specialist *2|advisor *2|officer *2|expert|person) *4|{want} (make|schedule|have) an appointment (with|for) a (mortgage|loan) (specialist|advisor|officer) *2',
    'what (do i need|documents do i need|papers do you need|are the (closing costs|requirements|conditions|fees)) [for a {mortgage}|to apply|to refinance] *3|how long does (the approval|approval|it|refinancing) take *2|is it worth refinancing [now] *2',
    'we (found|have found|want to buy|saw|like) (a|the) (house|home|apartment|condo) (for {amount}|that we like|near {place}|last week|in {place}) *3',
    '(is|would) (now|it|this) [be] (a good time|smart|cheaper|better) to (refinance|buy|fix my rate|wait) [or (should we|should i) wait] *2',
    'how much (can|could) we save (if we refinance|by refinancing|each month|with a lower rate) *2|what would it cost to refinance [the house|my {mortgage}] *2',
    '(my|our) (fixed rate|rate|{mortgage}) (ends|expires|runs out|is up|is fixed until) [in {month}|next year|this year|in {one-to-nine} years|{year}] *3',
    '(we|i) (pay|are paying|am paying) {amount} (a|per|every) month (for|on) (the|our|my) {mortgage} *2',
    '(what|which) (is better|is cheaper|would you recommend|do most people take) (a fixed or a variable rate|fifteen or thirty years|for us|for me) *2',
    'how (long|high) (is|would) the (rate|offer|rate lock) [be] (guaranteed|valid|good for) *2|can i lock (in the rate|the rate|it) [today|for {one-to-nine} months] *2',
    'i (would like|want|need) to (speak|talk) to someone about (buying a house|refinancing|my {mortgage}|a new {mortgage}|my first house) *3',
    'the (interest|rate) (i pay|i have|on my {mortgage}) is (too high|{rate}|higher than yours|variable|fixed) *2',
  ],
  classes: {
    mortgage: ['mortgage *7|home loan *2|house loan|loan *2|refinance|mortgage loan'],
    term: [
      'thirty year *3|fifteen year *3|twenty year|ten year|five year|variable *2|fixed *3|adjustable *2|fixed rate *2',
    ],
    rate: [
      '({one-to-nine} point {digit} [{digit}]|{one-to-nine} and a half|{one-to-nine} [and a quarter]) percent *6|{one-to-nine} point {digit} [{digit}]',
    ],
  },
};
