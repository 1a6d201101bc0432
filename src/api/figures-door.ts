/** The numbers at the foot of the page. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#lib/clock.ts';
import type { RecordReader } from '#record/record.ts';

/** All pages that ask within so long get one answer: the record is read once. */
const FRESH_MS = 1_000;

export function openFigures(app: FastifyInstance, records: RecordReader, clock: Clock): void {
  let answer: ReturnType<RecordReader['figures']> | undefined;
  let askedAt = 0;
  app.get('/api/figures', async () => {
    if (answer === undefined || clock.now() - askedAt > FRESH_MS) {
      const reading = records.figures();
      answer = reading;
      askedAt = clock.now();
      // A failure is told to those who wait for it, and kept for nobody.
      reading.catch(() => {
        if (answer === reading) answer = undefined;
      });
    }
    return answer;
  });
}
