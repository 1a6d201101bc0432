/** All tools by name: their definitions for a model, and a model's call turned into a checked request. */
import { z } from 'zod';
import type { FunctionTool } from '#protocol/session.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Caller, Tool, ToolResult } from './tool.ts';

/** One call of one tool whose arguments have been checked. */
export interface ToolRequest {
  readonly tool: Pick<Tool, 'name' | 'title' | 'needs' | 'effect'>;
  /** Canonical JSON: the same arguments always read the same. */
  readonly arguments: string;
  /** Only for a change: its question, or a result where there is nothing to confirm. */
  readBack(caller: Caller): Promise<string | ToolResult>;
  run(caller: Caller): Promise<ToolResult>;
}

type Found =
  | { readonly ok: true; readonly request: ToolRequest }
  | { readonly ok: false; readonly result: ToolResult };

export interface Toolbox {
  /** For `session.tools`. Throws where a name is unknown: that is a mistake in an agent, not a caller's. */
  definitions(names: readonly string[]): FunctionTool[];
  /** What the model asked for, or a refusal it can speak. */
  find(name: string, argumentsJson: string): Found;
}

/** @throws Error where a tool that changes something does not read it back first. */
export function createToolbox(tools: readonly Tool[]): Toolbox {
  for (const tool of tools)
    if (tool.effect === 'change' && !('readBack' in tool))
      throw new Error(`${tool.name} changes something without reading it back.`);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    definitions: (names) =>
      names.map((name) => {
        const tool = byName.get(name);
        if (tool === undefined) throw new Error(`There is no tool named "${name}".`);
        return definition(tool);
      }),
    find(name, argumentsJson) {
      const tool = byName.get(name);
      return tool === undefined ? unknownTool(name) : request(tool, argumentsJson);
    },
  };
}

function definition({ name, description, input }: Tool): FunctionTool {
  // `$schema` is noise to a model.
  const { $schema: _, ...parameters } = z.toJSONSchema(input, { io: 'input' });
  return { type: 'function', name, description, parameters };
}

function request(tool: Tool, argumentsJson: string): Found {
  const parsed = tool.input.safeParse(parseJson(argumentsJson));
  if (!parsed.success) return badArguments(parsed.error);
  const input = parsed.data;
  return {
    ok: true,
    request: {
      tool,
      arguments: canonicalJson(input),
      readBack: async (caller) => {
        if (tool.readBack === undefined) throw new Error(`${tool.name} changes nothing.`);
        return tool.readBack(input, caller);
      },
      run: async (caller) => tool.run(input, caller),
    },
  };
}

/** Models send an empty text where a tool needs no arguments. */
function parseJson(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unknownTool(name: string): Found {
  return {
    ok: false,
    result: {
      ok: false,
      why: 'unknown_tool',
      say: "I'm sorry, I can't do that.",
      facts: { tool: name.slice(0, 64) },
    },
  };
}

function badArguments(error: z.ZodError): Found {
  const issue = error.issues[0];
  const argument = issue?.path.join('.') ?? '';
  return {
    ok: false,
    result: {
      ok: false,
      why: 'bad_arguments',
      say: argument === '' ? 'Could you say that again?' : sayAgain(argument),
      // The value itself stays out: it may be a PIN.
      facts: { argument, problem: issue?.message ?? 'not an object' },
    },
  };
}

function sayAgain(argument: string): string {
  // Nobody says "filter.hour.0".
  const [name = ''] = argument.split('.');
  return `I didn't get the ${name.replaceAll('_', ' ')}. Could you say it again?`;
}
