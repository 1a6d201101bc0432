/** The last line of defence: whatever a tool returns, no model is given a whole card or account number to say. */
import type { ToolResult } from '#tools/tool.ts';

/** Nine digits and more, however they are parted; a reference ("NW-482913") begins with letters. */
const FULL_NUMBER = /(?<![\w-])\d(?:[ -]?\d){8,}(?!\w)/g;

export function withoutFullNumbers(result: ToolResult): ToolResult {
  return { ...result, say: masked(result.say), facts: maskedIn(result.facts) };
}

function maskedIn(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, part(value)]));
}

function part(value: unknown): unknown {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(part);
  return typeof value === 'object' && value !== null
    ? maskedIn(value as Record<string, unknown>)
    : value;
}

function masked(text: string): string {
  return text.replaceAll(FULL_NUMBER, (run) => `•••• ${run.replaceAll(/\D/g, '').slice(-4)}`);
}
