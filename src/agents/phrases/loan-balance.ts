/** What callers say about what is left of a loan and paying it off. */
import type { Phrasebook } from '#engine/engine.ts';

export const LOAN_BALANCE_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} (know|check|see|find out|ask about|get) (my|the) {loan} balance *6',
    '[{hello}] {want} (know|find out|ask|see|check) how much i [still] owe [on my {loan}] *5',
    'how much (do i [still] owe|is left|is still left|is remaining|have i paid|do i have left [to pay]) [on my {loan}|on the {loan}] *5',
    "(what is|what's|tell me) (the|my) ([current|remaining|outstanding] balance *3|payoff amount *2|payoff|remaining amount|interest rate *2|monthly payment *2|principal) (on|of|for) my {loan} *5",
    "(what is|what's|tell me) my ([remaining|outstanding|current] {loan} balance *3|payoff amount *2|loan payoff|monthly payment *2|interest rate|next payment *2)",
    '{want} pay (off|down) (my|the) {loan} [early|completely|in full|today|this month|now|next month] *5',
    '(what|how much) (would|will) it (cost|take) [me] to pay [off] (my|the) {loan} [off] [today|early|in full|now|completely|{day}] *4',
    '{can-you} (calculate|tell me|give me|check|work out|look up) (the|my) (payoff [amount] *3|{loan} balance *2|remaining balance *2|total amount|early payoff) [for my {loan}|for {date}|as of {day}] [please] *4',
    'is there a (penalty|fee|prepayment penalty|charge) (for|if i) (paying (off early|early|it off)|pay (early|it off [early])) *3',
    'when (is|was) my (next|last|final) payment [due|on my {loan}] *3|when (will|is) my {loan} [be] (paid off|due|finished) *2|how many (payments|months|years) (are left|do i have left|are remaining) [on my {loan}] *3',
    'how much (is|was|of) my (next|last|monthly|payment) [payment] [on my {loan}|goes to interest] *2|what if i pay {amount} (extra|more) [every month|a month|each month] *3',
    '{want} make (a|an) (payment|extra payment|additional payment|larger payment) [of {amount}] (on|toward|towards) (my|the) {loan} *3',
    'if i pay it off (today|{day}|next month|early|at the end of (the month|{month})) [how much (is it|would that be|will it be)] *3',
    "my {loan} (number|account number) is {digits} *2|it's (a|my|the) {loan} *3|the {loan} *2|(the|my) {loan} ending in {four-digits} *2",
    'i (have|took out|got) (a|two) {loan} [with you|for {amount}|from your bank|{day}] *2',
    'send me (the|a) (payoff letter|statement|letter) [for my {loan}] *2|{can-you} (send|mail|email) me a (payoff letter|statement|payment plan)',
    'how many (more) (months|years|payments) (do i|will i) [still] (have to pay|have left) [on my {loan}|for the {loan}] *3',
    'i (would like|want|plan|am planning) to (sell my car|sell my house|pay back my {loan}|pay off my {loan}) (and|so|before) (i need (the payoff amount|to know how much i owe)|the end of the year|i move) *3',
    '(the|my) (last|next|first|final) payment (of|for|on) my {loan} (is|was) (due|paid|late|made|due on {date}) [last month|next month|on {day}] *2',
    'was my (last|latest) payment (received|booked|credited|applied|on time) *2|did you (get|receive) my (last|latest) payment *2',
    'how much interest (have i paid|do i pay|will i pay|am i paying) [so far|this year|in total|each month|on my {loan}] *3',
    'i (pay|am paying|have been paying) {amount} (a|per|each|every) month (for|on) my {loan} *2',
    '(when|on which day|on what date) (will|is|was) (my|the) (loan|last payment|next payment) (be finished|over|due|be taken from my account|be paid) *3',
    'can i (pay|finish|settle|close) (it|the {loan}|my {loan}) (earlier|sooner|early|in {month}|this year|before {month}|with one payment) *3',
    'i (inherited|have saved|got|received) (some money|{amount}|a bonus) and [i] want to (pay off|pay down|reduce) my {loan} *2',
    '(is|has) my {loan} [been] (paid off|finished|closed|active|late) [yet|now] *2',
    "i (forgot|want to know|need to know|don't know|don't remember) (how much|what) (i owe|is left|my balance is|my interest rate is|the monthly payment is) [on my {loan}] *3",
  ],
  classes: {
    loan: [
      'loan *5|car loan *3|auto loan *2|personal loan *3|student loan *2|home loan|home equity loan|business loan|mortgage',
    ],
  },
};
