/** The card a person is given with a call: made by the server from what happened, never by a model. Pure. */
import { mask } from '#record/record.ts';
import type { EscalationCard } from '#protocol/luna-events.ts';
import { moodOf } from './mood.ts';
import { withoutNames } from './names.ts';
import type { Deed, Story } from './story.ts';

export interface Escalation {
  /** As the model, the gate or the server put it. */
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** What the call turned out to be about. */
  readonly scenario: { readonly id: string; readonly name: string };
  readonly durationMs: number;
}

/** What asks for a second step is no refusal. */
const ON_THE_WAY = new Set(['needs_confirmation', 'in_progress', 'bad_arguments']);
const REFERENCE = /(_id|reference|tracking)$/;

export function cardOf(story: Story, escalation: Escalation): EscalationCard {
  const { names, deeds } = story;
  const safe = (text: string): string => withoutNames(text, names);
  const done = deeds.filter(({ ok, effect }) => ok && effect === 'change');
  return {
    who: {
      name: story.firstName === undefined ? null : `${story.firstName.slice(0, 1)}.`,
      card: story.card ?? null,
      identity: story.identity,
      verified_by: story.verifiedBy ?? null,
      failed_attempts: story.failedAttempts,
    },
    wanted: {
      scenario: escalation.scenario.id,
      goal: escalation.scenario.name,
      reason: safe(escalation.reason),
    },
    details: scalars(mask(escalation.details), safe),
    done: unique(done).map(({ tool, title, facts }) => ({
      tool,
      title,
      facts: scalars(facts, safe),
      references: Object.entries(facts)
        .filter(([name]) => REFERENCE.test(name))
        .map(([, value]) => String(value)),
    })),
    open: [
      ...(story.question === undefined
        ? []
        : [{ tool: null, title: safe(story.question), why: 'not answered' }]),
      ...unique(refused(deeds)).map(({ tool, title, why = '' }) => ({
        tool,
        title,
        why: why.replaceAll('_', ' '),
      })),
    ],
    last_words: story.lastWords.map(safe),
    mood: moodOf(story.mood),
    turns: story.turns,
    duration_ms: Math.round(escalation.durationMs),
  };
}

/** Refused, and not done later on. */
function refused(deeds: readonly Deed[]): Deed[] {
  return deeds.filter(
    ({ tool, ok, why = '' }, index) =>
      !ok &&
      !ON_THE_WAY.has(why) &&
      !deeds.slice(index).some((later) => later.tool === tool && later.ok),
  );
}

/** Each of the same once, the latest of them. */
function unique(deeds: readonly Deed[]): Deed[] {
  return [...new Map(deeds.map((deed) => [keyOf(deed), deed])).values()];
}

function keyOf({ tool, asked, why }: Deed): string {
  return JSON.stringify([tool, asked, why]);
}

function scalars(
  values: Readonly<Record<string, unknown>>,
  safe: (text: string) => string,
): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string') kept[name] = safe(value);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  return kept;
}
