/** What a call has come to so far, as somebody who takes it over would want to know. Nothing in it is secret. */
import type { IdentityLevel } from '#protocol/luna-events.ts';
import { asksForSecret, mask, maskArguments, redactText } from '#record/record.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { type MoodSigns, NO_SIGNS, heardWords } from './mood.ts';
import { namesIn, withoutNames } from './names.ts';

export type StoryEvent =
  | { readonly type: 'recognised'; readonly firstName: string }
  | { readonly type: 'caller.said'; readonly text: string }
  | { readonly type: 'luna.said'; readonly text: string }
  | { readonly type: 'luna.cut-off' }
  | { readonly type: 'identity'; readonly level: IdentityLevel }
  | { readonly type: 'confirmation'; readonly question: string | null }
  | {
      readonly type: 'tool';
      readonly tool: Pick<Tool, 'name' | 'title' | 'effect'>;
      readonly argumentsJson: string;
      readonly result: ToolResult;
    };

/** One tool that answered, masked. */
export interface Deed {
  readonly tool: string;
  readonly title: string;
  readonly effect: Tool['effect'];
  readonly ok: boolean;
  readonly why: string | undefined;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Story {
  readonly identity: IdentityLevel;
  readonly firstName: string | undefined;
  /** "card and PIN". */
  readonly verifiedBy: string | undefined;
  readonly card: string | undefined;
  readonly failedAttempts: number;
  readonly deeds: readonly Deed[];
  /** Read back and not answered yet. */
  readonly question: string | undefined;
  readonly lastWords: readonly string[];
  readonly turns: number;
  readonly mood: MoodSigns;
  readonly lunaAsked: string;
  /** Names of people that were given to a tool or came back from one. */
  readonly names: readonly string[];
}

export const NOTHING_YET: Story = {
  identity: 'unknown',
  firstName: undefined,
  verifiedBy: undefined,
  card: undefined,
  failedAttempts: 0,
  deeds: [],
  question: undefined,
  lastWords: [],
  turns: 0,
  mood: NO_SIGNS,
  lunaAsked: '',
  names: [],
};

/** Of what the caller said, and of what the tools did: the latest. */
const KEPT_WORDS = 3;
const KEPT_DEEDS = 60;

export function told(story: Story, event: StoryEvent): Story {
  switch (event.type) {
    case 'recognised':
      return { ...story, firstName: event.firstName, names: namesIn(story.names, event) };
    case 'caller.said': {
      const asked = asksForSecret(story.lunaAsked);
      const words = redactText(event.text, { who: 'caller', asked });
      return {
        ...story,
        turns: story.turns + 1,
        lastWords: [...story.lastWords, words].slice(-KEPT_WORDS),
        mood: heardWords(story.mood, event.text),
      };
    }
    case 'luna.said':
      return { ...story, lunaAsked: event.text };
    case 'luna.cut-off':
      return { ...story, mood: { ...story.mood, cutOff: story.mood.cutOff + 1 } };
    case 'identity':
      return { ...story, identity: event.level };
    case 'confirmation':
      return { ...story, question: spoken(event.question, story) };
    case 'tool':
      return answered(story, event);
  }
}

function answered(
  story: Story,
  { tool, argumentsJson, result }: Extract<StoryEvent, { type: 'tool' }>,
): Story {
  const deed: Deed = {
    tool: tool.name,
    title: tool.title,
    effect: tool.effect,
    ok: result.ok,
    why: result.ok ? undefined : result.why,
    asked: maskArguments(argumentsJson),
    facts: mask(result.facts),
  };
  const after = {
    ...story,
    deeds: [...story.deeds, deed].slice(-KEPT_DEEDS),
    names: namesIn(story.names, { ...parsed(argumentsJson), ...result.facts }),
  };
  switch (result.consequence?.kind) {
    case 'verified': {
      const { firstName } = result.consequence;
      const card = typeof deed.facts['card'] === 'string' ? deed.facts['card'] : undefined;
      const names = namesIn(after.names, { first_name: firstName });
      return { ...after, firstName, card, names, verifiedBy: factors(deed.asked) };
    }
    case 'identity_failed':
    case 'escalated':
    case 'restyled':
    case undefined:
      return NO_PROOF.has(deed.why ?? '')
        ? { ...after, failedAttempts: story.failedAttempts + 1 }
        : after;
  }
}

/** The last of the attempts is answered by the gate. */
const NO_PROOF = new Set(['no_match', 'too_many_attempts']);

function factors(asked: Readonly<Record<string, unknown>>): string {
  const given = [
    ...('date_of_birth' in asked ? ['date of birth'] : []),
    ...('pin' in asked ? ['PIN'] : []),
  ];
  return ['card', ...given].join(' and ');
}

function spoken(question: string | null, { names }: Story): string | undefined {
  if (question === null) return undefined;
  return withoutNames(redactText(question, { who: 'assistant', asked: false }), names);
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // the tool refused it as bad arguments
  }
}

const NO_SERVICE = new Set(['verify_identity', 'transfer_to_agent']);

/** How many tools did, or told, what a caller may have wanted. */
export function servicesIn({ deeds }: Story): number {
  return deeds.filter(({ tool, ok }) => ok && !NO_SERVICE.has(tool)).length;
}
