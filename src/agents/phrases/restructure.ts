/** What callers say who cannot pay as agreed. */
import type { Phrasebook } from '#engine/engine.ts';

export const RESTRUCTURE_PHRASES: Phrasebook = {
  phrases: [
    "[{hello}] i (can't|cannot|am not able to|'m unable to|am unable to|can no longer|won't be able to|'m not able to) (pay *3|make *3|afford *3|keep up with *2|manage|cover) (my|the|these|those) ({debt} *3|payments *3|next payment|monthly payments *2|payment this month *2|bills) [anymore|any more|this month|right now|next month|on time] *6",
    "[{hello}] i('m| am) having (trouble *2|difficulty|difficulties|problems|a hard time) (paying|making|with|keeping up with) (my {debt}|my payments|the payments|payments) *4",
    '[{hello}] {want} (restructure *4|reschedule|refinance *2|lower *2|reduce *2|change|renegotiate|modify|extend) (my|the) {debt} [payments|terms|plan] *6',
    "i (lost|have lost|just lost) my job [{day}|last month|recently|and i can't pay (my {debt}|you)] *4",
    "i('m| am) (unemployed|out of work|behind on my (payments|{debt})|late with my payments|sick|on sick leave|going through a divorce|getting divorced|on maternity leave|retired now|struggling financially|struggling with my (payments|{debt})|in (financial trouble|debt)) [right now|at the moment] *4",
    'my (income|salary|hours) (was|were|has been|have been|got) (cut|reduced) [at work|{day}|in half] *3|my (business|company|shop) (closed|failed|is not doing well|is struggling) *2|i had (a|an|some) (medical (emergency|bills)|accident|surgery|unexpected (bills|expenses)) *2',
    '{want} (talk|speak) (to|with) someone about (my {debt}|a payment plan|restructuring|hardship|my options|my situation) *3',
    '{want} (set up|get|arrange|ask for|make|apply for|have) (a|an|some) (payment plan *3|new payment plan|extension|deferment|payment holiday *2|hardship program *2|different plan|lower rate|lower payment|arrangement|more time *2) *5',
    "can i (skip|defer|delay|postpone|miss|pause) (a|one|the next|this month's|two|my|the) (payment|payments) [this month|for (two|three|six) months|until {month}] *4",
    'can (i|we) pay (less|only {amount}|{amount} a month|later|half|in installments|a smaller amount) [each month|every month|for a while|this month|for now] *4',
    'i can (only)  pay {amount} [a month|per month|every month|this month|right now] *4|i could pay {amount} (a month|monthly|per month|each month) *2|i (make|earn) {amount} (a month|a year|per month) *3',
    "(is|are) there (any|a|some) (help|program|options|hardship program|way to lower my (payment|payments)|relief|assistance) [for (people like me|me|my situation)] *3|what (are my options|options do i have|can i do|happens if i don't pay|happens if i miss a payment) *3",
    'my monthly payment is (too high *2|{amount} *2|too much|too expensive) *3|the (payments|rates|installments) are too (high|expensive|much) [for me] *2|(i have|with) (two|three|four|no) (kids|children)|i owe {amount} [on my {debt}] *2',
    "i'm (two|three|one) (months|payments|month|payment) (behind|late) [on my {debt}|with my {debt}] *3|i (missed|am going to miss|will miss) (a|my|one|two|the last) (payment|payments) *3",
    "[i'd like|i need|i want|i would like|maybe|just|probably] ([a] (lower|smaller) [monthly] payment *3|lower payments *2|a (pause *3|break *2|payment holiday) [for (a|two|three|a few) (month|months)]|(more time|a longer term *2|an extension) [to pay it back]|a lower rate) [please|would help [me] [a lot]|would be (best|good)] *4",
    "my (hours|wages|income) (were|was|have been) (cut|reduced) [at work|this month|since {month}] and (i can't|i cannot|it is hard to) (keep up|pay everything|make my payments|pay my {debt}) *3",
    '(we|i) (have|had) (a lot of|too many|some|so many|high) (bills|medical bills|expenses|debts|costs) [this month|right now|this year] *2',
    '(could|can) (you|we) (lower|reduce|stretch|split|spread) (the|my) (monthly payment|payments|{debt}|rate) [over (more|{one-to-nine}) (months|years)|to {amount}|for a few months|for a while] *3',
    "i (want|would like|promise|am going|will be able) to pay (everything|it all|what i owe|you) [back] (but|when) (i need more time|i have a job again|not this month|i can't right now) *3",
    '(will|does) (this|it|that) (cost|hurt|change|affect|go on) (me anything|my credit [score]|my record|the interest|the term) *2',
    '(please|i ask you to|can you) (give me|grant me|let me have) (a break|more time|a few weeks|until {month}|another month) *2',
    '(the|my) (new|lower|next) (payment|rate|plan) (would|should|can|must) be [at most|about|less than] {amount} [a month] *2',
  ],
  classes: {
    debt: [
      'loan *4|mortgage *3|debt *3|credit card debt *2|payments *2|personal loan *2|car loan *2|credit card balance|monthly payment',
    ],
  },
};
