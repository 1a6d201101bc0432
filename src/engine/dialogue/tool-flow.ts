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
