/** `/metrics`, for Prometheus: open like `/healthz`, since nobody's data is in it. */
import type { FastifyInstance } from 'fastify';
import type { MachineFigures } from '#record/record.ts';

export function openMachineDoor(app: FastifyInstance, figures: MachineFigures): void {
  app.get('/metrics', { config: { rateLimit: false } }, async (_request, answer) => {
    void answer.type(figures.contentType);
    return figures.text();
  });
}
