/** What callers say who want to know their balance or move money. */
import type { Phrasebook } from '#engine/engine.ts';

export const TRANSFER_FUNDS_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} (transfer *6|move *4|send *2) {money} [from (my|the) {account}] (to|into) {to-account} *8',
    '[{hello}] {want} (transfer *3|move|send *2) {money} (to|into) (my {relative} *2|{name} *2|a friend|another bank|someone|an account at another bank) *4',
    '[{hello}] {want} (transfer|move|send) {money} [please|today|between my accounts *3|between accounts] *4',
    '{can-you} (transfer *5|move *4|send *2|put *2) {money} [from (my|the) {account}] (to|into|in) {to-account} [please|today|for me|now] *8',
    '(transfer|move|put|send) {amount} [from (my|the) {account}] (to|into) {to-account} [please] *5',
    '{want} make a (transfer|payment|money transfer) [of {amount}] [to {to-account}|to {name}|between my accounts] *3',
    'from [my|the] {account} to [my|the] {account} [please] *5|from (savings to checking *2|checking to savings *3) [please] *3|(to|into|from) (my|the) {account} [please] *3',
    "[{hello}] (what is|what's|tell me|can you tell me|can you check|check) (my|the) ([current|available|account] balance *4|balance (on|of|in) my {account} *4|{account-kind} [account] balance *2) [please] *6",
    'how much (money *3|do i have *2) (is|do i have|have i got) (in|on) (my|the) {account} [right now|now] *4|how much (money do i have|do i have left|is left) [in (my|the) {account}] *4',
    '{want} (check|know|see|hear|get|ask for) (my|the) [account|current|checking|savings] balance [of my {account}|first|please|on my {account}] *5',
    'do i have enough [money] [in my {account}] [for (that|this|{amount})|to (cover it|pay {amount})] *3|is there enough money [in (my|the) {account}] *2',
    '(did|has) (my|the) (salary *2|paycheck *3|deposit *2|transfer *2|payment *2|check *2|rent|money|refund) (arrive|come in|go through|clear|cleared|arrived|been received|gone through) [yet] *5',
    'how much (was|is) (my last (deposit|payment|paycheck|withdrawal)|the transfer|the fee) *2|what (was|were) my last (transaction|transactions|payments|purchase|deposit) *3|when did (my|the) (salary|paycheck|deposit|payment|check) (come in|arrive|clear) *2',
    '(the amount is|make (it|that)|no|it should be|i said|just|only) {amount} [please] *4|(all of it|everything|half of it|the whole amount|all my money|the rest|the maximum) [please] *3',
    '{amount} [to (my|the) {account}|from (my|the) {account}] [please] *3|{amount} please *2|(now|today|right away|tomorrow|{day}|every month|on the {day-ordinal}|once|just once) [please] *3',
    '{want} set up (a|an) (recurring|automatic|monthly|standing|weekly|scheduled) (transfer *3|payment *2|order) [of {amount}|to {to-account}|every month] *4|(schedule|cancel|stop) (the|a|that|my) (transfer|payment) [for {day}|of {amount}] *3',
    'when will (the|my) (money|transfer|payment) (arrive|be there|go through|be available) *3|is there a (limit|fee|daily limit) (for|on) transfers *2|how much can i transfer [per day|at once|in a day] *2',
    '{want} (pay *4|settle) (my {card} bill *2|my credit card *3|a bill *2|my bills|the rent *2|my rent|my {product}|my electric bill) [with my {account}|from my {account}] *4',
    '(every|each|on the first of every|on the last day of the) month i (want|would like|need) to (move|transfer|save|send|put) {amount} [to|into] [{to-account}] *2',
    'i (moved|transferred|sent) {amount} (to|from|into) (my {account}|the wrong account|{to-account}) [{day}] [and it is not there|by mistake|but it never arrived] *3',
    '(which|what) (account|payment|transfer) (was|is|did) (it|that|the money|the last) (taken from|from|to|come from|one) *2',
    'how much (did i|have i) (spend|spent|save|saved|pay|paid) (this month|last month|this week|in {month}|so far|on groceries) *3',
    '(the|my) balance (seems|is|looks) (too low|wrong|lower than i thought|not right|negative) *2|why is my balance (so low|negative|lower than yesterday) *2',
    '(and|then|now) (pay|put|send) the rest (to|into|on) {to-account} *2',
  ],
  classes: {
    'to-account': [
      "savings [account] *4|checking [account] *4|my savings [account] *4|my checking [account] *4|my other account *2|my joint account|my credit card|my (wife|husband|son|daughter)'s account *2|another account *2|my business account|my money market account|the joint account",
    ],
    money: ['money *4|{amount} *6|some money *2|funds'],
  },
};
