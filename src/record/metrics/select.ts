/** A question as SQL, the same for SQLite and PostgreSQL. Every piece of text in it is from a list of ours. */
import { WEEKDAYS } from '#lib/calendar.ts';
import type { Zone } from '#lib/zone.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Definition, definitionOf, type Metric } from './definitions.ts';
import type { Dimension, Filter } from './query.ts';
import type { SummaryTables } from './summary.ts';
import { partOf } from './wall.ts';

export interface Selection {
  readonly measure: Metric;
  readonly dimensions: readonly Dimension[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly filter: Filter;
  readonly zone: Zone;
}

export interface Row {
  /** The values of the dimensions, in their order. */
  readonly parts: readonly (string | number | null)[];
  /** null where nothing can be said: a rate of nothing. */
  readonly value: number | null;
  readonly calls: number;
  readonly demo: number;
}

type Raw = Readonly<Record<'p0' | 'p1', string | number | null>> & {
  readonly value: number | null;
  readonly calls: number;
  readonly demo: number;
};

export async function selectRows(
  tables: Kysely<SummaryTables>,
  selection: Selection,
): Promise<Row[]> {
  const { dimensions } = selection;
  const definition = definitionOf(selection.measure);
  const where = conditions(selection);
  const parts = dimensions.map((each) => partOf(each, selection.zone, selection));
  const counted = groups(parts, where, valueOf(definition));
  const [rows, waits] = await Promise.all([
    counted.execute(tables).then((result) => result.rows),
    'percentile' in definition
      ? ranked(parts, where, definition.percentile)
          .execute(tables)
          .then((result) => result.rows)
      : undefined,
  ]);
  const byParts = new Map(waits?.map((row) => [keyOf(row), row.value]));
  return rows.map((row) => ({
    parts: dimensions.map((_, index) => row[index === 0 ? 'p0' : 'p1']),
    value: waits === undefined ? row.value : (byParts.get(keyOf(row)) ?? null),
    calls: row.calls,
    demo: row.demo,
  }));
}

function groups(
  parts: readonly string[],
  where: RawBuilder<unknown>,
  value: string,
): RawBuilder<Raw> {
  return sql<Raw>`
    select ${columns(parts)} ${sql.raw(value)} as value, count(*) as calls,
      cast(coalesce(sum(c.demo), 0) as integer) as demo
    from call_summaries c where ${where} ${groupBy(parts)}`;
}

/** Nearest rank: the turn at place ⌈p · n / 100⌉ of its group. */
function ranked(
  parts: readonly string[],
  where: RawBuilder<unknown>,
  percentile: number,
): RawBuilder<Raw> {
  const within = parts.length === 0 ? '' : `partition by ${parts.join(', ')}`;
  const names = ['p0', 'p1'].slice(0, parts.length).map((each) => `${each},`);
  return sql<Raw>`
    select ${sql.raw(names.join(' '))} wait as value from (
      select ${columns(parts)} t.voice_to_voice_ms as wait,
        row_number() over (${sql.raw(within)} order by t.voice_to_voice_ms) as place,
        count(*) over (${sql.raw(within)}) as of_all
      from call_summaries c join call_turns t on t.call_id = c.call_id where ${where}
    ) turns where place = (of_all * ${sql.raw(String(percentile))} + 99) / 100`;
}

function columns(parts: readonly string[]): RawBuilder<unknown> {
  return sql.raw(parts.map((each, index) => `${each} as p${index},`).join(' '));
}

function groupBy(parts: readonly string[]): RawBuilder<unknown> {
  return sql.raw(parts.length === 0 ? '' : `group by ${parts.join(', ')}`);
}

function valueOf(definition: Definition): string {
  if ('percentile' in definition) return 'null';
  const { top, bottom, scale = 1 } = definition;
  const sum = `cast(coalesce(sum(${top}), 0) as double precision)`;
  return bottom === undefined ? sum : `${sum} * ${scale} / nullif(sum(${bottom}), 0)`;
}

/** Programs' own conversations, and talks about the calls, are no calls of the bank. */
export function conditions({
  fromMs,
  toMs,
  filter,
  zone,
}: Pick<Selection, 'fromMs' | 'toMs' | 'filter' | 'zone'>): RawBuilder<unknown> {
  const all = [
    sql`c.started_at >= ${sql.lit(Math.round(fromMs))}`,
    sql`c.started_at < ${sql.lit(Math.round(toMs))}`,
    sql`c.outcome <> 'relayed'`,
    sql`c.scenario <> 'insights'`,
  ];
  const { weekday, hour, calls, ...named } = filter;
  const span = { fromMs, toMs };
  if (weekday !== undefined) {
    const days = weekday.map((day) => WEEKDAYS.indexOf(day));
    all.push(sql`${sql.raw(partOf('weekday', zone, span))} in (${literals(days)})`);
  }
  if (hour !== undefined)
    all.push(sql`${sql.raw(partOf('hour', zone, span))} in (${literals(hour)})`);
  if (calls !== undefined) all.push(sql`c.demo = ${sql.lit(calls === 'demo' ? 1 : 0)}`);
  for (const [column, values] of Object.entries(named))
    if (values !== undefined) all.push(sql`${sql.ref(`c.${column}`)} in (${sql.join(values)})`);
  return sql.join(all, sql` and `);
}

function literals(values: readonly number[]): RawBuilder<unknown> {
  return sql.join(values.map((value) => sql.lit(value)));
}

function keyOf({ p0, p1 }: Raw): string {
  return JSON.stringify([p0 ?? null, p1 ?? null]);
}
