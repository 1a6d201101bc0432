/** The classes every phrasebook may use: digits, numbers, money and dates, in the ways people say them. */

const MONTHS =
  '(january|february|march|april|may|june|july|august|september|october|november|december)';

/** Notation as in `phrase-grammar.ts`. Weights are guesses of how people speak, not counts. */
export const SPOKEN_CLASSES: Readonly<Record<string, readonly string[]>> = {
  'one-to-nine': ['one|two|three|four|five|six|seven|eight|nine'],
  teen: ['ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'],
  tens: ['twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'],
  'two-digit': ['{one-to-nine} *2|{teen} *2|{tens} {one-to-nine} *4|{tens} *2'],

  digit: ['{one-to-nine} *9|zero|oh *0.7'],
  /** Two digits said as one number: "forty eight", "oh five". */
  pair: ['{teen} *2|{tens} {one-to-nine} *5|{tens}|(oh|zero) {one-to-nine}'],
  'four-digits': [
    '{digit} {digit} {digit} {digit} *12',
    '{pair} {pair} *3',
    'double {digit} {digit} {digit} *0.5',
    '{digit} {digit} double {digit} *0.5',
    '{digit} double {digit} {digit} *0.3',
    'double {digit} double {digit} *0.3',
    '(triple {digit} {digit}|{digit} triple {digit}) *0.2',
    '{one-to-nine} thousand *0.1',
    '{digit} {digit} {pair} *0.4',
    '{pair} {digit} {digit} *0.4',
  ],
  digits: [
    '{four-digits} *4',
    '{digit} {digit} {digit} {digit} {digit} {digit} {digit} *3',
    '{digit} {digit} {digit}',
    '{digit} {digit}',
    '{pair} {pair} {pair}',
  ],

  hundreds: ['({one-to-nine} *2|a) hundred [[and] {two-digit}]'],
  thousands: [
    '({one-to-nine} *4|{teen}|{tens} {one-to-nine}|{tens} *2|{hundreds} *0.3) thousand [({hundreds} *3|{two-digit}|and {two-digit} *0.5)]',
    '{teen} hundred [[and] {two-digit}] *0.7',
    '{tens} {one-to-nine} hundred *0.4',
    'a thousand *0.5',
  ],
  number: ['{two-digit} *3|{hundreds} *2|{thousands} *2'],

  dollars: ['dollars *8|bucks'],
  cents: ['{two-digit} *5|{two-digit} cents *4|oh {one-to-nine}'],
  amount: [
    '{number} {dollars} *8',
    '{number} dollars [and] {two-digit} cents *3',
    '{number} dollars [and] {two-digit}',
    'a (dollar|buck) [{cents}] *0.2',
    '{two-digit} cents *0.3',
    '({hundreds}|{two-digit}) (point|dot) {digit} {digit} *0.5',
    '{two-digit} {two-digit} *0.4',
    '{one-to-nine} {tens} [{one-to-nine}] *0.4',
    '{number} *2',
    '(a couple [of]|a few) (hundred|thousand) [{dollars}] *0.3',
    '(half a|a|{one-to-nine} *2) million [{dollars}] *0.3',
    '({one-to-nine}|{teen}) and a half thousand [{dollars}] *0.3',
    '{two-digit} (k|grand) *0.3',
  ],

  month: [MONTHS],
  'day-ordinal': [
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) *9|thirty first',
  ],
  'day-number': [
    '{one-to-nine} *9|{teen} *10|twenty [{one-to-nine}] *10|thirty [one] *2|(oh|zero) {one-to-nine} *3',
  ],
  'month-number': ['{one-to-nine} *9|ten|eleven|twelve|(oh|zero) {one-to-nine} *4'],
  year: [
    'nineteen (thirty|forty|fifty|sixty|seventy|eighty|ninety) [{one-to-nine} *4] *10',
    'nineteen (oh {one-to-nine}|ten|{one-to-nine} {one-to-nine}) *0.3',
    'two thousand [[and] ({one-to-nine}|{teen})] *4',
    'twenty (oh {one-to-nine}|{teen} *2|twenty [{one-to-nine}]) *3',
  ],
  'short-year': [
    '(fifty|sixty|seventy|eighty|ninety) [{one-to-nine} *4] *5|(oh|zero) {one-to-nine}|{teen}',
  ],
  'year-digits': ['(one nine {digit} {digit} *3|two (zero|oh) {digit} {digit})'],
  date: [
    '{month} [the] {day-ordinal} {year} *8',
    '{month} [the] {day-ordinal} {short-year} *2',
    '{month} {day-number} {year} *3',
    '{month} {day-number} {short-year}',
    '[the] {day-ordinal} [of] {month} {year} *5',
    '[the] {day-ordinal} of {month} {short-year}',
    '{month-number} {day-number} ({year}|{short-year} *2) *3',
    '{day-number} {month-number} ({year}|{short-year}) *0.5',
    '{month-number} {day-number} {year-digits} *0.7',
    '{month} [the] {day-ordinal} {year-digits} *0.7',
    '{day-number} {month} {year}',
    '{month} {year} *0.3',
    '[the] {day-ordinal} of the {month-number} {year} *0.3',
  ],
  /** A day near today, as in "the payment of last friday". */
  day: [
    'today *2|yesterday *2|tomorrow|[on] (last|this|next) {weekday} *2|[on] {weekday} *2',
    '[on] {month} [the] {day-ordinal} *2|[on] the {day-ordinal} [of {month}] *2',
    '(last|this|next) (week|month)|a (week|month) ago|(two|three|a few) (days|weeks) ago',
    'the day before yesterday|the other day|this (morning|afternoon)|last night',
  ],
  /** A day, or about when: as an answer, where there is little time for more words. */
  'near-day': [
    '{day} *6|{month} [the] {day-ordinal} *3|[the] {day-ordinal} [of] {month} *2|[in] [last|this|next] {month}|{month} {day-number}',
    '[(the|at the|by the) (end *3|beginning|middle) of] (the|this *2|next *2|last) (week|month *3|year)|the end of {month} *0.5|(early|late|mid) {month} *0.5',
    '[in|within] (a|one|two *2|three *2|four|five|six|ten|twelve|a few|a couple of|the next [few]) (day|days *2|week|weeks *2|month|months *2|years) [ago *2|from now] *3',
    'now|right now|right away|as soon as possible *2|immediately|soon|before {weekday}|before the weekend|this year|last (summer|winter|spring|fall)',
  ],
  weekday: ['monday|tuesday|wednesday|thursday|friday|saturday|sunday'],

  yes: [
    'yes *12|yeah *6|yep *2|yup|sure *2|correct *3|right *2|okay *3|ok *0.3|absolutely|definitely|certainly|exactly',
    'yes please *4|yes (it is|i do|i am|i did|i have|i would|you can|you may|they are|that is) *3',
    "(that's|that is) (right *3|correct *3|it|fine *2|me|the one|okay|good|true) *4",
    "yes (that's|that is) (right|correct|it|fine|me|the one) *4",
    'yeah (sure|please|that would be (great|good|nice)|go ahead|do it|right|correct)',
    'yes (sure|of course|go ahead|do it|do that|block it|correct|absolutely|i confirm|you are right|thank you)',
    'go ahead *2|please do *2|do it|do that|of course *2|sure (go ahead|thing|please|why not)|sounds (good|right|great|fine)',
    'i (do|confirm|agree|am sure)|that (works|would be great|would be good|sounds good)|all right|alright|uh-huh|mhm|fine|please|perfect|yes yes',
    "okay (go ahead|do it|sure|yes|that's fine)|you got it|that's what i said",
  ],
  no: [
    'no *12|nope *2|nah|no thanks *2|no thank you *4|not (really|yet|now|at all|today|right now) *2|never',
    "no (that's|that is|it's|it is) (not right|wrong|not correct|incorrect|not it|not mine|all|okay|fine) *3",
    "(that's|that is|it's|it is) (not right|wrong *2|not correct|incorrect|not it|not mine|not what i said) *3",
    "no (i don't|i do not|i didn't|i did not|i'm not|it isn't|it's not|that isn't) *2|i don't (think so|want (that|to|it)) *2",
    "don't (do it|do that|bother)|do not (do it|do that)|please don't|(no|not) that one|wrong|incorrect",
    "absolutely not|definitely not|of course not|i'd rather not|i would rather not|no way|no no|not that i know of",
  ],
};
