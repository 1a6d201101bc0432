/** The beginning of a call as another model leads it: other words, another order, several tools at once. */
import type { RehearsedCall } from '#engine/realtime/rehearsed-call.ts';
import type { ClientItem } from '#protocol/items.ts';

/** One event of such a call. `{say}` is what the tools before it have given back. */
export type Led =
  | { readonly luna: string }
  | { readonly caller: string }
  /** In one response. */
  | { readonly calls: readonly (readonly [tool: string, args: object])[] };

/** Performs the first `steps` items of it, and gives the conversation so far. A tool that was only called has not run. */
export async function leadCall(
  led: readonly Led[],
  steps: number,
  { run, onSaid }: Pick<RehearsedCall, 'run' | 'onSaid'>,
): Promise<ClientItem[]> {
  const items: ClientItem[] = [];
  const isOver = (): boolean => items.length >= steps;
  let given = '';
  let lunaSaid = '';
  for (const event of led) {
    if (isOver()) break;
    if ('luna' in event) {
      const text = event.luna.replace('{say}', given);
      lunaSaid += ` ${text}`;
      items.push({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] });
    } else if ('caller' in event) {
      const text = event.caller;
      onSaid?.(text, lunaSaid);
      lunaSaid = '';
      items.push({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
    } else {
      given = '';
      const calls = event.calls.map(([name, args], i) => ({
        type: 'function_call' as const,
        call_id: `led_${items.length}_${i}`,
        name,
        arguments: JSON.stringify(args),
      }));
      items.push(...calls.slice(0, steps - items.length));
      for (const { call_id, name, arguments: json } of calls) {
        if (isOver()) break;
        const output = await run(name, json);
        given += `${(JSON.parse(output) as { say: string }).say} `;
        items.push({ type: 'function_call_output', call_id, output });
      }
    }
  }
  return items;
}

export function stepsOf(led: readonly Led[]): number {
  return led.reduce((sum, event) => sum + ('calls' in event ? event.calls.length * 2 : 1), 0);
}
