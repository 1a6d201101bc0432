/** What callers say about a charge that is not theirs or not right. */
import type { Phrasebook } from '#engine/engine.ts';

export const DISPUTE_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} (dispute|report|contest|challenge|question|refuse|query) (a|this|the|an) [unknown|wrong|strange|fraudulent|unauthorized] {charge} [on my {card}|on my statement|on my {account}] *6',
    '[{hello}] there (is|was) (a|an) [strange|unknown|fraudulent|weird|unauthorized] {charge} [of {amount}] [on my {card}|on my {account}|on my statement] {unknown} *5',
    "[{hello}] (i see|i have|i found|i noticed|i've got|i got) (a|an) [strange|unknown|fraudulent|weird|unauthorized] {charge} (of|for) {amount} [from {merchant}] [{unknown}] *4",
    '(i see|i have|i found|i noticed) (a|an|some|several|two) (strange|unknown|weird|suspicious|unauthorized|fraudulent) (charge|charges *2|transactions *2|payments|transaction) [on my {card}|on my {account}|on my statement] *4',
    "i was charged (twice *4|two times|double|too much *3|{amount} *2|the wrong amount *2|three times|again|for something i (didn't buy|returned|cancelled|never received)) [for (the same (thing|purchase|order)|{amount}|my subscription)|by {merchant} *2|at {merchant}|on my {card}|{day}] *5",
    '{merchant} (charged|billed|debited) me (twice *3|{amount} *2|too much *2|the wrong amount|double|again|by mistake|for nothing) [{day}|for the same thing|last month] *4',
    "i (didn't|did not|never) (make|authorize|approve|do|order|buy) (that|this|the) ({charge} *3|anything *2) [from {merchant}|{day}] *4",
    "i (cancelled|returned|never received|did not receive|didn't get) (the|my) (order *2|item|subscription *2|product|hotel|refund *2|package|money|flight|service) *4",
    "i (want|need|would like|'d like) (my money back *3|a refund *3|to get my money back *2|to get a refund *2|a chargeback) [for (that|this|the) {charge}|for it|from {merchant}] *4",
    '{can-you} (refund|reverse|cancel|remove|check|look at|look into|investigate|stop|explain) (the|this|that|a) {charge} [for me|from {day}|from {merchant}|of {amount}] [please] *4',
    'what is (this|that|the) {charge} (of|for|from|on) ({amount}|{merchant}|{day}|{date}) *3|(who|what) is (that|this) {charge} (from|for) *2',
    "(the|it's the|it was the|that) {charge} (was|is|of|for) {amount} [{day}|on {date}|from {merchant}|at {merchant}] *4",
    '(the|that) {charge} (is|was) (wrong *2|not mine *3|a mistake *2|fraud *2|too high|incorrect|not correct|from {merchant} *2|on {date}|from {day}) *4',
    "(it was|it's|the one|that was|it is) (from|at|by) {merchant} [for {amount}|on {date}] *3|(it was|it happened|on|the date was) {date} *2",
    "i (don't|do not) (recognize|know|remember|recall) (it|that|this|this {charge}|the merchant|this company|that store|this name) *4",
    '(someone|somebody) (used|charged|has used|hacked) my {card} (online|in {country}|without my permission|to buy something|at {merchant}) *3',
    "i've never (been to|heard of|shopped at|bought anything from) {merchant} *2|i've never been to {country}|i was not (even|in) (there|{country}|that city) *2",
    'how long does (a|the) (dispute|refund|investigation|claim) take *2|when (will|do) i get my (money back|refund) *3|what is my (case|claim|reference) number *2|will i get (the|my) money back *2',
    "i (already|have) (contacted|called|talked to|spoke to|emailed) (the merchant|them|the store|{merchant}) [about (it|this)] [and they (refused|won't help|didn't answer|refuse to help)] *3",
    '{want} file a (dispute *3|claim *2|complaint|chargeback|report) [about a {charge}|for {amount}|against {merchant}] *4',
    'the atm (gave me|dispensed) (the wrong amount|no money|less money|only {amount}) *2|the atm did not give me [my|the|any] money *2|i withdrew {amount} but [i] only got {amount}',
    "{shop} *4|(it's|it was|the one|that was|a {charge}|the {charge}|charged|something) (from|at|by) {shop} *4|the (shop|store|company|merchant|name) (is|was|is called) {shop} *2",
    "(it's|it is|that's|this is) (a duplicate|a double charge|not authorized|fraud)|i was overcharged|i (did not|didn't|never) authorize (it|that)|i paid twice|i never got (it|anything)|i did not receive (it|anything)|the amount is (wrong|not right|too high)",
    '(the|a) (store|restaurant|hotel|website|company|gym|merchant|shop) (charged|keeps charging|has charged|still charges) (me|my card) (twice|again|every month|the wrong amount|too much|after i cancelled|for nothing|double) *3',
    'i (only|just) (bought|ordered|paid|spent) {amount} (but|and) (they took|they charged|it says|i see) {amount} *3',
    '(what|who|which store|which company) is (behind|this|that) (charge|payment|transaction|company|merchant) *2|where was (my card|it) used *2',
    'i (was|have) (at home|never been there|not in {country}|asleep|at work) (that day|when it happened|at that time|on {day}) *2',
    '(my|our) (son|daughter|husband|wife|kid) (may have|might have|could have|did not) (bought|made|ordered|used) (it|something|the card|that) *2',
    "i (called|wrote to|emailed|asked|talked to) the (store|merchant|company|hotel|shop) (but|and) (nobody|they|no one) (answers|answered|refused|won't help me|did not help|told me to call you) *3",
    "(the|my) (package|order|item|delivery) (never|has not|did not|hasn't) (came|arrived|arrive|come|shipped) [so|and] [i want my money back] *3",
    '(when|how) (will|can|do) i get (my|the) (money|{amount}|refund) back *4',
    '(it|the charge|the payment) (was|is) (from|on|made) (last (week|month|tuesday|friday)|{date}|{day}|yesterday|the weekend) *3',
    '(i|we) (paid|have already paid|already paid) (in cash|with another card|this bill|for that|it in cash) *2',
    '(please|can you) (take|remove) (it|that|the charge|this payment) (off my (account|statement|card|bill)) *2',
  ],
  classes: {
    /** Names on the statements of the demonstration bank. */
    shop: [
      'blue harbor electronics *2|blue harbor *2|corner market *2|harvest table bistro|harvest table|northgate fuel|streamwell|cedar grove pharmacy|cedar grove|skyway airlines|grand plaza hotel|grand plaza|juniper books',
    ],
    charge: ['charge *5|transaction *4|payment *3|purchase *2|withdrawal|fee|debit|amount'],
    unknown: [
      "i don't recognize *4|i did not make *3|i didn't make *3|that isn't mine *2|that is not mine|i never made|i did not authorize|i didn't authorize *2|i don't know *2|i know nothing about",
    ],
  },
};
