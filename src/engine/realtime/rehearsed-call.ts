/** For tests: a whole call in typed words, with a scripted bank and gate, told as a script. */
import type { Flow } from '#engine/flow.ts';
import type { FunctionTool } from '#protocol/session.ts';
import { readOutput } from '#engine/dialogue/tool-output.ts';
import { rehearse } from './rehearsal.ts';

export interface RehearsedCall {
  readonly flow: Flow | undefined;
  readonly callerName?: string | undefined;
  readonly tools: readonly FunctionTool[];
  /** Runs a tool and gives what the model is told. */
  readonly run: (tool: string, argumentsJson: string) => Promise<string>;
  /** @param answering what Luna had said since the caller spoke last */
  readonly onSaid?: (text: string, answering: string) => void;
  readonly callerSays: readonly string[];
}

export async function playCall(call: RehearsedCall): Promise<string> {
  const { send } = rehearse(call.flow, call.callerName);
  const script: string[] = [];
  let lunaSaid: string[] = [];
  const reply = async (): Promise<void> => {
    for (const event of await send({ type: 'response.create' })) {
      if (event.type === 'response.output_text.done') {
        script.push(`Luna: ${event.text}`);
        lunaSaid.push(event.text);
      }
      if (event.type !== 'response.function_call_arguments.done') continue;
      const { name, arguments: json, call_id } = event;
      const args = JSON.parse(json) as Record<string, unknown>;
      const output = await call.run(name, json);
      const { ok, why } = readOutput(output);
      const shown = Object.entries(args).map(([key, value]) => `${key}: ${shownAs(value)}`);
      script.push(`  → ${name}(${shown.join(', ')}) ${ok ? 'ok' : why}`);
      const item = { type: 'function_call_output', call_id, output };
      await send({ type: 'conversation.item.create', item });
      await reply();
    }
  };
  const session = { type: 'realtime', output_modalities: ['text'], tools: call.tools };
  await send({ type: 'session.update', session });
  await reply();
  for (const text of call.callerSays) {
    script.push(`Caller: ${text}`);
    call.onSaid?.(text, lunaSaid.join(' '));
    lunaSaid = [];
    const item = { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
    await send({ type: 'conversation.item.create', item });
    await reply();
  }
  return script.join('\n');
}

function shownAs(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
