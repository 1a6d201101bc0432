/** Usage figures: nobody is billed for the embedded engine, but clients that count tokens must not stumble. */
import type { Item } from '#protocol/items.ts';
import type { Session, Usage } from '#protocol/server-events.ts';

/** What is customary: a token is about four letters, 100 ms of the caller or 50 ms of the assistant. */
const LETTERS_PER_TOKEN = 4;
const HEARD_MS_PER_TOKEN = 100;
const SPOKEN_MS_PER_TOKEN = 50;

export interface Counted {
  readonly heardMs: number;
  readonly spokenMs: number;
  /** Of this response alone. */
  readonly outputMs: number;
  readonly outputText: string;
}

export function usageOf(session: Session, items: readonly Item[], counted: Counted): Usage {
  const told =
    session.instructions + (session.tools.length > 0 ? JSON.stringify(session.tools) : '');
  const inputText = tokens(told) + items.reduce((sum, item) => sum + tokens(written(item)), 0);
  const inputAudio =
    Math.ceil(counted.heardMs / HEARD_MS_PER_TOKEN) +
    Math.ceil(counted.spokenMs / SPOKEN_MS_PER_TOKEN);
  const outputText = tokens(counted.outputText);
  const outputAudio = Math.ceil(counted.outputMs / SPOKEN_MS_PER_TOKEN);
  const input = inputText + inputAudio;
  const output = outputText + outputAudio;
  return {
    total_tokens: input + output,
    input_tokens: input,
    output_tokens: output,
    input_token_details: {
      text_tokens: inputText,
      audio_tokens: inputAudio,
      image_tokens: 0,
      cached_tokens: 0,
      cached_tokens_details: { text_tokens: 0, audio_tokens: 0, image_tokens: 0 },
    },
    output_token_details: { text_tokens: outputText, audio_tokens: outputAudio },
  };
}

function tokens(text: string): number {
  return Math.ceil(text.length / LETTERS_PER_TOKEN);
}

function written(item: Item): string {
  if (item.type === 'function_call') return item.name + item.arguments;
  if (item.type === 'function_call_output') return item.output;
  return item.content
    .map((content) =>
      content.type === 'input_text' || content.type === 'output_text' ? content.text : '',
    )
    .join('');
}
