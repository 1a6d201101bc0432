/** Thirty days of plausible calls, made up from a seed. Pure. */
import { DAY_MS, dayStart, weekStart } from '#lib/calendar.ts';
import type { Zone } from '#lib/zone.ts';
import { pseudonym, type SummaryTables, Tally } from '#record/metrics/summary.ts';
import type { RecordTables } from '#record/tables.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { DEMO_PREFIX } from './demo-id.ts';
import { HOURS, type Pattern, PATTERNS, PROVIDERS, WEEKDAYS } from './patterns.ts';

const DAYS = 30;
const CALLS_A_DAY = 90;
const HOUR_MS = 3_600_000;

export interface DemoCall {
  readonly call: RecordTables['calls'];
  readonly turns: readonly RecordTables['call_turns'][];
  readonly tools: readonly RecordTables['call_tools'][];
  readonly summary: SummaryTables['call_summaries'];
}

/** @param nowMs milliseconds since 1970: nobody calls later than that. */
export function demoMonth(seed: number, nowMs: number, zone: Zone): DemoCall[] {
  const chance = chanceFrom(seed);
  const first = dayStart(zone.wallOf(nowMs)) - (DAYS - 1) * DAY_MS;
  const calls: DemoCall[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const dayMs = first + day * DAY_MS;
    const weekday = (dayMs - weekStart(dayMs)) / DAY_MS;
    const count = Math.round(chance.around(CALLS_A_DAY * (WEEKDAYS[weekday] ?? 1), 0.08));
    for (let n = 0; n < count; n += 1) {
      const hour = chance.pick([...HOURS.keys()], (each) => HOURS[each] ?? 0);
      const startedAt = Math.floor(zone.momentOf(dayMs + (hour + chance.next()) * HOUR_MS));
      const about = chance.pick(PATTERNS, ({ weight }) => weight);
      // Luna learns: towards the end of the month she contains a little more.
      calls.push(oneCall(chance, about, startedAt, day / DAYS, calls));
    }
  }
  return calls.filter(({ call }) => (call.ended_at ?? 0) < nowMs);
}

function oneCall(
  chance: Chance,
  about: Pattern,
  startedAt: number,
  progress: number,
  earlier: readonly DemoCall[],
): DemoCall {
  const id = `${DEMO_PREFIX}${startedAt.toString(36)}_${earlier.length}`;
  const provider = chance.pick(PROVIDERS, ({ weight }) => weight);
  const outcome = chance.pick(
    Object.entries(about.outcomes),
    ([name, weight]) => weight * (name === 'escalated' ? 1.15 - 0.3 * progress : 1),
  )[0] as RecordTables['call_summaries']['outcome'];
  const gaveUp = outcome === 'abandoned' || outcome === 'failed';
  const durationMs = Math.round(chance.around(about.seconds * (gaveUp ? 0.4 : 1), 0.3) * 1000);
  const tally = new Tally(about.id, {
    call_id: id,
    provider: provider.id,
    mode: provider.mode,
    channel: chance.happens(0.86) ? 'browser' : 'realtime',
    started_at: startedAt,
  });
  tally.caller = callerOf(chance, about, startedAt, earlier);
  const turns = turnsOf(chance, id, durationMs, provider.latencyMs, tally);
  const tools = toolsOf(chance, id, about, gaveUp, tally);
  for (let n = 0; n < turns.length; n += 1) {
    if (chance.happens(0.07)) tally.interrupted();
    if (chance.happens(0.05)) tally.bargedInFalsely();
  }
  if (outcome === 'escalated')
    tally.escalated(
      WORDS[chance.pick(Object.entries(about.reasons), ([, weight]) => weight)[0]] ?? '',
    );
  const ended_at = startedAt + durationMs;
  const summary = tally.row({ ended_at, duration_ms: durationMs, outcome });
  const waits = turns.map(({ voice_to_voice_ms }) => voice_to_voice_ms).toSorted((a, b) => a - b);
  return {
    call: {
      id,
      scenario: about.id,
      provider: provider.id,
      channel: summary.channel,
      started_at: startedAt,
      ended_at,
      outcome,
      turns: turns.length,
      voice_to_voice_p50_ms: waits[Math.ceil(waits.length * 0.5) - 1] ?? null,
      voice_to_voice_p95_ms: waits[Math.ceil(waits.length * 0.95) - 1] ?? null,
    },
    turns,
    tools,
    summary: {
      ...summary,
      cost_usd: Math.round((provider.usdPerMinute * durationMs) / 60) / 1000,
      demo: 1,
    },
  };
}

/** As the gate, the caller or a model would put it. */
const WORDS: Readonly<Record<string, string>> = {
  asked_for_person: 'the caller asked for a person',
  identity_failed: 'identity could not be verified',
  not_understood: 'the caller could not be understood',
  specialist: 'a specialist has to decide',
  upset: 'the caller is upset',
};

/** Now and then somebody of the last week is back about the same matter. */
function callerOf(
  chance: Chance,
  about: Pattern,
  startedAt: number,
  earlier: readonly DemoCall[],
): string | null {
  if (chance.happens(about.comesBack)) {
    const lately = earlier
      .slice(-CALLS_A_DAY * 5)
      .filter(({ summary }) => summary.scenario === about.id && summary.ended_at < startedAt);
    const back = lately[Math.floor(chance.next() * lately.length)];
    if (back !== undefined) return back.summary.caller;
  }
  return chance.happens(0.85) ? pseudonym(`demo ${Math.floor(chance.next() * 20_000)}`) : null;
}

function turnsOf(
  chance: Chance,
  call_id: string,
  durationMs: number,
  latencyMs: number,
  tally: Tally,
): RecordTables['call_turns'][] {
  const count = Math.max(1, Math.round(durationMs / chance.around(13_000, 0.2)));
  return Array.from({ length: count }, (_, place) => {
    const wait = Math.round(chance.around(latencyMs, 0.32) + (chance.happens(0.03) ? 1_900 : 0));
    tally.answered(wait);
    return {
      call_id,
      item_id: `item_${place}`,
      at_ms: Math.round(((place + 0.5) * durationMs) / count),
      voice_to_voice_ms: wait,
      end_detected_ms: Math.round(wait * 0.45),
      recognised_ms: Math.round(wait * 0.1),
      first_audio_ms: Math.round(wait * 0.45),
    };
  });
}

function toolsOf(
  chance: Chance,
  call_id: string,
  about: Pattern,
  gaveUp: boolean,
  tally: Tally,
): RecordTables['call_tools'][] {
  const tools: RecordTables['call_tools'][] = [];
  const ran = (tool: string, ok: boolean, why: string | null): void => {
    tally.toolAnswered(tool, ok, why);
    const took_ms = Math.round(chance.around(40, 0.5));
    tools.push({
      call_id,
      tool_call_id: `fc_${tools.length}`,
      at_ms: 15_000 + tools.length * 12_000,
      tool,
      arguments_json: '{}',
      ok: ok ? 1 : 0,
      why,
      facts_json: '{}',
      took_ms,
    });
  };
  if (chance.happens(0.08)) ran('verify_identity', false, 'no_match');
  if (gaveUp && chance.happens(0.6)) return tools;
  ran('verify_identity', true, null);
  for (const tool of about.tools) {
    if (chance.happens(0.012)) ran(tool, false, 'bank_unavailable');
    ran(tool, true, null);
  }
  return tools;
}
