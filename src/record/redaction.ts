/**
 * What must not remain of a call: digits read out or written, full dates, e-mail addresses. Pure.
 * What a tool has masked itself ("•••• 4829") stays; so does "ending in 4829" in Luna's own words.
 */
import { type NumberRun, numberRuns } from '#lib/number-words.ts';

const NUMBER = '[number]';
const DATE = '[date]';
const EMAIL = '[email]';

/** Shorter runs are counts and days: "two cards", "the 12th". */
const SECRET_DIGITS = 3;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const HELD = '(?:\\[number\\]|the|of|and|in|,)';

const WRITTEN_DATE = /\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b/g;
// Bounded, so that a caller who says very much of the same costs no more than one who says little.
const WRITTEN_EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
const SPOKEN_EMAIL =
  /(?<![\w-])[\w-]{1,64}(?: (?:dot|underscore|dash|plus) [\w-]{1,64}){0,5} at (?:[\w-]{1,64} dot ){1,4}(?:com|org|net|edu|gov|co|uk|de|io|info|[a-z]{2})\b/gi;
/** Once the digits are gone, what is left of a date. */
const DAY = `(?:${ORDINAL}|\\[number\\]|\\d{1,2}|(?:twenty |thirty )?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|thirteen|\\w+teen|twenty|thirty)`;
const DATE_AROUND = new RegExp(
  `(?<!\\w)(?:${DAY}(?: of)? )?${MONTH}\\b(?:[ ,]*(?:${ORDINAL}|${HELD}))*`,
  'gi',
);
const CURRENCY_BEFORE = /[$€£]\s?$/;
const UNIT_AFTER =
  /^(?:[.,]\d+)?\s*(?:dollars?|cents?|euros?|pounds?|percent|per cent|%|days?|hours?|minutes?|seconds?|milliseconds?|ms|weeks?|months?|years?)\b/i;

export interface RedactionContext {
  readonly who: 'caller' | 'assistant';
  /** The caller has just been asked for digits or a date: then even two digits are a part of them. */
  readonly asked: boolean;
}

export function redactText(text: string, { who, asked }: RedactionContext): string {
  const safe = text
    .replaceAll(WRITTEN_EMAIL, EMAIL)
    .replaceAll(SPOKEN_EMAIL, EMAIL)
    .replaceAll(WRITTEN_DATE, DATE);
  const least = asked ? 1 : SECRET_DIGITS;
  let redacted = '';
  let from = 0;
  for (const run of numberRuns(safe)) {
    if (run.digits.length < least && !run.scaled) continue;
    if (asked && /^one$/i.test(safe.slice(run.start, run.end))) continue;
    const before = safe.slice(0, run.start);
    if (isAmount(run, before, safe.slice(run.end))) continue;
    if (who === 'assistant' && run.digits.length === 4 && /\bending in $/i.test(before)) continue;
    // "•••• 4829": masked by the tool.
    if (run.digits.length === 4 && before.endsWith('•••• ')) continue;
    redacted += safe.slice(from, run.start) + NUMBER;
    from = run.end;
  }
  redacted += safe.slice(from);
  return asked || redacted.includes(NUMBER) ? withoutDates(redacted, asked) : redacted;
}

/** What the assistant asked the caller: does the answer hold digits or a date? */
export function asksForSecret(text: string): boolean {
  return /\b(digits?|numbers?|pin|birth|born|code|password)\b/i.test(text);
}

/** Seven digits and more are no amount, whatever stands beside them. */
function isAmount(run: NumberRun, before: string, after: string): boolean {
  if (run.digits.length > 6) return false;
  return CURRENCY_BEFORE.test(before) || UNIT_AFTER.test(after);
}

/** "march fourteenth [number]" still tells the day; a month without a year does only where it was asked for. */
function withoutDates(text: string, asked: boolean): string {
  return text.replaceAll(DATE_AROUND, (date) => {
    if (!asked && !date.includes(NUMBER)) return date;
    // "May I …": only as the whole answer is it a month.
    if (/^may\W*$/i.test(date) && !/^\W*may\W*$/i.test(text)) return date;
    return DATE + (/[ ,]$/.exec(date)?.[0] ?? '');
  });
}
