/** What the scripted server answers to the page's questions: the real directory and scripts, a tone for a voice. */
import { agents, freeform } from '#agents/agent.ts';
import { scriptOf } from '#api/api.ts';
import { writeWav } from '#audio/wav.ts';
import { directoryOf } from '#directory.ts';
import { tone } from './tone.ts';

const BRAND = { bank: 'Northwind Bank', assistant: 'Luna' };
const SCRIPTS = new Map(
  [freeform, ...agents].map((agent) => [agent.id, scriptOf(agent, BRAND, (tool) => tool)]),
);
export interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Undefined where it is none of these questions. */
export function answerTo(path: string): Answer | undefined {
  const [, api, what = '', id = '', part] = path.split('/');
  if (api !== 'api') return undefined;
  if (part === 'speech')
    return { type: 'audio/wav', body: writeWav({ rateHz: 24_000, channels: [tone(0.4, 0.3)] }) };
  const answers: Readonly<Record<string, unknown>> = {
    scenarios: directoryOf(BRAND),
    scripts: part === 'played' ? { ok: true } : SCRIPTS.get(id),
  };
  const answer = answers[what];
  return answer === undefined
    ? undefined
    : { type: 'application/json', body: JSON.stringify(answer) };
}
