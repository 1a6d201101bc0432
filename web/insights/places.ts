/** Days, hours, weekdays and names as they stand beside an axis or in a table. Pure. */
import type { ChartDrawing } from '#protocol/drawing.ts';

const DAY = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});
const PROPER: Readonly<Record<string, string>> = {
  openai: 'OpenAI',
  azure: 'Azure',
  'voice-live': 'Voice Live',
  embedded: 'Local AI',
  ai: 'AI mode',
};
const SHORTEST_MOMENT = 11;

/** @param x of a point of this drawing */
export function placeText(x: string | number, { x: axis }: Pick<ChartDrawing, 'x'>): string {
  if (typeof x === 'number') return x.toLocaleString('en-US', { maximumFractionDigits: 2 });
  if (axis.scale === 'time') {
    const when = onTheWall(x);
    if (axis.label === 'month') return MONTH.format(when);
    return x.length < SHORTEST_MOMENT ? DAY.format(when) : MOMENT.format(when);
  }
  return partText(x);
}

/** As the clock on the bank's wall shows it, wherever the reader sits: its offset is not looked at. */
export function onTheWall(moment: string | number): Date {
  return new Date(
    typeof moment === 'number'
      ? moment
      : `${moment.slice(0, 10)}T${moment.slice(11, 19) || '00:00:00'}Z`,
  );
}

/** A name, an hour of the day, a weekday, a day in a ranking. */
export function partText(name: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return DAY.format(onTheWall(name));
  if (/^\d{1,2}$/.test(name)) return `${name.padStart(2, '0')}:00`;
  const proper = PROPER[name];
  if (proper !== undefined) return proper;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll(/[-_]/g, ' ')}`;
}
