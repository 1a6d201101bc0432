/** What a chat endpoint is asked: the conversation as messages, the tools as functions. Pure. */
import type { FunctionCallItem, Item, MessageItem } from '#protocol/items.ts';
import type { FunctionTool, ToolChoice } from '#protocol/session.ts';

type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string | null;
      readonly tool_calls?: readonly ChatToolCall[];
    }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

interface ChatToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** The body of a request, but for the model's name. */
export interface ChatQuestion {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly object[];
  readonly tool_choice?: string | object;
}

interface Asked {
  readonly instructions: readonly string[];
  readonly items: readonly Item[];
  /** Items of the caller's that the recogniser would not stand by. */
  readonly unclear: ReadonlySet<string>;
  readonly tools: readonly FunctionTool[];
  readonly toolChoice: ToolChoice;
}

const SPOKEN = `Your answer is spoken aloud as it stands: plain spoken English, one to three short sentences, no lists, headings, symbols or emoji. The caller's words come from speech recognition: where they make no sense, or are marked as unclear, ask again rather than guess. Call tools, never write them; do not say that something is done before its tool says so.`;
/** A model that only ever calls tools would leave the caller in silence. */
const CALLS_WITHOUT_A_WORD = 8;
const UNANSWERED = JSON.stringify({ ok: false, say: 'There is no result yet.' });
/** Many models refuse a conversation that the caller does not begin. */
const CONNECTED: ChatMessage = { role: 'user', content: '(The call is connected.)' };

export function questionOf({
  instructions,
  items,
  unclear,
  tools,
  toolChoice,
}: Asked): ChatQuestion {
  const system = [...instructions, SPOKEN, ...items.flatMap(systemText)].filter(Boolean);
  const conversation = messagesOf(items, unclear);
  const messages: ChatMessage[] = [{ role: 'system', content: system.join('\n\n') }];
  if (conversation[0]?.role !== 'user') messages.push(CONNECTED);
  messages.push(...conversation);
  if (tools.length === 0) return { messages };
  return {
    messages,
    tools: tools.map(({ name, description, parameters }) => ({
      type: 'function',
      function: { name, description, parameters: parameters ?? { type: 'object', properties: {} } },
    })),
    tool_choice: callsSinceWords(items) >= CALLS_WITHOUT_A_WORD ? 'none' : choiceOf(toolChoice),
  };
}

/** Every call is followed by its result at once, as endpoints demand, whatever was said in between. */
function messagesOf(items: readonly Item[], unclear: ReadonlySet<string>): ChatMessage[] {
  const results = new Map(
    items.flatMap((item) =>
      item.type === 'function_call_output' ? [[item.call_id, item.output] as const] : [],
    ),
  );
  const messages: ChatMessage[] = [];
  for (const round of roundsOf(items)) {
    if (round.type === 'said') say(messages, round.item, unclear);
    else {
      messages.push(calling(round.calls, messages));
      for (const { call_id: id } of round.calls)
        messages.push({ role: 'tool', tool_call_id: id, content: results.get(id) ?? UNANSWERED });
    }
  }
  return messages;
}

type Round =
  | { readonly type: 'said'; readonly item: MessageItem }
  /** Wanted at once, in one answer. */
  | { readonly type: 'called'; readonly calls: FunctionCallItem[] };

function roundsOf(items: readonly Item[]): Round[] {
  const rounds: Round[] = [];
  let goesOn = false;
  for (const item of items) {
    const last = rounds.at(-1);
    if (item.type === 'message') rounds.push({ type: 'said', item });
    else if (item.type === 'function_call' && goesOn && last?.type === 'called')
      last.calls.push(item);
    else if (item.type === 'function_call') rounds.push({ type: 'called', calls: [item] });
    goesOn = item.type === 'function_call';
  }
  return rounds;
}

/** Two messages of one speaker in a row are one: many models know only turns. */
function say(messages: ChatMessage[], item: MessageItem, unclear: ReadonlySet<string>): void {
  const content = wordsOf(item, unclear.has(item.id));
  const { role } = item;
  if (role === 'system' || content === '') return;
  const before = messages.at(-1);
  if (before?.role !== role || before.content === null) messages.push({ role, content });
  else messages[messages.length - 1] = { role, content: `${before.content}\n${content}` };
}

/** Calls belong to what she said with them. */
function calling(calls: readonly FunctionCallItem[], messages: ChatMessage[]): ChatMessage {
  const before = messages.at(-1);
  const said = before?.role === 'assistant' && before.tool_calls === undefined;
  if (said) messages.pop();
  return {
    role: 'assistant',
    content: said ? before.content : null,
    tool_calls: calls.map(({ call_id: id, name, arguments: args }) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    })),
  };
}

function wordsOf(item: MessageItem, unclear: boolean): string {
  const text = item.content
    .map((part) =>
      'text' in part ? part.text : 'transcript' in part ? (part.transcript ?? '') : '',
    )
    .join(' ')
    .trim();
  return unclear ? `(unclear) ${text}`.trim() : text;
}

function systemText(item: Item): string[] {
  return item.type === 'message' && item.role === 'system' ? [wordsOf(item, false)] : [];
}

function callsSinceWords(items: readonly Item[]): number {
  const last = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  return items.slice(last + 1).filter(({ type }) => type === 'function_call').length;
}

function choiceOf(choice: ToolChoice): string | object {
  return typeof choice === 'string'
    ? choice
    : { type: 'function', function: { name: choice.name } };
}
