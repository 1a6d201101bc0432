/** Another mode, another persona: confirmed in a sentence; the call changes the instructions of the session at once. */
import { z } from 'zod';
import type { Tool } from '#tools/tool.ts';

/** One that can be chosen, in the words of whoever owns them. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Said when it begins. */
  readonly confirms: string;
}

/** A voice that has spoken stays: no provider changes it in mid-conversation. */
export const SAME_VOICE = 'My voice stays as it is until our next conversation.';

export function switchMode(modes: readonly Choice[]): Tool<{ mode: string }> {
  return {
    name: 'switch_mode',
    title: 'Switching the mode',
    description: `Changes how you answer from now on. Only when the manager asks for it. ${listed(modes)}`,
    input: z.object({ mode: oneOf(modes) }),
    needs: 'unknown',
    effect: 'read',
    async run({ mode }) {
      const chosen = modes.find(({ id }) => id === mode);
      return {
        ok: true,
        say: chosen?.confirms ?? '',
        facts: { mode },
        consequence: { kind: 'restyled', style: { mode } },
      };
    },
  };
}

export function switchPersona(personas: readonly Choice[]): Tool<{ persona: string }> {
  return {
    name: 'switch_persona',
    title: 'Switching the persona',
    description: `Changes your manner from now on. Only when the manager asks for it. ${listed(personas)}`,
    input: z.object({ persona: oneOf(personas) }),
    needs: 'unknown',
    effect: 'read',
    async run({ persona }) {
      const chosen = personas.find(({ id }) => id === persona);
      return {
        ok: true,
        say: `${chosen?.confirms ?? ''} ${SAME_VOICE}`,
        facts: { persona, voice: 'unchanged until the next conversation' },
        consequence: { kind: 'restyled', style: { persona } },
      };
    },
  };
}

function oneOf(choices: readonly Choice[]) {
  const ids = choices.map(({ id }) => id);
  return z
    .string()
    .refine((id) => ids.includes(id), `one of ${ids.join(', ')}`)
    .describe(ids.join(', '));
}

function listed(choices: readonly Choice[]): string {
  return `One of: ${choices.map(({ id, name }) => `${id} (${name})`).join(', ')}.`;
}
