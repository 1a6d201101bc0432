/** A drawing remembers the question behind it, so that a board can draw it anew. Pure. */
import type { DrawingQuery } from '#protocol/drawing.ts';
import type { ToolResult } from '#tools/tool.ts';

export function drawnFrom(
  tool: DrawingQuery['tool'],
  input: DrawingQuery['input'],
  result: ToolResult,
): ToolResult {
  const { drawing } = result;
  return drawing === undefined
    ? result
    : { ...result, drawing: { ...drawing, query: { tool, input } } };
}
