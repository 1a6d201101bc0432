/** A scenario's script as the page plays it: names filled in, tools by their titles. Pure. */
import type { Agent } from '#agents/agent.ts';
import { fill } from '#lib/fill.ts';

export interface Line {
  /** From 1. */
  readonly n: number;
  readonly who: 'luna' | 'caller';
  readonly text: string;
  /** The tool that is seen at work before this is said; the label is for a person. */
  readonly tool?: { readonly name: string; readonly label: string };
  /** What else a caller may say here: words or short phrases, lower case. */
  readonly expects?: readonly string[];
}

export interface Script {
  readonly scenario: string;
  readonly lines: readonly Line[];
  readonly ends: 'resolved' | 'escalated';
}

export interface Names {
  readonly bank: string;
  readonly assistant: string;
}

/** @param titleOf what a tool is called for a person; its name where it has no title. */
export function scriptOf(
  { id, ends, script, demo, callerPhone }: Agent,
  brand: Names,
  titleOf: (tool: string) => string | undefined,
): Script {
  // As in a call: whoever rings from no known number is not greeted by name.
  const [firstName] = callerPhone === undefined ? [] : demo.name.split(' ');
  const lines = script.map(({ who, text, tool, expects }, i) => ({
    n: i + 1,
    who,
    text: fill(text, { ...brand, caller: firstName }),
    ...(tool === undefined ? {} : { tool: { name: tool, label: titleOf(tool) ?? tool } }),
    ...(expects === undefined ? {} : { expects }),
  }));
  return { scenario: id, ends, lines };
}
