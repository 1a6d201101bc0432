/** A flow made from nothing but a client's tools: what their JSON Schemas say is what is asked. Pure. */
import type { Flow, Slot, Task } from '#engine/flow.ts';
import type { FunctionTool } from '#protocol/session.ts';
import { plain } from './tool-output.ts';
import { slotFrom } from './tool-slot.ts';
import { WORDING } from './wording.ts';

export function flowOfTools(tools: readonly FunctionTool[]): Flow {
  const verbs = tools.map(({ name }) => plain(name)).filter((name) => name !== 'end call');
  return {
    greeting: `Hello {caller}, this is {assistant}. ${WORDING.help}`,
    goals: tools.map((tool) => ({
      id: tool.name,
      wants: [],
      acknowledge: '',
      scope: '',
      tasks: [taskOf(tool)],
    })),
    scope: verbs.length === 0 ? '' : `What I can do here is: ${verbs.slice(0, 6).join(', ')}.`,
    anythingElse: 'Is there anything else?',
    closing: 'Thank you for calling. Goodbye.',
  };
}

/** Required arguments are asked for; the others are taken when they are said. */
export function taskOf(tool: FunctionTool): Task {
  const { properties = {}, required } = (tool.parameters ?? {}) as {
    properties?: Record<string, unknown>;
    required?: unknown;
  };
  const needed = Array.isArray(required) ? required.map(String) : [];
  const others = Object.keys(properties).filter((name) => !needed.includes(name));
  return {
    tool: tool.name,
    slots: [
      ...needed.map((name) => slotFrom(name, properties[name])),
      ...others.map((name): Slot => ({ ...slotFrom(name, properties[name]), optional: true })),
    ],
    meanwhile: '',
    offer: undefined,
  };
}
