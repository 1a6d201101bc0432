/** How people say digits, dates, yes and no. */
import type { Customer, Wordings } from './script.ts';

const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

function twoDigits(number: number): string {
  if (number < 10) return UNITS[number] ?? '';
  if (number < 20) return TEENS[number - 10] ?? '';
  const tens = TENS[Math.floor(number / 10) - 2] ?? '';
  return number % 10 === 0 ? tens : `${tens}-${UNITS[number % 10]}`;
}

function oneByOne(digits: string): string {
  return Array.from(digits, (digit) => UNITS[Number(digit)]).join(' ');
}

/** "forty-eight twenty-nine"; a leading nought is said: "oh three fifty-seven". */
function inPairs(digits: string): string {
  return (digits.match(/../g) ?? [])
    .map((pair) =>
      pair.startsWith('0') ? `oh ${UNITS[Number(pair[1])]}` : twoDigits(Number(pair)),
    )
    .join(' ');
}

function ordinal(day: number): string {
  if (day <= 20) return ORDINALS[day - 1] ?? '';
  return day === 30 ? 'thirtieth' : `${day < 30 ? 'twenty' : 'thirty'}-${ORDINALS[(day % 10) - 1]}`;
}

function year(number: number): string {
  if (number === 2000) return 'two thousand';
  if (number > 2000) return `two thousand ${twoDigits(number - 2000)}`;
  return `nineteen ${twoDigits(number - 1900)}`;
}

export function cardWords(digits: string): Wordings {
  return [
    oneByOne(digits),
    inPairs(digits),
    `it ends in ${oneByOne(digits)}`,
    `the last four are ${oneByOne(digits)}`,
    `that's ${inPairs(digits)}`,
  ];
}

export function pinWords(pin: string): Wordings {
  return [
    `my pin is ${oneByOne(pin)}`,
    oneByOne(pin),
    `the pin is ${oneByOne(pin)}`,
    `my pin is ${inPairs(pin)}`,
  ];
}

/** @param date `YYYY-MM-DD` */
export function bornWords(date: string): Wordings {
  const [in4, month, day] = date.split('-').map(Number) as [number, number, number];
  const [named, th, yyyy] = [MONTHS[month - 1] ?? '', ordinal(day), year(in4)];
  return [
    `${named} ${th} ${yyyy}`,
    `the ${th} of ${named} ${yyyy}`,
    `I was born on ${named} ${th} ${yyyy}`,
    `my date of birth is ${named} ${th} ${yyyy}`,
  ];
}

export function yearWords(date: string): Wordings {
  const yyyy = year(Number(date.slice(0, 4)));
  return [yyyy, `in ${yyyy}`, `${yyyy} it was`];
}

export function dayWords(date: string): Wordings {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  const [named, th] = [MONTHS[month - 1] ?? '', ordinal(day)];
  return [`${named} ${th}`, `the ${th} of ${named}`, `on ${named} ${th}`];
}

/** Digits that are not the customer's. */
export function wrongPin({ pin }: Pick<Customer, 'pin'>): Wordings {
  return pinWords(Array.from(pin, (digit) => String((Number(digit) + 3) % 10)).join(''));
}

export const YES: Wordings = [
  'yes please',
  'yes',
  'yes, go ahead',
  'yes, that is right',
  'sure',
  'yeah, please do',
];
export const NO_THANKS: Wordings = ['no thank you', 'no thanks', "no, that's fine", 'no'];
export const NOTHING_ELSE: Wordings = [
  'no thank you',
  "no, that's all",
  'no, that was everything',
  'no thanks, goodbye',
  "that's it, thank you",
];
export const STILL_THERE: Wordings = ['yes, I am here', 'yes I am still here', "yes, I'm here"];
export const A_PERSON: Wordings = [
  'I want to speak to a person',
  'can I talk to a human please',
  'please connect me to an agent',
  'let me speak to a real person',
];
export const PARDON: Wordings = [
  'sorry, can you repeat that',
  'could you say that again please',
  'pardon, what did you say',
];
/** Nothing a bank can do. */
export const OFF_TOPIC: Wordings = [
  'what is the weather like tomorrow',
  'can you order me a pizza',
  'who won the football game last night',
];
