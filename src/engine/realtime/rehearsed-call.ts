/** For tests: a whole call in typed words, with a scripted bank and gate, told as a script. */
import type { Flow } from '#engine/flow.ts';
import type { FunctionTool } from '#protocol/session.ts';
import { rehearse } from './rehearsal.ts';

export interface Answer {
  readonly ok: boolean;
  readonly why?: string;
  readonly say: string;
}
/** `times`: how often it has been called with just these arguments, this time included. */
export type Tools = Readonly<
  Record<string, (args: Record<string, unknown>, times: number) => Answer | string>
>;

export interface RehearsedCall {
  readonly flow: Flow | undefined;
  readonly callerName?: string;
  readonly tools: readonly FunctionTool[];
  readonly answers: Tools;
  readonly callerSays: readonly string[];
}

export async function playCall(call: RehearsedCall): Promise<string> {
  const { send } = rehearse(call.flow, call.callerName);
  const times: Record<string, number> = {};
  const script: string[] = [];
  const reply = async (): Promise<void> => {
    for (const event of await send({ type: 'response.create' })) {
      if (event.type === 'response.output_text.done') script.push(`Luna: ${event.text}`);
      if (event.type !== 'response.function_call_arguments.done') continue;
      const { name, arguments: json, call_id } = event;
      const args = JSON.parse(json) as Record<string, unknown>;
      const count = (times[name + json] ?? 0) + 1;
      times[name + json] = count;
      const result = call.answers[name]?.(args, count) ?? 'no such tool';
      const why = typeof result === 'string' ? result : result.ok ? 'ok' : (result.why ?? '');
      const shown = Object.entries(args).map(([key, value]) => `${key}: ${String(value)}`);
      script.push(`  → ${name}(${shown.join(', ')}) ${why}`);
      const output = typeof result === 'string' ? result : JSON.stringify(result);
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
    const item = { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
    await send({ type: 'conversation.item.create', item });
    await reply();
  }
  return script.join('\n');
}
