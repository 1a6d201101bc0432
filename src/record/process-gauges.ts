/** What the process takes of the machine, as Prometheus names it everywhere. */
import { Counter, Gauge, type Registry } from 'prom-client';

const US_PER_S = 1e6;

export function processGauges(registry: Registry): void {
  registry.registerMetric(
    new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Memory of the process, its worker threads included.',
      registers: [],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'nodejs_heap_size_used_bytes',
      help: 'Heap of the main thread.',
      registers: [],
      collect() {
        this.set(process.memoryUsage().heapUsed);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'process_uptime_seconds',
      help: 'Since the process was started.',
      registers: [],
      collect() {
        this.set(process.uptime());
      },
    }),
  );
  registry.registerMetric(
    new Counter({
      name: 'process_cpu_seconds_total',
      help: 'Processor time, of all threads.',
      registers: [],
      collect() {
        const { user, system } = process.cpuUsage();
        // A counter can only be moved: back to nought, then to where it is.
        this.reset();
        this.inc((user + system) / US_PER_S);
      },
    }),
  );
}
