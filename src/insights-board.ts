/** The board of Insights over HTTP: what it may be asked in, and cards drawn anew without a conversation. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { INSIGHTS_STYLE, insightsModes, insightsPersonas } from '#agents/agent.ts';
import { isAdmitted, isOwnPage } from '#channels/realtime/admission.ts';
import type { CallId } from '#lib/brand.ts';
import type { Metrics } from '#record/record.ts';
import { insightsTools } from '#tools/insights/insights-tools.ts';
import { createToolbox } from '#tools/tool.ts';

/** The tools that draw; their arguments are checked by the tools themselves. */
const Wish = z.object({
  tool: z.enum(['show_metrics', 'show_chart']),
  input: z.record(z.string(), z.unknown()),
});

/** Nobody speaks: a card is drawn for the board. */
const NOBODY = { callId: 'board' as CallId, phone: undefined, customerId: undefined };
const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;

/** @param tokens as at `/voice`: programs show one, our own page does not */
export function openBoard(app: FastifyInstance, metrics: Metrics, tokens: readonly string[]): void {
  const toolbox = createToolbox(insightsTools(metrics, { modes: [], personas: [] }));
  const manners = {
    modes: insightsModes.map(({ id, name }) => ({ id, name })),
    personas: insightsPersonas.map(({ id, name, manner }) => ({ id, name, manner })),
    usual: INSIGHTS_STYLE,
  };

  app.get('/api/insights', () => manners);

  app.post('/api/insights/draw', async ({ headers, body }, answer) => {
    if (!isOwnPage(headers) && !isAdmitted(tokens, headers))
      return answer.code(UNAUTHORIZED).send({ error: 'A token is needed here.' });
    const wish = Wish.safeParse(body);
    if (!wish.success) {
      const [issue] = wish.error.issues;
      const error = `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`;
      return answer.code(BAD_REQUEST).send({ error });
    }
    const { tool, input } = wish.data;
    const found = toolbox.find(tool, JSON.stringify(input));
    const { ok, say, drawing } = found.ok ? await found.request.run(NOBODY) : found.result;
    if (!ok) return answer.code(BAD_REQUEST).send({ error: say });
    return { say, drawing };
  });
}
