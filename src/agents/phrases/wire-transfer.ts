/** What callers say who want to wire money to somebody. */
import type { Phrasebook } from '#engine/engine.ts';

export const WIRE_TRANSFER_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} (make|send|do|start|set up|initiate|arrange) a {wire} [of {amount}] [to {name}|to {country}|abroad|overseas|to another bank|today|please] *8',
    '[{hello}] {want} (wire *5|send *4|transfer *2) ({amount} *4|money *4|some money *2) [to] ({name} *2|{country} *3|my {relative} *3|my {relative} in {country} *3|a (company|supplier|friend|lawyer|contractor) [in {country}] *2|another bank|someone overseas) *8',
    '{can-you} (wire|send|transfer) ({amount}|money|some money) to ({name}|{country}|my {relative} [in {country}]|a (company|supplier) [in {country}]|the seller|my lawyer) [today|please|right away] *5',
    "[(to|for|it's for|it is for|it's to|it goes to|her name is|his name is|the name is)] {name} [in {country}|please] *10",
    "(the|my) (recipient|beneficiary|receiver|other person) (is|is called|'s name is|is named) ({name} *3|a company *2|my {relative} *2|in {country} *2) *5|(it's|it is|it goes) (for|to) ({name} *2|my {relative} *2|a company|{country}|an account in {country}|my {relative} {first-name}) *4|{name} *3",
    "the (recipient's|beneficiary's) (name *2|bank *2|account [number] *2|address) is ({name}|{digits} *2|in {country}|(first|second|national|city|united) (national|bank|federal|trust) bank) *3",
    'the (account number|routing number|swift code|iban|bank code|number) is {digits} *5|(account|routing) number {digits} *3',
    "(the|their|his|her) bank is (in {country} *2|chase|bank of america|wells fargo|citibank|deutsche bank|barclays|the royal bank of canada) *4|it's a bank in {country} *2",
    '(how much|what) (is the fee|does (a|an) {wire} cost|are the fees|do you charge) [for (a|an) {wire}|to {country}] *4|how long does (a|an|the) {wire} [to {country}] take *4|when will (it|the money|the {wire}) (arrive|be there|get there) [in {country}] *4',
    "(the amount is|it's|i want to send|send) {amount} [in (dollars|euros|pounds|their currency)] *4|{amount} (in|to) (euros|pounds|dollars|{country}) *2|{number} (euros|pounds) *3|what is the exchange rate [for (euros|pounds)|today] *3",
    "(from|take it from|use) (my|the) {account} [please] *4|the money (is|comes) (from|in) my {account} *2|it's (for|the) (a house|the rent|an invoice|tuition|family support|a car|a property|medical bills|school|a deposit|a purchase|my (daughter's|son's) (tuition|school|rent)) *4",
    "{want} (cancel|stop|recall|track|trace|check|change) (a|my|the|that) {wire} [i (sent|made) {day}|from {day}|of {amount}] *5|(has|did) my {wire} (arrived|gone through|arrive|go through|been sent) [yet] *3|my {wire} (has not|hasn't|didn't) (arrived|arrive|gone through) [yet] *3",
    'is (it|my {wire}) (safe|secure|reversible|urgent) *2|(it|the {wire}) (has to|needs to|must) (arrive|be there|go out) (today|by {day}|tomorrow|{day}) *3|{can-you} (verify|check|confirm) the recipient [for me|please|first] *3',
    "i (don't|do not) (have|know) the (swift code|routing number|account number|iban|bank's address) [with me|right now|yet] *3|(where|how) do i find the (swift code|routing number|iban) *2",
    "[to|for|it's for|it goes to|the name is|it should go to|her name is] {recipient} *6|(wire|send|transfer) [{amount}|money|some money] to {recipient} *3",
    "[it's|it is|this is] for (my {relative} *3|rent *2|the rent|tuition|school|an invoice *2|a bill|a house|a down payment|a gift|a wedding|the hospital|a contractor|my landlord|family support|help) *3|(rent|tuition|family|an invoice|a gift|medical bills|property|a deposit) *2",
    'i (have|know|can give you) (her|his|their|the) (account number|iban|bank details|address|name|swift code) [here|with me] *2',
    '(is|was) the (money|{wire}) (sent|received|on its way|stuck|returned|safe) *2|did (she|he|they) (get|receive) the (money|{wire}) *2',
    'i (need|have|want) to (pay|send money to) (a|an|my|our) (supplier|lawyer|contractor|landlord|company|hotel|school|university) (in {country}|abroad|overseas) *3',
    '(does|will) the (bank|other bank|recipient) (in {country}|there) (also|have to) (charge a fee|charge|pay|pay a fee) *2',
    '(it|the money) (has to|must|should|needs to) be (there|in {country}|in (his|her|their) account) (by|before|until|on) {day} *3',
  ],
  classes: {
    /** Whom the customers of the demonstration bank have saved. */
    recipient: [
      'maria lopez *3|anna schmidt *3|robert whitfield|olivia carter|walter brandt|peter lang|julia lang|hannah weiss|grace lindqvist',
    ],
    wire: [
      'wire *5|wire transfer *5|international transfer|international wire|bank transfer *2|money transfer',
    ],
  },
};
