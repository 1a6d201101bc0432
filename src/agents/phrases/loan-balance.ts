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
  ],
  classes: {
    loan: [
      'loan *5|car loan *3|auto loan *2|personal loan *3|student loan *2|home loan|home equity loan|business loan|mortgage',
    ],
  },
};
