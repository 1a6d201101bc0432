/** All ears of one worker thread: each does a slice of its work in turn, and messages come in between. */
import type { MessagePort } from 'node:worker_threads';
import type { SileroModel } from '#engine/activity/silero-model.ts';
import type { Recognizer } from '#engine/recognizer.ts';
import { Ear } from './ear.ts';
import type { EarEvent, EarId, FromWorker, ToWorker } from './messages.ts';

/** Work is interrupted this often to take in what has come. */
const BURST_MS = 8;
const LAG_REPORT_MS = 250;
/** Below this an ear is not behind: sound comes in pieces. */
const USUAL_LAG_MS = 100;

/** Serves until the port is closed. */
export function serveEars(port: MessagePort, voice: SileroModel, recognizer: Recognizer): void {
  const ears = new Map<EarId, Ear>();
  let working = false;
  let reportedAt = 0;
  let reportedMs = 0;

  const tell = (message: FromWorker): void => port.postMessage(message);

  const reportLag = (now: number): void => {
    if (now - reportedAt < LAG_REPORT_MS && ears.size > 0) return;
    let lagMs = 0;
    for (const ear of ears.values()) lagMs = Math.max(lagMs, ear.lagMs);
    if (lagMs < USUAL_LAG_MS) lagMs = 0;
    reportedAt = now;
    if (lagMs === reportedMs) return;
    reportedMs = lagMs;
    tell({ kind: 'lag', lagMs });
  };

  const work = (): void => {
    const began = performance.now();
    let more = true;
    while (more && performance.now() - began < BURST_MS) {
      more = false;
      for (const ear of ears.values()) more = ear.work() || more;
    }
    reportLag(performance.now());
    working = more;
    if (more) setImmediate(work);
  };

  port.on('message', ({ to, command }: ToWorker) => {
    if (command.do === 'open') {
      const emit = (event: EarEvent): void => tell({ kind: 'event', from: to, event });
      ears.set(to, new Ear(voice, recognizer, emit, () => performance.now()));
    } else if (command.do === 'close') ears.delete(to);
    else ears.get(to)?.take(command);
    if (working) return;
    working = true;
    setImmediate(work);
  });
  tell({ kind: 'ready' });
}
