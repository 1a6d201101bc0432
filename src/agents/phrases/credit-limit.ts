/** What callers say who want a higher limit or ask about their score. */
import type { Phrasebook } from '#engine/engine.ts';

export const CREDIT_LIMIT_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} (increase *6|raise *3|change|extend|double|get a higher|ask for a higher|get an increase on) (my|the) {limit} [on my {card}|to {amount}|by {amount}|please] *8',
    '[{hello}] {want} (request|apply for|ask for|get) (a|an) ({limit} increase *5|increase (of|in|to) my {limit} *3|higher {limit} *4|increase of {amount} *2) [on my {card}|please] *6',
    '{can-you} (increase *4|raise *3|change|double|lower|extend) my {limit} [on my {card}|to {amount}|by {amount}|for (me|one month|this month|my vacation)] [please] *6',
    "(what is|what's|tell me) my ([current] {limit} *4|credit score *4|maximum limit|available credit *2|credit rating|score) [right now|on my {card}|please|now] *5",
    'how (high|much) is my [current] ({limit}|available credit|score) *3|{want} (know|check|see) my (credit score *3|{limit} *3|available credit|score) *4|{can-you} (check|tell me) my credit score [please] *3',
    '{wanting} a higher {limit} [on my {card}|because {reason-more}] *4',
    'my {limit} is (too low *3|{amount} *3|not enough *2|only {amount} *2) [for me|right now] *4|{amount} is not enough *2|my current {limit} is {amount} *2',
    '(because|since|well) {reason-more} *4|{reason-more} *3',
    '(my|i have a|the) ([annual|yearly|monthly] income is|salary is|i make|i earn) {amount} [a year|per year|a month|before taxes|after taxes] *4|i (make|earn|get) [about|around] {amount} [a year|per year|a month|a week] *5|my (household|annual|yearly|monthly) income is [about|around] {amount} *3',
    "i (work|am employed) (full time|part time|as a (teacher|nurse|driver|manager|engineer|lawyer|cook|consultant))|i('m| am) (employed|self employed|a (teacher|nurse|student|manager|engineer|doctor|lawyer|freelancer|driver)|retired|unemployed) *4|i work for (myself|the government|a (bank|school|hospital|company|restaurant)) *2",
    "i('ve| have) (worked|been working|been) (there|at my job|with the company|a customer) [here] for (a year|{one-to-nine} years *3|{teen} years|{one-to-nine} months) *3|for (about|almost|over) {one-to-nine} years *2",
    'my (rent|mortgage|monthly rent) is [about] {amount} *3|i (pay|spend) [about] {amount} (in|for|on) (rent|housing|mortgage) *2|i (own|rent) my (home|house|apartment) *2|i live with my {relative} *2',
    'will (it|that|this) (affect|hurt|lower|change) my credit score *3|(when|how soon) will (i know|you decide|it be approved|it be increased) *2|why (was i|was it|is my limit) (denied|declined|rejected|so low) *2|was it approved *2',
    '(to|by|up to|at least|maybe|about) {amount} [please] *4|(double|as much as possible|the maximum|whatever is possible|as high as possible|just for a month|permanently|temporarily) *3',
    'my {limit} (is|has been) (the same|too low) (for years|for {one-to-nine} years|since {year}) *2',
    'i (want|need|have|plan|am planning) to (buy|pay for|book) (a new car|a car|furniture|a trip|a flight|a hotel|a laptop|a vacation|new windows) (and|but|so) (my limit is too low|the limit is not enough|my limit is not high enough|i need a higher limit) *3',
    'my (husband|wife|partner) (works|earns|makes|has a job|works too|earns {amount}) [full time|part time|a year] *2',
    'my (income|salary) (has gone up|went up|increased|is higher now|has increased|is {amount} (a year|per month|before taxes)) [this year|since last year] *2',
    'what is the (highest|maximum|most|lowest) (limit|amount|{limit}) [that] (i can (get|have|ask for)|is possible|you can give me|i qualify for) *3',
    '(why|how) is my (credit score|score|limit) (so low|calculated|lower than before|going down|not better) *2|(what|how) can i [do to] (improve|raise|increase) my (credit score|score) *3',
    '(could|can) my limit (go up|be raised|be increased|be doubled) [to {amount}|from {amount} to {amount}|by {amount}|for a month] *3',
    'i (spend|use|charge) [about|around|up to] {amount} (a month|each month|every month) [on my card|with the card] *2',
    'how long (does|will) (the|a) (decision|approval|review) take *2|do i get (a letter|an answer|a decision) (today|by mail|right away) *2',
    'i always pay [my (bill|balance|card)] (on time|in full) [every month] *2|i have never missed a payment *2|i have no (other debts|debts|loans|other loans) *2',
  ],
  classes: {
    limit: [
      'credit limit *6|limit *4|spending limit *2|card limit *2|line of credit|credit line *2',
    ],
    'reason-more': [
      "i travel a lot|i'm going on vacation|i'm buying furniture|i need to buy a car|my income went up|i got a raise|i have (a|some) (big|large) (purchase|expense|expenses)|i'm getting married|we are (moving|renovating [our house])|of my business|i got a new job|i have a wedding",
    ],
  },
};
