/** Every metric, in one place: its formula in words and in SQL, its unit and its target. */

export type Unit = 'calls' | '%' | 's' | 'ms' | 'per call' | 'US$';

interface Named {
  /** For a person, in the middle of a sentence: "the containment rate". */
  readonly label: string;
  readonly unit: Unit;
  /** How it is computed, for a person. */
  readonly formula: string;
  /** Which way is better; neither, where it depends. */
  readonly better: 'up' | 'down' | 'neither';
  /** In the metric's unit. */
  readonly target?: number;
}

/** A sum, or one sum divided by another and scaled; of `call_summaries` as `c`. */
interface Quotient extends Named {
  readonly top: string;
  readonly bottom?: string;
  readonly scale?: number;
}

/** Nearest rank over the turns of the calls: a wait that really was. */
interface Percentile extends Named {
  readonly percentile: number;
}

export type Definition = Quotient | Percentile;

const DAYS_7_MS = 7 * 86_400_000;
const CONTAINED = `case when c.outcome = 'contained' then 1 else 0 end`;
const ESCALATED = `case when c.outcome = 'escalated' then 1 else 0 end`;
const CAME_BACK = `exists (select 1 from call_summaries n where n.caller = c.caller
  and n.scenario = c.scenario and n.started_at > c.started_at
  and n.started_at <= c.ended_at + ${DAYS_7_MS})`;

const METRICS = {
  calls: {
    label: 'number of calls',
    unit: 'calls',
    formula: 'calls that have ended',
    better: 'neither',
    top: '1',
  },
  containment: {
    label: 'containment rate',
    unit: '%',
    formula: 'calls that Luna brought to an end by herself / calls',
    better: 'up',
    target: 70,
    top: CONTAINED,
    bottom: '1',
    scale: 100,
  },
  contained_resolution: {
    label: 'contained resolution rate',
    unit: '%',
    formula:
      'contained calls after which the same caller did not call again about the same matter within seven days / calls. A caller nobody knows cannot be seen to call again.',
    better: 'up',
    target: 65,
    top: `case when c.outcome = 'contained' and not ${CAME_BACK} then 1 else 0 end`,
    bottom: '1',
    scale: 100,
  },
  escalations: {
    label: 'number of escalations',
    unit: 'calls',
    formula: 'calls that went to a person',
    better: 'down',
    top: ESCALATED,
  },
  escalation_rate: {
    label: 'escalation rate',
    unit: '%',
    formula: 'calls that went to a person / calls',
    better: 'down',
    target: 30,
    top: ESCALATED,
    bottom: '1',
    scale: 100,
  },
  handling_time: {
    label: 'average handling time',
    unit: 's',
    formula: 'time from the ring to the end of a call, averaged over calls',
    better: 'down',
    target: 180,
    top: 'c.duration_ms',
    bottom: '1',
    scale: 0.001,
  },
  latency_p50: {
    label: 'median voice-to-voice latency',
    unit: 'ms',
    formula:
      'from the last sample of the caller to the first of Luna, middle of all turns (nearest rank)',
    better: 'down',
    target: 800,
    percentile: 50,
  },
  latency_p95: {
    label: '95th percentile of the voice-to-voice latency',
    unit: 'ms',
    formula:
      'from the last sample of the caller to the first of Luna; 95 of 100 turns are as fast (nearest rank)',
    better: 'down',
    target: 1_500,
    percentile: 95,
  },
  interruptions: {
    label: 'interruptions per call',
    unit: 'per call',
    formula: 'times a caller cut Luna off / calls',
    better: 'down',
    top: 'c.interruptions',
    bottom: '1',
  },
  false_barge_ins: {
    label: 'false barge-ins per call',
    unit: 'per call',
    formula: 'noises and "uh-huh"s that made Luna lower her voice and go on / calls',
    better: 'down',
    target: 0.5,
    top: 'c.false_barge_ins',
    bottom: '1',
  },
  dead_air: {
    label: 'dead air per call',
    unit: 's',
    formula: 'what callers waited for an answer beyond 2 seconds, added up / calls',
    better: 'down',
    target: 1,
    top: 'c.dead_air_ms',
    bottom: '1',
    scale: 0.001,
  },
  cost_per_call: {
    label: 'cost per call',
    unit: 'US$',
    formula: 'what the providers charge / calls whose cost is known',
    better: 'down',
    target: 0.5,
    top: 'coalesce(c.cost_usd, 0)',
    bottom: 'case when c.cost_usd is null then 0 else 1 end',
  },
  tool_failures: {
    label: 'tool failure rate',
    unit: '%',
    formula:
      'tool calls that no bank system or no valid argument stood behind / tool calls. A refusal by the rules of the bank is no failure.',
    better: 'down',
    target: 1,
    top: 'c.tool_failures',
    bottom: 'c.tool_calls',
    scale: 100,
  },
  identity_failures: {
    label: 'identity failure rate',
    unit: '%',
    formula: 'identity checks with wrong factors / identity checks',
    better: 'down',
    target: 10,
    top: 'c.identity_failures',
    bottom: 'c.identity_checks',
    scale: 100,
  },
} as const satisfies Readonly<Record<string, Definition>>;

export type Metric = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as [Metric, ...Metric[]];

export function definitionOf(metric: Metric): Definition {
  return METRICS[metric];
}
