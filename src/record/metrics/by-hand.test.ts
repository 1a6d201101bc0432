/** Each metric against a query written by hand, in a time zone and over the night in which the clock was changed. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeEveryStore } from '#database/every-store.ts';
import { zoneOf } from '#lib/zone.ts';
import { addDemoCalls } from '#record/record.ts';
import type { RecordTables } from '#record/tables.ts';
import { type Metric, METRIC_NAMES } from './definitions.ts';
import { contained, type Given, NOW as FIXTURES_NOW, storeOf } from './fixture.ts';

const ZONE = 'Europe/Berlin';
const zone = zoneOf(ZONE);
/** A Thursday, eleven days after summer time ended. */
const NOW = Date.parse('2026-11-05T12:00Z');
/** Monday, October 19, to Monday, October 26, in Berlin: 169 hours. */
const FROM = Date.parse('2026-10-18T22:00Z');
const TO = Date.parse('2026-10-25T23:00Z');
const DAYS_7_MS = 604_800_000;

const IN_WEEK = `started_at >= ${FROM} and started_at < ${TO}`;
const ALL = `(select count(*) from calls where ${IN_WEEK})`;
const share = (outcome: string): string =>
  `select 100.0 * count(*) / ${ALL} as value from calls where ${IN_WEEK} and outcome = '${outcome}'`;
const perCall = (column: string): string =>
  `select 1.0 * sum(${column}) / count(*) as value from call_summaries where ${IN_WEEK}`;
const turn = (percent: number): string => `
  select voice_to_voice_ms as value from call_turns join calls on calls.id = call_id where ${IN_WEEK}
  order by voice_to_voice_ms limit 1 offset (
    select (count(*) * ${percent} + 99) / 100 - 1 from call_turns join calls on calls.id = call_id where ${IN_WEEK})`;
const tools = (failed: string, among: string): string => `
  select 100.0 * sum(case when ${failed} then 1 else 0 end) / count(*) as value
  from call_tools join calls on calls.id = call_id where ${IN_WEEK} and ${among}`;

const BY_HAND: Readonly<Record<Metric, string>> = {
  calls: `select count(*) as value from calls where ${IN_WEEK}`,
  containment: share('contained'),
  contained_resolution: `
    select 100.0 * count(*) / ${ALL} as value from call_summaries a
    where a.started_at >= ${FROM} and a.started_at < ${TO} and a.outcome = 'contained'
      and a.call_id not in (
        select b.call_id from call_summaries b join call_summaries c
          on c.caller = b.caller and c.scenario = b.scenario
        where c.started_at > b.started_at and c.started_at - b.ended_at <= ${DAYS_7_MS})`,
  escalations: `select count(*) as value from calls where ${IN_WEEK} and outcome = 'escalated'`,
  escalation_rate: share('escalated'),
  handling_time: `select avg(ended_at - started_at) / 1000.0 as value from calls where ${IN_WEEK}`,
  latency_p50: turn(50),
  latency_p95: turn(95),
  interruptions: perCall('interruptions'),
  false_barge_ins: perCall('false_barge_ins'),
  dead_air: `
    select sum(voice_to_voice_ms - 2000) / 1000.0 / ${ALL} as value
    from call_turns join calls on calls.id = call_id where ${IN_WEEK} and voice_to_voice_ms > 2000`,
  cost_per_call: `select avg(cost_usd) as value from call_summaries where ${IN_WEEK}`,
  tool_failures: tools(`ok = 0 and why = 'bank_unavailable'`, 'true'),
  identity_failures: tools('ok = 0', `tool = 'verify_identity'`),
};

describeEveryStore('figures by the clock of Berlin', (openFresh) => {
  const month = async () => {
    const store = await storeOf(await openFresh(), [], { nowMs: NOW, zone });
    await addDemoCalls(store.database, NOW, zone);
    return store;
  };

  test('all fourteen metrics are those of queries written by hand', async () => {
    await using store = await month();
    expect(Object.keys(BY_HAND)).toEqual(METRIC_NAMES);
    const wrong: string[] = [];
    for (const measure of METRIC_NAMES) {
      const answer = await store.metrics.ask({ measure, period: '2026-10-19 to 2026-10-25' });
      const got = answer.ok ? answer.total.value : null;
      const byHand = await one(store.database, BY_HAND[measure]);
      // Nought would be right for any query over nothing.
      if (got === null || byHand === 0 || Math.abs(got - byHand) > 1e-6)
        wrong.push(`${measure}: ${got}, by hand ${byHand}`);
    }
    expect(wrong).toEqual([]);
  });

  test('calls of a day, an hour, a weekday are those that the wall showed, call by call', async () => {
    await using store = await month();
    const calls = await store.database
      .tables<RecordTables>()
      .selectFrom('calls')
      .select('started_at')
      .where('started_at', '>=', FROM)
      .where('started_at', '<', TO)
      .execute();
    const count = (label: (ms: number) => string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { started_at: ms } of calls) counts[label(ms)] = (counts[label(ms)] ?? 0) + 1;
      return counts;
    };
    const expected = {
      day: count(shown({ dateStyle: 'short' }, 'en-CA')),
      hour: count(shown({ hour: '2-digit', hourCycle: 'h23' })),
      weekday: count(shown({ weekday: 'long' })),
      month: count((ms) => `${shown({ year: 'numeric', month: '2-digit' }, 'sv-SE')(ms)}-01`),
    };
    for (const dimension of ['day', 'hour', 'weekday', 'month'] as const) {
      const period = '2026-10-19 to 2026-10-25';
      const answer = await store.metrics.ask({ measure: 'calls', dimension, period });
      if (!answer.ok) throw new Error(answer.why);
      const points = answer.points.filter(({ value }) => value !== 0);
      expect(Object.fromEntries(points.map(({ x, value }) => [x, value]))).toEqual(
        expected[dimension],
      );
    }
  });

  test('a call a moment before midnight is of the day that ends, also when it had 25 hours', async () => {
    await using store = await storeOf(
      await openFresh(),
      [
        at('saturday-last', '2026-10-24T21:59:59.999Z'),
        at('sunday-first', '2026-10-24T22:00:00.000Z'),
        at('two-in-summer', '2026-10-25T00:30:00.000Z'),
        at('two-in-winter', '2026-10-25T01:30:00.000Z'),
        at('sunday-last', '2026-10-25T22:59:59.999Z'),
        at('monday-first', '2026-10-25T23:00:00.000Z'),
      ],
      { nowMs: NOW, zone },
    );
    const period = '2026-10-24 to 2026-10-26';
    const ask = async (more: object) => {
      const answer = await store.metrics.ask({ measure: 'calls', period, ...more });
      if (!answer.ok) throw new Error(answer.why);
      return answer;
    };
    const days = await ask({ dimension: 'day' });
    expect(days.points.map(({ x, value }) => `${x} ${value}`)).toEqual([
      '2026-10-24 1',
      '2026-10-25 4',
      '2026-10-26 1',
    ]);
    expect((await ask({ filter: { weekday: ['sunday'] } })).total.value).toBe(4);
    expect((await ask({ filter: { hour: [2] } })).total.value).toBe(2);
    expect((await ask({ filter: { weekday: ['sunday'], hour: [23] } })).total.value).toBe(1);
  });

  test('this week so far is compared with the same part of last week, not with the whole of it', async () => {
    // On the wall it is Thursday, one o'clock.
    await using store = await storeOf(
      await openFresh(),
      [
        at('now', '2026-11-05T11:30Z'),
        at('last-thursday-before-one', '2026-10-29T11:59Z'),
        at('last-thursday-after-one', '2026-10-29T12:01Z'),
        at('last-friday', '2026-10-30T12:00Z'),
      ],
      { nowMs: NOW, zone },
    );
    const answer = await store.metrics.ask({
      measure: 'calls',
      period: 'this week',
      comparison: 'previous_period',
    });
    expect(answer).toMatchObject({ total: { value: 1 }, before: { value: 1 } });
    const other = await store.metrics.ask({
      measure: 'calls',
      period: 'this week',
      against: 'last week',
    });
    expect(other).toMatchObject({ total: { value: 1 }, before: { value: 3 } });
  });
});

async function one(database: Database, query: string): Promise<number> {
  const { rows } = await sql<{ value: number | string }>`${sql.raw(query)}`.execute(
    database.tables<RecordTables>(),
  );
  return Number(rows[0]?.value);
}

function at(id: string, iso: string): Given {
  return contained(id, (FIXTURES_NOW - Date.parse(iso)) / 86_400_000);
}

function shown(options: Intl.DateTimeFormatOptions, locale = 'en-US'): (ms: number) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
  return (ms) => format.format(ms).toLowerCase();
}
