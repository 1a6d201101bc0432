/** A provider whose model does as a test tells it: it calls what it likes, says what it likes, and claims what it likes. */
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ClientItem, Item } from '#protocol/items.ts';
import type { Response, ServerEvent, ServerEventBody } from '#protocol/server-events.ts';
import type { Provider } from '#providers/provider.ts';

export interface Output {
  readonly ok: boolean;
  readonly why?: string;
  readonly say: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export class Puppet implements Provider {
  readonly id = 'puppet';
  readonly label = 'Puppet';
  readonly mode = 'local';
  readonly can = {
    transcribesBeforeReply: true,
    transcribesWhileSpeaking: true,
    truncates: true,
    createsResponses: true,
    updatesInstructions: true,
    answersUpdates: false,
    takesHistory: true,
    sessionLimitMs: undefined,
  };
  readonly #answers = new Map<string, (output: Output) => void>();
  #emit: (event: ServerEvent) => void = () => undefined;
  #close: (reason: string) => void = () => undefined;
  #count = 0;
  #latest: string | null = null;

  readonly #sent: ClientEvent[] = [];
  instructions = '';

  /** What the call has sent, one line each. */
  told(): string[] {
    return this.#sent.flatMap((event) => {
      if (event.type === 'conversation.item.create') return [lineOf(event.item)];
      return event.type === 'input_audio_buffer.append' ? [] : [event.type];
    });
  }

  connect({
    session,
    onEvent,
    onClose,
  }: Parameters<Provider['connect']>[0]): ReturnType<Provider['connect']> {
    this.#emit = onEvent;
    this.#close = onClose;
    this.instructions = session?.instructions ?? '';
    return Promise.resolve({
      send: (event) => {
        this.#sent.push(event);
        if (event.type !== 'conversation.item.create') return;
        if (event.item.type === 'function_call_output') {
          const { call_id: callId, output } = event.item;
          this.#answers.get(callId)?.(JSON.parse(output) as Output);
        }
        if (event.item.type === 'message' && event.item.role === 'user')
          this.#echo(event.item.content, event.item.id);
      },
      close: () => Promise.resolve(),
    });
  }

  /** One response that calls all of these at once. */
  async calls(
    ...tools: readonly (readonly [tool: string, args: object | string])[]
  ): Promise<Output[]> {
    const response = this.#begin();
    const outputs = tools.map(([name, args], index) => {
      const callId = `call_${this.#count++}`;
      const output = new Promise<Output>((resolve) => this.#answers.set(callId, resolve));
      this.emit({
        type: 'response.output_item.done',
        response_id: response.id,
        output_index: index,
        item: {
          id: `item_${callId}`,
          type: 'function_call',
          status: 'completed',
          call_id: callId,
          name,
          arguments: typeof args === 'string' ? args : JSON.stringify(args),
        },
      });
      return output;
    });
    this.emit({ type: 'response.done', response });
    return Promise.all(outputs);
  }

  async call(tool: string, args: object | string): Promise<Output> {
    const [output] = await this.calls([tool, args]);
    if (output === undefined) throw new Error('unreachable');
    return output;
  }

  /** Said aloud, and heard. */
  says(text: string): void {
    const response = this.#begin();
    const itemId = `item_${this.#count++}`;
    const at = { response_id: response.id, item_id: itemId, output_index: 0, content_index: 0 };
    this.emit({
      type: 'conversation.item.added',
      previous_item_id: this.#after(itemId),
      item: { id: itemId, type: 'message', status: 'in_progress', role: 'assistant', content: [] },
    });
    this.emit({ type: 'response.output_audio_transcript.delta', ...at, delta: text });
    this.emit({ type: 'response.output_audio.delta', ...at, delta: 'A'.repeat(640) });
    this.emit({ type: 'response.output_audio_transcript.done', ...at, transcript: text });
    this.emit({ type: 'response.output_audio.done', ...at });
    this.emit({ type: 'response.done', response });
  }

  emit(body: ServerEventBody): void {
    this.#emit({ ...body, event_id: `event_${this.#count++}` });
  }

  /** The connection to the model is gone, and cannot be had again. */
  dies(reason: string): void {
    this.connect = () => Promise.reject(new Error(`no route: ${reason}`));
    this.#close(reason);
  }

  #echo(content: readonly object[], givenId = `item_${this.#count++}`): void {
    const item = {
      id: givenId,
      type: 'message',
      status: 'completed',
      role: 'user',
    };
    const added = { ...item, content } as unknown as Item;
    const previous_item_id = this.#after(item.id);
    this.emit({ type: 'conversation.item.added', previous_item_id, item: added });
  }

  #after(itemId: string): string | null {
    const previous = this.#latest;
    this.#latest = itemId;
    return previous;
  }

  #begin(): Response {
    const response = {
      id: `resp_${this.#count++}`,
      status: 'completed',
      status_details: null,
      output: [],
    } as unknown as Response;
    this.emit({ type: 'response.created', response });
    return response;
  }
}

function lineOf(item: ClientItem): string {
  switch (item.type) {
    case 'message':
      return `${item.role}: ${item.content.map((part) => ('text' in part ? part.text : '')).join('')}`;
    case 'function_call':
      return `call ${item.name}`;
    case 'function_call_output': {
      const { ok, why } = JSON.parse(item.output) as Output;
      return `output ${ok ? 'ok' : why}`;
    }
  }
}
