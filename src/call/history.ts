/** What a conversation has come to, item by item: enough for another session to go on with it. */
import type { ClientItem } from '#protocol/items.ts';
import { type Voice, wordsToHear } from './heard.ts';
import type { Transcript } from './transcript.ts';

export type Past =
  /** The words are in the transcript: they may still change. */
  | { readonly is: 'line'; readonly id: string }
  | {
      readonly is: 'call';
      readonly id: string;
      readonly callId: string;
      readonly tool: string;
      readonly input: string;
    }
  | {
      readonly is: 'output';
      readonly id: string;
      readonly callId: string;
      readonly output: string;
    };

export type History = readonly Past[];

/** The protocol's limit for an id that a client gives. */
const LONGEST_ID = 32;

/** `afterId` null puts it at the beginning; undefined or an item nobody knows, at the end. */
export function remembered(history: History, past: Past, afterId?: string | null): History {
  if (history.some(({ id }) => id === past.id)) return history;
  if (afterId === null) return [past, ...history];
  const after = history.findIndex(({ id }) => id === afterId);
  return after === -1 ? [...history, past] : history.toSpliced(after + 1, 0, past);
}

export function forgotten(history: History, id: string): History {
  return history.filter((past) => past.id !== id);
}

/** With the event that tells the provider. */
export function outputOf(callId: string, output: string): [Past, ClientItem] {
  const past = { is: 'output', id: `out_${callId}`, callId, output } as const;
  return [past, { type: 'function_call_output', ...ownId(past.id), call_id: callId, output }];
}

const SHORTENED = 'heard_';

/** For the text that takes the place of a sentence of which only a part was heard. */
export function shortenedId(itemId: string): string {
  return (SHORTENED + itemId).slice(0, LONGEST_ID);
}

export function isShortened(itemId: string): boolean {
  return itemId.startsWith(SHORTENED);
}

function ownId(id: string): { id?: string } {
  return id.length <= LONGEST_ID ? { id } : {};
}

/** The items in their order, lines as they were heard; results that are still to come are given when they come. */
export function replay(history: History, transcript: Transcript, voice: Voice): ClientItem[] {
  const called = new Set(history.flatMap((past) => (past.is === 'call' ? [past.callId] : [])));
  return history.flatMap((past): ClientItem[] => {
    const id = ownId(past.id);
    switch (past.is) {
      case 'line':
        return lineAgain(past.id, id, transcript, voice);
      case 'call': {
        const { callId: call_id, tool: name, input } = past;
        return [{ type: 'function_call', ...id, call_id, name, arguments: input }];
      }
      case 'output': {
        const { callId: call_id, output } = past;
        return called.has(call_id)
          ? [{ type: 'function_call_output', ...id, call_id, output }]
          : [];
      }
    }
  });
}

function lineAgain(
  itemId: string,
  id: { readonly id?: string },
  transcript: Transcript,
  voice: Voice,
): ClientItem[] {
  const line = transcript.find((other) => other.itemId === itemId);
  if (line === undefined) return [];
  if (line.who === 'caller') {
    if (line.text === '') return [];
    const content = [{ type: 'input_text' as const, text: line.text }];
    return [{ type: 'message', ...id, role: 'user', content }];
  }
  const text = heardText(itemId, transcript, voice);
  if (text === '') return [];
  return [{ type: 'message', ...id, role: 'assistant', content: [{ type: 'output_text', text }] }];
}

function heardText(itemId: string, transcript: Transcript, voice: Voice): string {
  const line = transcript.find((other) => other.itemId === itemId);
  const said = voice.said.find((other) => other.itemId === itemId);
  if (line === undefined) return '';
  if (line.cut || said === undefined) return line.text;
  return wordsToHear(said);
}
