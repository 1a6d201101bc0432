/** The numbers behind a drawing: as a table to read, and as a file for a spreadsheet. Pure. */
import type { Drawing } from '#protocol/drawing.ts';
import { amountText } from './amounts.ts';
import { partText, placeText } from './places.ts';

export interface Table {
  readonly columns: readonly string[];
  /** As a person reads them. */
  readonly rows: readonly (readonly string[])[];
  /** As a spreadsheet does; null is an empty cell. */
  readonly values: readonly (readonly (string | number | null)[])[];
}

export function tableOf(drawing: Drawing): Table {
  if (drawing.type === 'metrics') {
    const rows = drawing.figures.map(({ label, value, before, target, unit }) => [
      capital(label),
      amountText(value, unit),
      amountText(before, unit),
      amountText(target, unit),
    ]);
    const values = drawing.figures.map(({ label, value, before, target, unit }) => [
      label,
      value,
      before,
      target,
      unit,
    ]);
    const columns = [
      'Figure',
      capital(drawing.period),
      capital(drawing.beforeLabel ?? 'before'),
      'Target',
    ];
    return { columns, rows, values };
  }
  const { x, y, series, points, before } = drawing;
  // What counts calls need not say how many it is made of.
  const counts = y.unit === 'calls';
  const measure = counts ? capital(y.label) : `${capital(y.label)} (${y.unit})`;
  const columns = [
    capital(x.label),
    ...(series === null ? [] : [capital(series)]),
    measure,
    ...(before === null ? [] : [capital(drawing.beforeLabel ?? 'the period before')]),
    ...(counts ? [] : ['Calls']),
  ];
  const earlier = (at: number): number | null => before?.[at]?.value ?? null;
  const rows = points.map((point, at) => [
    placeText(point.x, drawing),
    ...(series === null ? [] : [point.series === null ? '–' : partText(point.series)]),
    amountText(point.value, y.unit),
    ...(before === null ? [] : [amountText(earlier(at), y.unit)]),
    ...(counts ? [] : [point.calls.toLocaleString('en-US')]),
  ]);
  const values = points.map((point, at) => [
    point.x,
    ...(series === null ? [] : [point.series]),
    point.value,
    ...(before === null ? [] : [earlier(at)]),
    ...(counts ? [] : [point.calls]),
  ]);
  return { columns, rows, values };
}

/** RFC 4180; a cell that a spreadsheet would take for a formula is kept from it by an apostrophe. */
export function csvOf(drawing: Drawing): string {
  const { columns, values } = tableOf(drawing);
  const head = drawing.type === 'metrics' ? [...columns, 'Unit'] : columns;
  return [head, ...values].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
