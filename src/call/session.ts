/** What a provider is told before a call: who Luna is, her tools, and that the call decides who speaks. */
import type { Agent } from '#agents/agent.ts';
import { fill } from '#lib/fill.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Toolbox } from '#tools/tool.ts';
import { endCallTool } from './end-call.ts';

export interface Brand {
  readonly bank: string;
  readonly assistant: string;
}

export function sessionFor(
  agent: Agent,
  toolbox: Toolbox,
  how: { readonly brand: Brand; readonly voice: string; readonly callerName: string | undefined },
): SessionUpdate {
  const { brand, voice, callerName } = how;
  return {
    type: 'realtime',
    output_modalities: ['audio'],
    instructions: fill(agent.prompt, { ...brand, caller: callerName ?? 'a caller' }),
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        transcription: { language: 'en' },
        // Interruptions and replies are the call's own decisions: see docs/decisions.
        turn_detection: { type: 'server_vad', create_response: false, interrupt_response: false },
      },
      output: { format: { type: 'audio/pcm', rate: 24_000 }, voice },
    },
    tools: [...toolbox.definitions(agent.tools), endCallTool],
    tool_choice: 'auto',
  };
}
