/**
 * The order in which a Realtime server may say things, as the real ones were recorded:
 *
 *   session.created → (speech_started → speech_stopped →) committed → item.added → item.done
 *   response.created → { output_item.added → item.added → { part.added → deltas → dones → part.done }
 *                        → item.done → output_item.done } … → response.done
 */
import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';

interface Part {
  readonly kind: string;
  text: string;
  readonly closed: Set<string>;
  isDone: boolean;
}
interface Output {
  readonly responseId: string;
  readonly index: number;
  readonly isCall: boolean;
  arguments: string;
  argumentsDone: boolean;
  readonly parts: Part[];
  isDone: boolean;
}
interface Answer {
  readonly inConversation: boolean;
  readonly outputs: string[];
  isDone: boolean;
}

type Event<Type extends RealtimeServerEvent['type']> = Extract<RealtimeServerEvent, { type: Type }>;

export class OrderMachine {
  readonly faults: string[] = [];
  readonly #eventIds = new Set<string>();
  readonly #speech = new Map<string, 'speaking' | 'spoken' | 'committed'>();
  readonly #items = new Map<string, 'added' | 'done'>();
  readonly #transcribed = new Set<string>();
  readonly #answers = new Map<string, Answer>();
  readonly #outputs = new Map<string, Output>();
  #isCreated = false;

  take(event: RealtimeServerEvent): void {
    const fault = this.#fault(event);
    if (fault !== undefined) this.faults.push(`${event.type}: ${fault}`);
  }

  /** The conversation has come to rest: whatever was opened is closed. */
  end(): void {
    for (const [id, answer] of this.#answers)
      if (!answer.isDone) this.faults.push(`end: response ${id} is open`);
    for (const [id, output] of this.#outputs)
      if (!output.isDone) this.faults.push(`end: output ${id} is open`);
  }

  #fault(event: RealtimeServerEvent): string | undefined {
    if ('event_id' in event && this.#isAgain(event.event_id)) return 'an event_id comes twice';
    if (event.type === 'session.created') {
      if (this.#isCreated) return 'a second time';
      this.#isCreated = true;
      return undefined;
    }
    if (event.type === 'error') return undefined;
    if (!this.#isCreated) return 'before session.created';
    return (
      this.#ofSpeech(event) ??
      this.#ofItems(event) ??
      this.#ofAnswers(event) ??
      this.#ofParts(event)
    );
  }

  #isAgain(id: string): boolean {
    if (this.#eventIds.has(id)) return true;
    this.#eventIds.add(id);
    return false;
  }

  #ofSpeech(event: RealtimeServerEvent): string | undefined {
    switch (event.type) {
      case 'input_audio_buffer.speech_started':
        if ([...this.#speech.values()].includes('speaking')) return 'twice without a stop';
        return this.#go(event.item_id, undefined, 'speaking');
      case 'input_audio_buffer.speech_stopped':
        return this.#go(event.item_id, 'speaking', 'spoken');
      case 'input_audio_buffer.committed':
        // Without a speech before it: by hand.
        if (!this.#speech.has(event.item_id))
          return this.#go(event.item_id, undefined, 'committed');
        return this.#go(event.item_id, 'spoken', 'committed');
      case 'conversation.item.input_audio_transcription.delta':
      case 'conversation.item.input_audio_transcription.completed':
      case 'conversation.item.input_audio_transcription.failed': {
        const { item_id: id } = event;
        if (this.#transcribed.has(id)) return 'after the transcript was complete';
        // Some transcribe before there is an item.
        if (event.type.endsWith('.delta')) return undefined;
        this.#transcribed.add(id);
        return this.#items.has(id) ? undefined : 'of an item nobody knows';
      }
      default:
        return undefined;
    }
  }

  #go(
    id: string,
    from: string | undefined,
    to: 'speaking' | 'spoken' | 'committed',
  ): string | undefined {
    const is = this.#speech.get(id);
    this.#speech.set(id, to);
    return is === from ? undefined : `the item was ${is ?? 'not heard of'}`;
  }

  #ofItems(event: RealtimeServerEvent): string | undefined {
    switch (event.type) {
      case 'conversation.item.added': {
        const { id = '' } = event.item;
        const previous = event.previous_item_id;
        const stage = this.#speech.get(id);
        if (stage !== undefined && stage !== 'committed') return 'before it was committed';
        if (this.#items.has(id)) return 'a second time';
        this.#items.set(id, 'added');
        if (typeof previous === 'string' && !this.#items.has(previous))
          return `after ${previous}, which nobody knows`;
        const output = this.#outputs.get(id);
        if (output && !this.#answers.get(output.responseId)?.inConversation)
          return 'of a response that is not in the conversation';
        return undefined;
      }
      case 'conversation.item.done': {
        const { id = '' } = event.item;
        if (this.#items.get(id) !== 'added')
          return `the item was ${this.#items.get(id) ?? 'never added'}`;
        this.#items.set(id, 'done');
        return this.#outputs.get(id) && this.#isOpen(id) ? 'while a part of it is open' : undefined;
      }
      case 'conversation.item.deleted':
        return this.#items.delete(event.item_id) ? undefined : 'of an item nobody knows';
      case 'conversation.item.truncated':
        return this.#items.has(event.item_id) ? undefined : 'of an item nobody knows';
      case 'conversation.item.retrieved':
        return this.#items.has(event.item.id ?? '') ? undefined : 'of an item nobody knows';
      default:
        return undefined;
    }
  }

  #ofAnswers(event: RealtimeServerEvent): string | undefined {
    switch (event.type) {
      case 'response.created': {
        const { id = '', conversation_id: conversation } = event.response;
        if (this.#answers.has(id)) return 'a second time';
        const inConversation = typeof conversation === 'string';
        const running = [...this.#answers.values()].some(
          (one) => one.inConversation && !one.isDone,
        );
        this.#answers.set(id, { inConversation, outputs: [], isDone: false });
        return inConversation && running ? 'while another writes to the conversation' : undefined;
      }
      case 'response.output_item.added':
        return this.#outputAdded(event);
      case 'response.output_item.done': {
        const { id = '' } = event.item;
        const output = this.#outputs.get(id);
        if (!output || output.isDone) return 'of an output that is not open';
        output.isDone = true;
        if (this.#isOpen(id)) return 'while a part of it is open';
        const inConversation = this.#answers.get(output.responseId)?.inConversation;
        return inConversation && this.#items.get(id) !== 'done'
          ? 'before its item is done'
          : undefined;
      }
      case 'response.done': {
        const { id = '', output = [] } = event.response;
        const answer = this.#answers.get(id);
        if (!answer || answer.isDone) return 'of a response that is not open';
        answer.isDone = true;
        if (answer.outputs.some((one) => !this.#outputs.get(one)?.isDone))
          return 'with an open output';
        const told = output.map((item) => item.id).join();
        return told === answer.outputs.join() ? undefined : `its outputs are ${told}`;
      }
      default:
        return undefined;
    }
  }

  #outputAdded(event: Event<'response.output_item.added'>): string | undefined {
    const { response_id: responseId, output_index: index, item } = event;
    const { id = '' } = item;
    const answer = this.#answers.get(responseId);
    if (!answer || answer.isDone) return 'in a response that is not open';
    if (this.#outputs.has(id)) return 'a second time';
    const isCall = item.type === 'function_call';
    const nothing = { arguments: '', argumentsDone: false, parts: [], isDone: false };
    this.#outputs.set(id, { responseId, index, isCall, ...nothing });
    return answer.outputs.push(id) - 1 === index ? undefined : `its number is ${index}`;
  }

  #ofParts(event: RealtimeServerEvent): string | undefined {
    if (!('output_index' in event) || !('item_id' in event)) return undefined;
    const output = this.#outputs.get(event.item_id);
    if (!output || output.isDone) return 'in an output that is not open';
    if ('response_id' in event && output.responseId !== event.response_id)
      return 'in another response';
    if (output.index !== event.output_index) return 'under another number';
    const inConversation = this.#answers.get(output.responseId)?.inConversation;
    if (inConversation && !this.#items.has(event.item_id)) return 'before its item is added';
    if (event.type === 'response.function_call_arguments.delta') {
      output.arguments += event.delta;
      return output.isCall && !output.argumentsDone ? undefined : 'not in an open call';
    }
    if (event.type === 'response.function_call_arguments.done') {
      if (!output.isCall || output.argumentsDone) return 'not in an open call';
      output.argumentsDone = true;
      return event.arguments === output.arguments ? undefined : 'other arguments than its deltas';
    }
    return 'content_index' in event ? inPart(output, event) : undefined;
  }

  #isOpen(itemId: string): boolean {
    const output = this.#outputs.get(itemId);
    return output?.parts.some(({ isDone }) => !isDone) ?? false;
  }
}

type InPart = Extract<RealtimeServerEvent, { output_index: number; content_index: number }>;

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  audio: ['response.output_audio.done', 'response.output_audio_transcript.done'],
  text: ['response.output_text.done'],
};

function inPart(output: Output, event: InPart): string | undefined {
  const part = output.parts[event.content_index];
  if (event.type === 'response.content_part.added') {
    const kind = event.part.type ?? '';
    output.parts.push({ kind, text: '', closed: new Set(), isDone: false });
    return output.parts.length - 1 === event.content_index ? undefined : 'its number has a gap';
  }
  if (!part || part.isDone) return 'in a part that is not open';
  const stream = event.type.replace(/\.(?:delta|done)$/, '.done');
  if (event.type === 'response.content_part.done') {
    part.isDone = true;
    const open = (CLOSERS[part.kind] ?? []).filter((closer) => !part.closed.has(closer));
    return open.length > 0 ? `before ${open.join(' and ')}` : undefined;
  }
  if (!(CLOSERS[part.kind] ?? []).includes(stream)) return `in a part of ${part.kind}`;
  if (part.closed.has(stream)) return 'after its end';
  if (event.type.endsWith('.done')) part.closed.add(stream);
  if (
    event.type === 'response.output_audio_transcript.delta' ||
    event.type === 'response.output_text.delta'
  )
    part.text += event.delta;
  const whole =
    event.type === 'response.output_audio_transcript.done'
      ? event.transcript
      : event.type === 'response.output_text.done'
        ? event.text
        : part.text;
  return whole === part.text ? undefined : 'other words than its deltas';
}
