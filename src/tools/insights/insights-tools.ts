/** The tools of Insights: what a manager may ask about the calls, and how it is to be told. */
import type { Metrics } from '#record/record.ts';
import type { Tool } from '#tools/tool.ts';
import { showChart } from './show-chart.ts';
import { showMetrics } from './show-metrics.ts';
import { type Choice, switchMode, switchPersona } from './switching.ts';

export interface Styles {
  readonly modes: readonly Choice[];
  readonly personas: readonly Choice[];
}

export function insightsTools(metrics: Metrics, { modes, personas }: Styles): Tool[] {
  return [showMetrics(metrics), showChart(metrics), switchMode(modes), switchPersona(personas)];
}
