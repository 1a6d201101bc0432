/** For tests: a whole call in typed words, with a scripted bank and gate, told as a script. */
import type { Flow } from '#engine/flow.ts';
import type { ClientItem } from '#protocol/items.ts';
import type { FunctionTool } from '#protocol/session.ts';
import { readOutput } from '#engine/dialogue/tool-output.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

export interface RehearsedCall {
  readonly flow: Flow | undefined;
  readonly callerName?: string | undefined;
  readonly tools: readonly FunctionTool[];
  /** Runs a tool and gives what the model is told. */
  readonly run: (tool: string, argumentsJson: string) => Promise<string>;
  /** @param answering what Luna had said since the caller spoke last */
  readonly onSaid?: (text: string, answering: string) => void;
  /** Line after line, or an answer to what she has just said; undefined ends the call. */
  readonly callerSays: readonly string[] | ((lunaSaid: string) => string | undefined);
  /** What stands in the conversation when it begins: it was said elsewhere, and this session goes on from there. */
  readonly past?: readonly ClientItem[] | undefined;
  /** The session is lost when so many items stand in the conversation; another one goes on. */
  readonly lostAfter?: number | undefined;
}

export interface Rehearsed {
  readonly script: string;
  /** The conversation, item by item. */
  readonly items: readonly ClientItem[];
}

/** Where the script goes on with another session. */
export const TAKEN_OVER = '— another session —';

export async function playCall(call: RehearsedCall): Promise<string> {
  return (await rehearseCall(call)).script;
}

export async function rehearseCall(call: RehearsedCall): Promise<Rehearsed> {
  const rehearsed = new Rehearsing(call);
  await rehearsed.play();
  return { script: rehearsed.script.join('\n'), items: rehearsed.items };
}

/** Who is asked in circles hangs up. */
const MOST_TURNS = 60;

class Rehearsing {
  readonly script: string[] = [];
  readonly items: ClientItem[];
  readonly #call: RehearsedCall;
  #send: Rehearsal['send'];
  #lunaSaid: string[] = [];

  constructor(call: RehearsedCall) {
    this.#call = call;
    this.items = [...(call.past ?? [])];
    this.#send = this.#open();
  }

  async play(): Promise<void> {
    await this.#begin();
    for (const called of this.#unanswered()) {
      const output = await this.#run(called.name, called.arguments);
      const { call_id = '' } = called;
      await this.#add({ type: 'function_call_output', call_id, output });
    }
    await this.#reply();
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const lunaSaid = this.#lunaSaid.join(' ');
      this.#lunaSaid = [];
      const { callerSays, onSaid } = this.#call;
      const text = typeof callerSays === 'function' ? callerSays(lunaSaid) : callerSays[turn];
      if (text === undefined) return;
      this.script.push(`Caller: ${text}`);
      onSaid?.(text, lunaSaid);
      const content = [{ type: 'input_text' as const, text }];
      await this.#add({ type: 'message', role: 'user', content });
      await this.#reply();
    }
  }

  /** Tools that were called before this session, whose results come only now. */
  #unanswered(): Extract<ClientItem, { type: 'function_call' }>[] {
    const answered = new Set(
      this.items.flatMap((item) => (item.type === 'function_call_output' ? [item.call_id] : [])),
    );
    return this.items.flatMap((item) =>
      item.type === 'function_call' && !answered.has(item.call_id ?? '') ? [item] : [],
    );
  }

  #open(): Rehearsal['send'] {
    return rehearse(this.#call.flow, this.#call.callerName).send;
  }

  /** What was said so far is told item by item, as to any server. */
  async #begin(): Promise<void> {
    const { tools } = this.#call;
    const session = { type: 'realtime', output_modalities: ['text'], tools };
    await this.#send({ type: 'session.update', session });
    for (const item of this.items) await this.#send({ type: 'conversation.item.create', item });
  }

  async #reply(): Promise<void> {
    let isLost = false;
    const calls: { name: string; json: string; call_id: string }[] = [];
    for (const event of await this.#send({ type: 'response.create' })) {
      if (event.type === 'response.output_text.done') {
        const { text } = event;
        this.script.push(`Luna: ${text}`);
        this.#lunaSaid.push(text);
        const content = [{ type: 'output_text' as const, text }];
        isLost = await this.#isLost({ type: 'message', role: 'assistant', content });
      }
      if (event.type === 'response.function_call_arguments.done') {
        const { name, arguments: json, call_id } = event;
        calls.push({ name, json, call_id });
        isLost = await this.#isLost({ type: 'function_call', call_id, name, arguments: json });
      }
      if (isLost) break;
    }
    for (const { name, json, call_id } of calls) {
      const output = await this.#run(name, json);
      await this.#add({ type: 'function_call_output', call_id, output });
    }
    if (isLost || calls.length > 0) await this.#reply();
  }

  async #run(name: string, json: string): Promise<string> {
    const output = await this.#call.run(name, json);
    const { ok, why } = readOutput(output);
    const args = JSON.parse(json) as Record<string, unknown>;
    const shown = Object.entries(args).map(([key, value]) => `${key}: ${shownAs(value)}`);
    this.script.push(`  → ${name}(${shown.join(', ')}) ${ok ? 'ok' : why}`);
    return output;
  }

  async #add(item: ClientItem): Promise<void> {
    if (await this.#isLost(item)) return;
    await this.#send({ type: 'conversation.item.create', item });
  }

  async #isLost(item: ClientItem): Promise<boolean> {
    this.items.push(item);
    if (this.items.length !== this.#call.lostAfter) return false;
    this.script.push(TAKEN_OVER);
    this.#send = this.#open();
    await this.#begin();
    return true;
  }
}

function shownAs(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
