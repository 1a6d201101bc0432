/** What machines watch (Prometheus): calls, waits, tools and the process. Names in labels are from lists of ours; nobody's data is among them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallHead, CallRecord } from './call-record.ts';
import { BROKEN } from './metrics/summary.ts';
import { processGauges } from './process-gauges.ts';
import type { ScriptedPlay } from './scripted-plays.ts';

export interface MachineFiguresParts {
  /** Any other name is "other" in a label: a model or a client may have made it up. */
  readonly known: {
    readonly scenarios: readonly string[];
    readonly providers: readonly string[];
    readonly tools: readonly string[];
  };
  readonly activeCalls: () => number;
}

export interface MachineFigures extends Disposable {
  readonly contentType: string;
  /** In the text format that Prometheus reads. */
  text(): Promise<string>;
  /** The same record, watched. */
  watch(head: CallHead, record: CallRecord): CallRecord;
  played(play: ScriptedPlay): void;
}

/** Seconds: below 0.8 callers feel answered at once, beyond 2 they wonder. */
const WAITS_S = [0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.5, 2, 3, 5, 10];
const NS_PER_S = 1e9;

export function openMachineFigures({ known, activeCalls }: MachineFiguresParts): MachineFigures {
  const registry = new Registry();
  const registers = [registry];
  const calls = new Counter({
    name: 'luna_calls_total',
    help: 'Calls that have ended.',
    labelNames: ['outcome', 'scenario', 'mode'],
    registers,
  });
  const waits = new Histogram({
    name: 'luna_voice_to_voice_seconds',
    help: 'From the last sample of the caller to the first of Luna, turn by turn.',
    labelNames: ['mode'],
    buckets: WAITS_S,
    registers,
  });
  const failovers = new Counter({
    name: 'luna_provider_failovers_total',
    help: 'Times another provider took over in mid-call.',
    labelNames: ['from', 'to'],
    registers,
  });
  const tools = new Counter({
    name: 'luna_tool_calls_total',
    help: 'Tool calls: answered, refused by the rules of the bank, or failed.',
    labelNames: ['tool', 'result'],
    registers,
  });
  registry.registerMetric(
    new Gauge({
      name: 'luna_active_calls',
      help: 'Calls on the line now.',
      registers: [],
      collect() {
        this.set(activeCalls());
      },
    }),
  );
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  registry.registerMetric(
    new Gauge({
      name: 'luna_event_loop_delay_seconds',
      help: 'How late the event loop was since it was last asked about.',
      labelNames: ['quantile'],
      registers: [],
      collect() {
        for (const quantile of [50, 99])
          this.set({ quantile: `0.${quantile}` }, loop.percentile(quantile) / NS_PER_S);
        loop.reset();
      },
    }),
  );
  processGauges(registry);

  const names = {
    scenario: namedIn(known.scenarios),
    provider: namedIn(known.providers),
    tool: namedIn(known.tools),
  };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    played: ({ scenario, outcome }) =>
      calls.inc({ outcome, scenario: names.scenario(scenario), mode: 'scripted' }),
    watch(head, record) {
      let { scenario, provider } = head;
      const mode = provider === 'embedded' ? 'local' : 'ai';
      return {
        ...record,
        scenarioFound(id) {
          scenario = id;
          record.scenarioFound(id);
        },
        turnMeasured(latency) {
          waits.observe({ mode }, latency.voiceToVoiceMs / 1000);
          record.turnMeasured(latency);
        },
        toolAnswered(id, tool, answer, tookMs) {
          tools.inc({ tool: names.tool(tool), result: resultOf(answer) });
          record.toolAnswered(id, tool, answer, tookMs);
        },
        providerChanged(next, why) {
          failovers.inc({ from: names.provider(provider), to: names.provider(next) });
          provider = next;
          record.providerChanged(next, why);
        },
        ended(reason, outcome) {
          calls.inc({ outcome, scenario: names.scenario(scenario), mode });
          record.ended(reason, outcome);
        },
      };
    },
    [Symbol.dispose]() {
      loop.disable();
      registry.clear();
    },
  };
}

function resultOf({ ok, why = '' }: { readonly ok: boolean; readonly why?: string }): string {
  if (ok) return 'ok';
  return BROKEN.has(why) ? 'failed' : 'refused';
}

function namedIn(known: readonly string[]): (name: string) => string {
  const names = new Set(known);
  return (name) => (name === '' ? 'none' : names.has(name) ? name : 'other');
}
