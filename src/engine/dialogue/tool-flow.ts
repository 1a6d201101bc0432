/** A flow made from nothing but a client's tools: what their JSON Schemas say is what is asked. Pure. */
import type { Flow, Slot, Task } from '#engine/flow.ts';
import type { Expectation } from '#engine/recognizer.ts';
import type { FunctionTool } from '#protocol/session.ts';
import { plain } from './tool-output.ts';
import { WORDING } from './wording.ts';

export function flowOfTools(tools: readonly FunctionTool[]): Flow {
  return {
    greeting: `Hello {caller}, this is {assistant}. ${WORDING.help}`,
    goals: tools.map((tool) => ({
      id: tool.name,
      wants: [],
      acknowledge: '',
      scope: '',
      tasks: [taskOf(tool)],
    })),
    scope: '',
    anythingElse: 'Is there anything else?',
    closing: 'Thank you for calling. Goodbye.',
  };
}

export function taskOf(tool: FunctionTool): Task {
  const { properties, required } = (tool.parameters ?? {}) as {
    properties?: Record<string, unknown>;
    required?: unknown;
  };
  const names = Array.isArray(required) ? required.map(String) : [];
  return {
    tool: tool.name,
    slots: names.map((name) => slotOf(name, properties?.[name])),
    meanwhile: '',
    offer: undefined,
  };
}

/** The schemas we look at; whatever else they hold is the tool's own business. */
interface Property {
  type?: unknown;
  description?: unknown;
  enum?: unknown;
  format?: unknown;
  pattern?: unknown;
  minLength?: unknown;
  maxLength?: unknown;
}

function slotOf(name: string, schema: unknown): Slot {
  const property: Property = typeof schema === 'object' && schema !== null ? schema : {};
  const choices = Array.isArray(property.enum)
    ? property.enum.map((value) => ({ value: String(value), phrases: [plain(String(value))] }))
    : undefined;
  const described =
    typeof property.description === 'string' && property.description.length < 60
      ? property.description
          .replace(/\.$/, '')
          .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
      : `the ${plain(name)}`;
  const list = choices?.map(({ phrases }) => phrases[0]).join(', or ');
  return {
    name,
    ask: list === undefined ? `Could you tell me ${described}?` : `Which is it: ${list}?`,
    askAgain: `I need ${described}${list === undefined ? '' : `: ${list}`}. What is it?`,
    expect: expectationOf(property),
    cues: [plain(name)],
    ...(choices === undefined ? {} : { choices }),
  };
}

function expectationOf({ type, format, pattern, minLength, maxLength }: Property): Expectation {
  if (type === 'number' || type === 'integer') return { for: 'amount' };
  if (type === 'boolean') return { for: 'yes-no' };
  if (format === 'date') return { for: 'date' };
  const digits =
    typeof pattern === 'string' ? /^\^?(?:\\d|\[0-9\])\{(?<count>\d+)\}\$?$/.exec(pattern) : null;
  const count = Number(digits?.groups?.['count'] ?? Number.NaN);
  if (count > 0) return { for: 'digits', count };
  const four = typeof minLength === 'number' && minLength === maxLength && pattern !== undefined;
  return four ? { for: 'digits', count: minLength } : { for: 'open' };
}

/** Which of these tools the words are about, by the words of its name and description; undefined: none clearly. */
export function toolAbout(text: string, tools: readonly FunctionTool[]): string | undefined {
  const said = new Set(stems(text));
  let best: { name: string; score: number } | undefined;
  for (const { name, description = '' } of tools) {
    const named = stems(plain(name)).filter((word) => said.has(word)).length;
    const described = new Set(stems(description).filter((word) => said.has(word))).size;
    const score = named * 2 + described;
    if (score >= 2 && score > (best?.score ?? 0)) best = { name, score };
  }
  return best?.name;
}

const EMPTY = new Set(
  'the a an of to for in on and or is it my me i you your with this that when use call caller get set user tool'.split(
    ' ',
  ),
);

function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
}

/** A free text for an argument: what stands after the last "in", "for", "to" …, or the words as they are. */
export function freeText(text: string, direct: boolean): string | undefined {
  const clean = text.trim().replace(/[.?!]+$/, '');
  const after = /.*\b(?:in|for|to|at|of|about|named|called|from|is)\s+(?<rest>\S.*)$/i.exec(clean)
    ?.groups?.['rest'];
  return after ?? (direct && clean !== '' ? clean : undefined);
}
