/** Where in a sentence a period is named: "last week", "since Monday", "in the first half of October". Pure. */
import { MONTHS, WEEKDAYS } from './calendar.ts';
import { DAY_WORDS } from './small-number.ts';

export interface FoundPeriod {
  /** The words as they stood, in lower case: `period` of a query. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|sixty|ninety)';
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
/** "May" and "mar" are other words as well: they need a preposition or a day. */
const SHORT_MONTH = '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?';
const MONTH = `(?:${MONTHS.join('|')}|${SHORT_MONTH})`;
const DATE = '\\d{4}-\\d\\d-\\d\\d';
const YEAR = '(?:,? (?:of )?\\d{4})?';
const ONES = DAY_WORDS.slice(0, 9).join('|');
/** "First" to "thirty first". */
const WORDED = `(?:(?:twenty |thirty )?(?:${ONES})|${DAY_WORDS.filter((word) => /^(?:[a-z]+teenth|tenth|eleventh|twelfth|twentieth|thirtieth)$/.test(word)).join('|')})`;
const NTH = `(?:\\d{1,2}(?:st|nd|rd|th)?|${WORDED})(?!\\w)`;
const BARE_NTH = `(?:\\d{1,2}(?:st|nd|rd|th)|${WORDED})(?!\\w)`;
const DAY_OF_MONTH = `(?:(?:${MONTH} (?:the )?${NTH}|(?:the )?${NTH}(?: of)? ${MONTH})${YEAR})`;
const UNIT = '(?:week|month|quarter|year)';
const PART = '(?:morning|afternoon|evening|night)';
const TODAYS = `(?:this ${PART}|last night|tonight|yesterday ${PART}|(?:on )?(?:last |this )?${WEEKDAY} ${PART})(?!s)`;
const QUARTER = `(?:q ?[1-4]|(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?! of (?!\\d))${YEAR}`;
const HALF = `(?:the )?(?:first|second|1st|2nd) half of (?:${MONTH}${YEAR}|last month|this month|the month)`;
const WEEK_IN = `(?:the )?(?:first|last|second|third|fourth) week (?:of|in) (?:${MONTH}${YEAR}|last month|this month)`;
const WEEK_OF = `(?:the )?week (?:of|beginning|starting|from)(?: on)? (?:${DATE}|${DAY_OF_MONTH}|(?:the )?${BARE_NTH})`;
const START_OF = `(?:the )?(?:start|beginning) of (?:the |this |last )?(?:${UNIT}|${MONTH}${YEAR})`;
const POINT = `(?:${DATE}|${DAY_OF_MONTH}|the day before yesterday|(?:last )?${WEEKDAY}|yesterday|today|now|new year|the weekend|${START_OF}|${MONTH}${YEAR}|(?:last|this) ${UNIT}|(?:the )?${BARE_NTH})`;
const WHERE = '(?:the |in the |over the |for the |during the |within the |across the )?';

/** The longer wording first: "the week before last" is not "last". */
const PATTERN = new RegExp(
  `\\b(?:${[
    `(?:between|from) ${POINT} (?:and|to|until|till|through|up to) ${POINT}`,
    `(?:last )?${WEEKDAY} (?:to|until|till|through) (?:last )?${WEEKDAY}`,
    `(?:the )?${NTH} (?:to|until|through) (?:the )?${NTH}(?: of)? ${MONTH}${YEAR}`,
    `${MONTH} (?:the )?${NTH} (?:to|until|through) (?:the )?${NTH}`,
    `${DATE} to ${DATE}`,
    `(?:since|after|from) ${START_OF}`,
    `(?:since|after) (?:the )?${POINT}`,
    'the day before yesterday|the week before last|the month before last',
    `(?:in |during |over )?${HALF}`,
    `(?:in |during |over )?${WEEK_IN}`,
    `(?:in |during |over )?${WEEK_OF}`,
    `(?:in |during |for |of )?${QUARTER}`,
    `(?:in |during )?(?:calendar )?week \\d{1,2}(?!\\w)`,
    TODAYS,
    `(?:${NUMBER}|an?) (?:days?|weeks?|months?) ago`,
    `${WHERE}(?:last|past|previous) (?:${NUMBER}|couple of|few) (?:days|weeks|months|hours)`,
    `${WHERE}(?:last|past) (?:fortnight|hour)`,
    `(?:in|for|over|during|within) (?:the )?${NUMBER} (?:days|weeks|months)`,
    `(?:so far (?:in )?)?${WHERE}(?:this|current) (?:day|week|month|quarter|year)(?: (?:so far|to date|up to now))?`,
    `${WHERE}(?:last|past|previous|next|coming) (?:day|week|month|quarter|year|weekend)`,
    `(?:over |at |during )?(?:this|the) weekend`,
    '(?<!\\b(?:days?|hours?|times?|start|beginning|end) )(?:of|for|over) the (?:week|month|quarter|year)(?! (?:of|before))',
    `(?:the )?(?:week|month|year) (?:to date|so far)`,
    `(?:on |last |this )?${WEEKDAY}(?! (?:morning|afternoon|evening|night)s)\\b`,
    `(?:on )?(?:${DATE}|${DAY_OF_MONTH})`,
    `on the ${BARE_NTH}`,
    `(?:in|during|for|of|last|this|next|over|about|make that|make it|meant|mean) ${MONTH}${YEAR}`,
    `(?:${MONTHS.filter((month) => month !== 'may' && month !== 'march').join('|')})${YEAR}`,
    '(?:in|during|for|of) (?:the year )?(?:19|20)\\d\\d',
    'so far today|today so far|today|yesterday|tomorrow',
    'all time|of all time|ever|overall|in total|since the beginning|altogether|so far',
  ].join('|')})(?!\\w)`,
);
/** What says no period although it stands where one is named. */
const LED_BY = /^(?:about|make that|make it|meant|mean) /;

/** The first period that is named in the text. */
export function findPeriod(text: string): FoundPeriod | undefined {
  const found = PATTERN.exec(text.toLowerCase());
  if (found === null) return undefined;
  const [words] = found;
  const lead = LED_BY.exec(words)?.[0].length ?? 0;
  const start = found.index + lead;
  return { words: words.slice(lead), start, end: found.index + words.length };
}
