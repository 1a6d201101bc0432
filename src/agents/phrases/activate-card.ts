/** What callers say about a new card that is to be switched on. */
import type { Phrasebook } from '#engine/engine.ts';

export const ACTIVATE_CARD_PHRASES: Phrasebook = {
  phrases: [
    '[{hello}] {want} {activate} my [new] {card} *8',
    '[{hello}] {want} {activate} (a|the|this) [new] {card} *4',
    "[{hello}] i (got|received|just got|just received|have|have received|got in the mail) (my|a|the) [new|replacement] {card} [today|yesterday|in the mail|{day}] [and (i need to|i want to|i'd like to|how do i|would like to) {activate} it] *6",
    'my new {card} (arrived|came|is here|just arrived|just came|has arrived|came in the mail) [today|yesterday|{day}] *4',
    '{can-you} {activate} (it|my card|my [new] {card}|this card|the card) [for me|please|now|right away] *6',
    '(is|has) my [new] card (active|activated|been activated|ready [to use]|working) [yet|already|now] *3|is it active [now] *2|can i use it (now|right away|already|today|immediately) *3',
    '{want} (turn on|enable|activate|switch on|use|set up|turn off|disable) {tap} [on my {card}|for my {card}|too|as well|please|on it] *6',
    '{can-you} (turn on|enable|activate|switch on|set up|turn off|disable|add) {tap} [on my {card}|for (it|my {card})|too|as well] [please] *5',
    '(yes|and|also|yes please) (enable|turn on|activate) {tap} [please|too|as well|also] *3|(with|without) {tap} [please] *2|no {tap} [please|thanks] *2|what is {tap} *2|is {tap} safe *2',
    'how (do|can) i {activate} (it|my [new] {card}|the card|the new card) *4',
    'the (last four|last four digits|card number|expiration date|expiry date|security code) [on my new card|of the new card] (is|are) ({four-digits} *4|{month} {year} *2|{digit} {digit} {digit} *2) *4',
    "my new card (doesn't|does not|didn't) work [yet|at {place}] *3|the card was (declined|rejected|not accepted) [at {place}|because it is not active] *2|it says (the|my) card is (not active|inactive|not activated) *2",
    '(how|where) (do|can) i (set|change|get|choose) (my|a|the) [new] pin *3|{want} (change|set|choose) (the|my|a) [new] pin [for my [new] card] *3|do i keep my old pin *2',
    'should i (destroy|cut up|throw away|keep) my old card *2|does my old card still work *2|what (about|happens to) my old card *2',
    'it is the (credit|debit|new|visa|replacement) (card|one) *2',
    '(do i have to|do i need to|should i|must i) (sign the back|call another number|go to a branch|go to an atm|use it at an atm|use my pin|{activate} it|wait) [first|before i can use it|before i use it] *3',
    '(my|the) (old|expired|previous) card (expires|expired|runs out|is expiring|ran out) [soon|in {month}|this month|next month|last month] [and you sent me a new one|and i got a new one] *3',
    '(is|will) (the|my) [new] (card|pin|card number|number) [be] (the same|active|ready|working) [as before|as on the old one|now|today] *2',
    "i (tried|wanted|have tried) to (pay|use it|use my new card|buy something) [with it] [at {place}|online|today] (and|but) it (was declined|did not work|didn't work|was rejected|said declined) *3",
    '(how long|when) (does it take|will it take|do i have to wait) (until|before) (it|the card|my new card) (is active|works|can be used) *2',
    '{want} (use|add|put) (it|my new {card}|the new card) (with|to|in) (apple pay|google pay|my phone|my wallet|my watch) *2',
    '(i live alone and|the card was sent to my old address but|my wife and i) (i have it now|both got a new card|both need new cards|got one)',
    '(the|my new) card (has|came with|came without) (a|the|no) (letter|sticker|pin|new number|chip) [on it] *1.5',
  ],
  classes: {
    activate: ['activate *6|turn on|switch on|set up *2|enable *2|start using'],
    tap: [
      'contactless *5|tap to pay *2|contactless payments *3|contactless payment|tap|apple pay|google pay|tap and pay',
    ],
  },
};
