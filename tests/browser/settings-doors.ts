/** The doors of the settings and of the figures as the scripted server plays them: one key is right. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

export const RIGHT_KEY = 'sk-right';

const PROVIDERS = [
  {
    id: 'embedded',
    label: 'Local AI',
    models: ['luna'],
    voices: ['slt', 'rms', 'awb', 'kal16'],
  },
  {
    id: 'openai',
    label: 'OpenAI',
    models: ['gpt-realtime', 'gpt-realtime-mini'],
    voices: ['alloy', 'cedar', 'marin'],
  },
  { id: 'azure', label: 'Azure OpenAI', models: [], voices: ['alloy', 'cedar', 'marin'] },
];

const FIGURES = {
  calls: 128,
  contained: 97,
  escalated: 24,
  averageHandlingSeconds: 134,
  modes: { ai: 31, local: 88, scripted: 9 },
};

const Wanted = z.object({
  provider: z.string(),
  key: z.string().optional(),
  voice: z.string().optional(),
  entra: z.boolean().optional(),
});
type Wanted = z.infer<typeof Wanted>;

/** Whatever a browser sends is kept for the test to look at. */
export class SettingsDoors {
  readonly received: Wanted[] = [];
  #set: Wanted = { provider: 'embedded', voice: 'slt' };

  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path === '/api/figures') return send(response, FIGURES);
    if (path !== '/api/config') {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'POST') return send(response, this.#check(await bodyOf(request)));
    if (request.method === 'DELETE') this.forget();
    send(response, this.#config());
  }

  /** As after a restart. */
  forget(): void {
    this.received.length = 0;
    this.#set = { provider: 'embedded', voice: 'slt' };
  }

  #config(): object {
    const { provider, voice, key, entra } = this.#set;
    return {
      provider,
      mode: provider === 'embedded' ? 'local' : 'ai',
      hasKey: key !== undefined || entra === true,
      model: PROVIDERS.find(({ id }) => id === provider)?.models[0] ?? '',
      voice,
      fromEnvironment: this.received.length === 0,
      choices: { providers: PROVIDERS },
    };
  }

  #check(wanted: Wanted): object {
    this.received.push(wanted);
    const { provider, key, entra } = wanted;
    if (provider !== 'embedded' && entra !== true && key !== RIGHT_KEY)
      return {
        ok: false,
        code: 'invalid_key',
        field: 'key',
        error: 'OpenAI does not accept this key. Check it for a missing character.',
      };
    this.#set = wanted;
    const label = PROVIDERS.find(({ id }) => id === provider)?.label;
    const mode = provider === 'embedded' ? 'local' : 'ai';
    return { ok: true, provider, label, mode, model: 'x', voice: 'x', latency_ms: 412 };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Wanted> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Wanted.parse(JSON.parse(Buffer.concat(chunks).toString()));
}

function send(response: ServerResponse, answer: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}
