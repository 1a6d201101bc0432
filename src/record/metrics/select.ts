/** A question as SQL, the same for SQLite and PostgreSQL. Every piece of text in it is from a list of ours. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Definition, definitionOf, type Metric } from './definitions.ts';
import type { Dimension, Filter } from './query.ts';
import type { SummaryTables } from './summary.ts';

const DAY = 'c.started_at / 86400000';
/** Whole numbers for what is of time: days since 1970, hours 0 to 23, weekdays from Monday. */
export const PARTS: Readonly<Record<Dimension, string>> = {
  day: DAY,
  // Counted by their Mondays; 1970 began on a Thursday.
  week: `${DAY} - (${DAY} + 3) % 7`,
  hour: '(c.started_at / 3600000) % 24',
  weekday: `(${DAY} + 3) % 7`,
  scenario: 'c.scenario',
  outcome: 'c.outcome',
  escalation_reason: 'c.escalation_reason',
  provider: 'c.provider',
  mode: 'c.mode',
  channel: 'c.channel',
};

export interface Selection {
  readonly measure: Metric;
  readonly dimensions: readonly Dimension[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly filter: Filter;
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
  const counted = groups(dimensions, where, valueOf(definition));
  const [rows, waits] = await Promise.all([
    counted.execute(tables).then((result) => result.rows),
    'percentile' in definition
      ? ranked(dimensions, where, definition.percentile)
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
  dimensions: readonly Dimension[],
  where: RawBuilder<unknown>,
  value: string,
): RawBuilder<Raw> {
  return sql<Raw>`
    select ${columns(dimensions)} ${sql.raw(value)} as value, count(*) as calls,
      cast(coalesce(sum(c.demo), 0) as integer) as demo
    from call_summaries c where ${where} ${groupBy(dimensions)}`;
}

/** Nearest rank: the turn at place ⌈p · n / 100⌉ of its group. */
function ranked(
  dimensions: readonly Dimension[],
  where: RawBuilder<unknown>,
  percentile: number,
): RawBuilder<Raw> {
  const within =
    dimensions.length === 0
      ? ''
      : `partition by ${dimensions.map((each) => PARTS[each]).join(', ')}`;
  const names = ['p0', 'p1'].slice(0, dimensions.length).map((each) => `${each},`);
  return sql<Raw>`
    select ${sql.raw(names.join(' '))} wait as value from (
      select ${columns(dimensions)} t.voice_to_voice_ms as wait,
        row_number() over (${sql.raw(within)} order by t.voice_to_voice_ms) as place,
        count(*) over (${sql.raw(within)}) as of_all
      from call_summaries c join call_turns t on t.call_id = c.call_id where ${where}
    ) turns where place = (of_all * ${sql.raw(String(percentile))} + 99) / 100`;
}

function columns(dimensions: readonly Dimension[]): RawBuilder<unknown> {
  return sql.raw(dimensions.map((each, index) => `${PARTS[each]} as p${index},`).join(' '));
}

function groupBy(dimensions: readonly Dimension[]): RawBuilder<unknown> {
  const parts = dimensions.map((each) => PARTS[each]).join(', ');
  return sql.raw(parts === '' ? '' : `group by ${parts}`);
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
}: Pick<Selection, 'fromMs' | 'toMs' | 'filter'>): RawBuilder<unknown> {
  const all = [
    sql`c.started_at >= ${sql.lit(Math.round(fromMs))}`,
    sql`c.started_at < ${sql.lit(Math.round(toMs))}`,
    sql`c.outcome <> 'relayed'`,
    sql`c.scenario <> 'insights'`,
  ];
  for (const [column, values] of Object.entries(filter))
    if (values !== undefined) all.push(sql`${sql.ref(`c.${column}`)} in (${sql.join(values)})`);
  return sql.join(all, sql` and `);
}

function keyOf({ p0, p1 }: Raw): string {
  return JSON.stringify([p0 ?? null, p1 ?? null]);
}
