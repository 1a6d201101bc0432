import { describe, expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { openRecord } from '#record/record.ts';
import { clock, contained, type Given, storeOf } from './fixture.ts';
import type { RecordTables } from '#record/tables.ts';
import { percentile } from '#record/latency-summary.ts';
import { escalationKind } from './escalation-kind.ts';
import { type Metric, METRIC_NAMES } from './definitions.ts';
import { MetricsQuery } from './query.ts';

describeEveryStore('the metrics', (openFresh) => {
  const openWith = async (given: readonly Given[]) => storeOf(await openFresh(), given);
  const valueOf = async (
    given: readonly Given[],
    measure: Metric,
    more: Partial<MetricsQuery> = {},
  ) => {
    await using store = await openWith(given);
    const answer = await store.metrics.ask({ measure, period: 'the last 7 days', ...more });
    if (!answer.ok) throw new Error(answer.why);
    return answer;
  };

  test('a contained call counts as resolved unless the same caller is back about it in seven days', async () => {
    const given = [
      contained('back', 6),
      contained('again', 2),
      contained('other-matter', 5, { scenario: 'dispute' }),
      contained('other-caller', 5, { caller: 'james' }),
      contained('nobody-knows', 4, { caller: null }),
      contained('nobody-knows-either', 3, { caller: null }),
    ];
    const containment = await valueOf(given, 'containment');
    const resolution = await valueOf(given, 'contained_resolution');
    expect(containment.total).toEqual({ value: 100, calls: 6 });
    expect(resolution.total.value).toBeCloseTo((5 / 6) * 100, 9);
  });

  test('somebody who is back after eight days had been helped', async () => {
    const given: Given[] = [
      { id: 'first', daysAgo: 16, outcome: 'contained', more: { caller: 'maria' } },
      { id: 'second', daysAgo: 8, outcome: 'contained', more: { caller: 'maria' } },
    ];
    const resolution = await valueOf(given, 'contained_resolution', { period: 'last 30 days' });
    expect(resolution.total).toEqual({ value: 100, calls: 2 });
  });

  test('the waits of all turns are ranked together, not averaged call by call', async () => {
    const waits = [[100, 900, 300], [250], [4_000, 120, 130, 140, 150, 160, 170]];
    const given = waits.map((each, n): Given => ({
      id: `c${n}`,
      daysAgo: n + 0.1,
      outcome: 'contained',
      waits: each,
    }));
    const p50 = await valueOf(given, 'latency_p50');
    const p95 = await valueOf(given, 'latency_p95', { dimension: 'outcome' });
    expect(p50.total.value).toBe(percentile(waits.flat(), 50));
    expect(p95.points).toMatchObject([{ x: 'contained', value: percentile(waits.flat(), 95) }]);
  });

  test('a rate of nothing is no nought', async () => {
    const given: Given[] = [{ id: 'a', daysAgo: 1, outcome: 'contained' }];
    expect((await valueOf(given, 'identity_failures')).total.value).toBeNull();
    expect((await valueOf(given, 'cost_per_call')).total.value).toBeNull();
    expect((await valueOf([], 'containment')).total).toEqual({ value: null, calls: 0 });
    expect((await valueOf([], 'calls', { dimension: 'day' })).points).toEqual([]);
  });

  test('programs, and talks about the calls, are no calls of the bank', async () => {
    const given: Given[] = [
      { id: 'a', daysAgo: 1, outcome: 'relayed', more: { scenario: '' } },
      { id: 'b', daysAgo: 1, outcome: 'contained', more: { scenario: 'insights' } },
      { id: 'c', daysAgo: 1, outcome: 'abandoned' },
    ];
    expect((await valueOf(given, 'calls')).total.calls).toBe(1);
  });

  test('a day without calls is on the axis, with nothing on it', async () => {
    const given: Given[] = [
      { id: 'a', daysAgo: 3, outcome: 'contained' },
      { id: 'b', daysAgo: 3, outcome: 'escalated' },
      { id: 'c', daysAgo: 0.1, outcome: 'contained' },
    ];
    const calls = await valueOf(given, 'calls', { dimension: 'day' });
    expect(calls.points.map(({ x, value }) => `${x} ${value}`)).toEqual([
      '2026-11-13 0',
      '2026-11-14 0',
      '2026-11-15 0',
      '2026-11-16 2',
      '2026-11-17 0',
      '2026-11-18 0',
      '2026-11-19 1',
    ]);
    const rate = await valueOf(given, 'containment', { dimension: 'day' });
    expect(rate.points.map(({ value }) => value)).toEqual([null, null, null, 50, null, null, 100]);
  });

  test('this period is compared with the one before, up to the same hour', async () => {
    const given: Given[] = [
      { id: 'a', daysAgo: 1, outcome: 'contained' },
      { id: 'b', daysAgo: 8, outcome: 'contained' },
      { id: 'c', daysAgo: 9, outcome: 'escalated' },
      { id: 'd', daysAgo: 6.9, outcome: 'escalated' },
    ];
    const comparison = 'previous_period';
    const answer = await valueOf(given, 'calls', {
      period: 'this week',
      comparison,
      dimension: 'day',
    });
    expect(answer.total.calls).toBe(1);
    expect(answer.before?.calls).toBe(2);
    expect(answer.pointsBefore?.map(({ x }) => x)[0]).toBe('2026-11-09');
  });

  test('every measure can be asked of every dimension, and what cannot be is refused by name', async () => {
    await using store = await openWith([{ id: 'a', daysAgo: 1, outcome: 'escalated' }]);
    const { metrics } = store;
    for (const measure of METRIC_NAMES)
      for (const dimension of MetricsQuery.shape.dimension.unwrap().options)
        for (const series of [undefined, 'hour' as const]) {
          const query = { measure, dimension, series, period: 'last 7 days' };
          expect((await metrics.ask(query)).ok).toBe(true);
        }
    const refused = await metrics.ask({ measure: 'calls', period: 'the other day' });
    expect(refused).toEqual({ ok: false, why: 'unknown_period' });
    const long = { measure: 'calls', dimension: 'day', series: 'hour' } as const;
    expect(await metrics.ask({ ...long, period: '2020-01-01 to 2026-11-19' })).toEqual({
      ok: false,
      why: 'too_many_points',
    });
  });

  test('a call is counted as it ends, by what happened in it', async () => {
    await using database = await openFresh();
    const book = await openRecord(database, clock, () => undefined);
    const call = book.open({
      id: 'call_1',
      scenario: 'freeform',
      provider: 'embedded',
      channel: 'browser',
      caller: 'cus_1',
    });
    call.scenarioFound('dispute');
    call.toolAnswered('1', 'verify_identity', { ok: false, why: 'no_match', facts: {} }, 1);
    call.toolAnswered('2', 'verify_identity', { ok: true, facts: {} }, 1);
    call.toolAnswered('3', 'file_dispute', { ok: false, why: 'bank_unavailable', facts: {} }, 1);
    call.toolAnswered('4', 'file_dispute', { ok: false, why: 'not_found', facts: {} }, 1);
    call.assistantCutOff('item_1', 100, 'One');
    call.interruptionIgnored();
    for (const [n, wait] of [900, 3_500].entries())
      call.turnMeasured({
        itemId: `item_${n}`,
        voiceToVoiceMs: wait,
        endDetectedMs: 1,
        recognisedMs: 1,
        firstAudioMs: 1,
      });
    await book.flush();
    const line = {
      call_id: 'call_1',
      at_ms: 1,
      model: 'm',
      kind: 'response',
      usage_json: '{}',
    } as const;
    await database
      .tables<RecordTables>()
      .insertInto('call_costs')
      .values([
        { ...line, source_id: 'r1', usd: 0.25 },
        { ...line, source_id: 'r2', usd: 0.5 },
      ])
      .execute();
    call.ended('caller', 'contained');
    await book.close();
    const rows = await database
      .tables<RecordTables>()
      .selectFrom('call_summaries')
      .selectAll()
      .execute();
    expect(rows).toMatchObject([
      {
        scenario: 'dispute',
        mode: 'local',
        turns: 2,
        interruptions: 1,
        false_barge_ins: 1,
        dead_air_ms: 1_500,
        tool_calls: 4,
        tool_failures: 1,
        identity_checks: 2,
        identity_failures: 1,
        cost_usd: 0.75,
        demo: 0,
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('cus_1');
    expect(rows[0]?.caller).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a question', () => {
  test.each([
    { measure: 'calls; drop table calls', period: 'today' },
    { measure: 'calls', dimension: 'c.outcome', period: 'today' },
    { measure: 'calls', period: 'today', filter: { scenario: ["x' or 1=1"] } },
    { measure: 'calls', period: 'today', filter: { 'c.id': ['a'] } },
    { measure: 'calls', period: 'today', where: '1=1' },
    { measure: 'calls' },
  ])('that is not made of our own names is no question: %j', (question) => {
    expect(MetricsQuery.safeParse(question).success).toBe(false);
  });
});

test.each([
  ['identity could not be verified', 'identity_failed'],
  ['the caller asked for a person', 'asked_for_person'],
  ['the caller could not be understood', 'not_understood'],
  ['asks for a higher credit limit', 'specialist'],
  ['a wire waits to be released', 'specialist'],
  ['wants to restructure a loan', 'specialist'],
  ['the call ended before it was passed on', 'specialist'],
  ['The customer is frustrated', 'upset'],
  ['more than one card ends in these digits', 'other'],
])('"%s" is counted as %s', (reason, kind) => {
  expect(escalationKind(reason)).toBe(kind);
});
