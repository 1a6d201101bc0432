/** What a provider is told before a call: who Luna is, her tools, and that the call decides who speaks. */
import type { Agent } from '#agents/agent.ts';
import { fill } from '#lib/fill.ts';
import type { IdentityLevel } from '#protocol/luna-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Toolbox } from '#tools/tool.ts';
import { endCallTool } from './end-call.ts';

export interface Brand {
  readonly bank: string;
  readonly assistant: string;
}

/** How a call stands that is gone on with. */
interface Midway {
  readonly identity: IdentityLevel;
  /** Read back, and not answered yet. */
  readonly question: string | null;
  /** For a provider that cannot be given past items. */
  readonly lines: readonly { readonly who: 'caller' | 'assistant'; readonly text: string }[];
}

interface How {
  readonly brand: Brand;
  readonly voice: string;
  readonly callerName: string | undefined;
  /** Undefined where the call begins with this session. */
  readonly midway: Midway | undefined;
}

export function sessionFor(agent: Agent, toolbox: Toolbox, how: How): SessionUpdate {
  const { brand, voice, callerName, midway } = how;
  const prompt = fill(agent.prompt, { ...brand, caller: callerName ?? 'a caller' });
  return {
    type: 'realtime',
    output_modalities: modalitiesOf(agent),
    instructions: midway === undefined ? prompt : `${prompt}\n\n${goesOn(midway)}`,
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

/** What a running session is told when Luna's manner changes, or she is to speak instead of writing. */
export function restyledSession(agent: Agent, brand: Brand): SessionUpdate {
  const instructions = fill(agent.prompt, { ...brand });
  return { type: 'realtime', instructions, output_modalities: modalitiesOf(agent) };
}

/** Aloud, or in writing only. */
function modalitiesOf({ writes }: Agent): ['text'] | ['audio'] {
  return writes === true ? ['text'] : ['audio'];
}

function goesOn({ identity, question, lines }: Midway): string {
  const names = { caller: 'Caller', assistant: 'You' };
  return [
    '# You go on with a call that is under way',
    '- The line was interrupted for a moment. Do not greet, do not introduce yourself and do not speak of the interruption.',
    '- Go on exactly where the conversation stopped: answer what is not answered, finish what you had not finished, or ask your last question again. What was said completely is not said again.',
    '- What a tool has done is done. Do not call it again for the same thing.',
    identity === 'verified' ? '- The caller is verified.' : '- The caller is not verified yet.',
    ...(question === null
      ? []
      : [`- This was read back to the caller and has no clear yes yet: "${question}"`]),
    ...(lines.length === 0 ? [] : ['- So far:']),
    ...lines.map(({ who, text }) => `  ${names[who]}: ${text}`),
  ].join('\n');
}
