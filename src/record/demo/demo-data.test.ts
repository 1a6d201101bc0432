import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { DAY_MS } from '#lib/calendar.ts';
import { readFigures } from '#record/figures.ts';
import { zoneOf } from '#lib/zone.ts';
import { percentile } from '#record/latency-summary.ts';
import type { Metric } from '#record/metrics/definitions.ts';
import { NOW, storeOf } from '#record/metrics/fixture.ts';
import { type MetricsQuery, MOST_POINTS } from '#record/metrics/query.ts';
import { demoMonth } from './month.ts';
import { addDemoCalls, removeDemoCalls } from '#record/record.ts';
import type { RecordTables } from '#record/tables.ts';

test('a made-up month looks like one of a contact centre', () => {
  const zone = zoneOf('Europe/Berlin');
  const month = demoMonth(7, NOW, zone).map(({ summary }) => summary);
  const share = (is: (one: (typeof month)[number], began: Date) => boolean): number =>
    month.filter((one) => is(one, new Date(zone.wallOf(one.started_at)))).length / month.length;
  const sundays = share((_, began) => began.getUTCDay() === 0);
  expect(share((_, began) => began.getUTCDay() === 1)).toBeGreaterThan(2 * sundays);
  // A peak in the morning by the clock of the house, quiet nights.
  expect(share((_, began) => [9, 10].includes(began.getUTCHours()))).toBeGreaterThan(0.12);
  expect(share((_, began) => began.getUTCHours() < 5)).toBeLessThan(0.03);
  expect(share(({ outcome }) => outcome === 'contained')).toBeGreaterThan(0.5);
  expect(new Set(month.map(({ outcome }) => outcome)).size).toBe(5);
  expect(new Set(month.map(({ escalation_reason: reason }) => reason)).size).toBeGreaterThan(5);
  expect(new Set(month.map(({ scenario }) => scenario)).size).toBe(10);
  // What answers at home costs nothing, what answers elsewhere does.
  expect(month.filter(({ mode, cost_usd: cost }) => (cost ?? 0) > 0 !== (mode === 'ai'))).toEqual(
    [],
  );
  const callers = month.flatMap(({ caller }) => caller ?? []);
  expect(callers.length - new Set(callers).size).toBeGreaterThan(50);
  expect(month.every(({ demo, ended_at: end }) => demo === 1 && end < NOW)).toBe(true);
});

describeEveryStore('a month of made-up calls', (openFresh) => {
  test('figures are those of queries written by hand', async () => {
    await using store = await storeOf(await openFresh(), [
      { id: 'real', daysAgo: 20, outcome: 'failed' },
    ]);
    const { database, metrics } = store;
    const count = await addDemoCalls(database, NOW);
    expect(await addDemoCalls(database, NOW)).toBe(count);
    const tables = database.tables<RecordTables>();
    const from = Date.UTC(2026, 10, 9);
    const to = Date.UTC(2026, 10, 16);
    const week = await tables
      .selectFrom('calls')
      .selectAll()
      .where('started_at', '>=', from)
      .where('started_at', '<', to)
      .execute();
    const ask = async (measure: Metric, more: Partial<MetricsQuery> = {}) => {
      const answer = await metrics.ask({ measure, period: 'last week', ...more });
      if (!answer.ok) throw new Error(answer.why);
      return answer;
    };
    expect(week.length).toBeGreaterThan(300);
    expect((await ask('calls')).total).toEqual({ value: week.length, calls: week.length });
    expect((await ask('calls')).demoCalls).toBe(week.length);

    const byLuna = week.filter(({ outcome }) => outcome === 'contained').length;
    expect((await ask('containment')).total.value).toBeCloseTo((byLuna / week.length) * 100, 9);

    const seconds = week.map(({ started_at, ended_at }) => ((ended_at ?? 0) - started_at) / 1000);
    const mean = seconds.reduce((sum, each) => sum + each, 0) / week.length;
    expect((await ask('handling_time')).total.value).toBeCloseTo(mean, 6);

    const disputes = week.filter(({ scenario }) => scenario === 'dispute');
    const byDay = await ask('calls', { dimension: 'day', filter: { scenario: ['dispute'] } });
    expect(byDay.points.map(({ value }) => value)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map(
        (day) =>
          disputes.filter(({ started_at }) => Math.floor((started_at - from) / DAY_MS) === day)
            .length,
      ),
    );

    const waits = await tables
      .selectFrom('call_turns')
      .innerJoin('calls', 'calls.id', 'call_turns.call_id')
      .select('voice_to_voice_ms as wait')
      .where('started_at', '>=', from)
      .where('started_at', '<', to)
      .execute();
    const p95 = (await ask('latency_p95')).total.value;
    expect(p95).toBe(
      percentile(
        waits.map(({ wait }) => wait),
        95,
      ),
    );

    const heat = await ask('calls', { dimension: 'weekday', series: 'hour' });
    expect(heat.points).toHaveLength(7 * 24);
    expect(heat.points.length).toBeLessThanOrEqual(MOST_POINTS);
    const tuesdayAtTen = week.filter(({ started_at }) => {
      const date = new Date(started_at);
      return date.getUTCDay() === 2 && date.getUTCHours() === 10;
    });
    expect(heat.points.find(({ x, series }) => x === 'tuesday' && series === '10')?.value).toBe(
      tuesdayAtTen.length,
    );

    // The figures at the foot of the page are of real calls only.
    expect(await readFigures(database)).toMatchObject({ calls: 1, contained: 0 });
    expect(await removeDemoCalls(database)).toBe(count);
    const left = await tables.selectFrom('calls').select('id').execute();
    expect(left).toEqual([{ id: 'real' }]);
    for (const table of ['call_turns', 'call_tools'] as const) {
      const rows = await tables
        .selectFrom(table)
        .select(sql<number>`count(*)`.as('rows'))
        .execute();
      expect(rows).toEqual([{ rows: 0 }]);
    }
  });
});
