/** Times of the day as people say them: "seven thirty", "half past seven", "a quarter to eight", "noon", "7 pm". */
import { spokenIn } from './number-words.ts';

/** Before this hour, a time without "a.m." is taken for the afternoon or evening. */
const MORNING_FROM = 8;

/** HH:MM, or undefined where there is no time of the day in it. */
export function timeIn(text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll(/\b([ap])\.? ?m\b\.?/g, '$1m');
  if (/\b(?:noon|midday)\b/.test(plain)) return '12:00';
  if (/\bmidnight\b/.test(plain)) return '00:00';
  const typed = /\b(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)/.exec(plain)?.groups;
  if (typed !== undefined)
    return clock(Number(typed['hour']), Number(typed['minute']), plain, false);
  // "At seven for four people": the number after "at" is the time.
  const after =
    /\b(?:at|around|about|by|half past|quarter (?:past|to))\b.*$/.exec(plain)?.[0] ?? plain;
  const numbers = spokenIn(after).filter((item) => item.kind === 'number');
  const [hour, minutes = 0] = numbers.map(({ value }) => value);
  if (hour === undefined || hour > 23) return undefined;
  if (/\bhalf past\b/.test(plain)) return clock(hour, 30, plain, true);
  if (/\bquarter past\b/.test(plain)) return clock(hour, 15, plain, true);
  if (/\bquarter to\b/.test(plain)) return clock((hour + 23) % 24, 45, plain, true);
  const isMinutes = minutes >= 10 && minutes < 60 && follows(after);
  return clock(hour, isMinutes ? minutes : 0, plain, true);
}

/** The two numbers stand side by side. */
function follows(text: string): boolean {
  const items = spokenIn(text);
  const first = items.findIndex(({ kind }) => kind === 'number');
  return items[first + 1]?.kind === 'number';
}

function clock(hour: number, minute: number, text: string, guess: boolean): string {
  const afternoon = /\bpm\b|\b(?:afternoon|evening|tonight|night)\b/.test(text);
  const morning = /\bam\b|\bmorning\b/.test(text);
  const late = hour < 12 && (afternoon || (guess && !morning && hour < MORNING_FROM));
  const whole = (late ? hour + 12 : morning && hour === 12 ? 0 : hour) % 24;
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
