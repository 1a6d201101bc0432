/** The tools of Insights: what a manager may ask about the calls. */
import type { Metrics } from '#record/record.ts';
import type { Tool } from '#tools/tool.ts';
import { showChart } from './show-chart.ts';
import { showMetrics } from './show-metrics.ts';

export function insightsTools(metrics: Metrics): Tool[] {
  return [showMetrics(metrics), showChart(metrics)];
}
