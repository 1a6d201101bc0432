/** A manager's words, read: which measure, by what, when, drawn how, of which calls. Pure. */
import { findPeriod } from '#lib/period-words.ts';
import {
  ANY_CHART,
  CHANNELS,
  COMPARISON,
  DEFINITION,
  DIMENSIONS,
  FOLLOW_UP,
  KINDS,
  MEASURES,
  MODES,
  NO_COMPARISON,
  NO_FILTER,
  OUTCOMES,
  OVERVIEW,
  PROVIDERS,
  REASONS,
  SCENARIOS,
} from './vocabulary.ts';

export type Filter = Readonly<Record<string, readonly string[]>>;

/** What the words say; whatever they leave open is absent. */
export interface Reading {
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly kind: string | undefined;
  /** In words, as the tools take it. */
  readonly period: string | undefined;
  readonly filter: Filter;
  readonly comparison: 'previous_period' | 'none' | undefined;
  /** A picture is wanted, whichever. */
  readonly drawn: boolean;
  readonly overview: boolean;
  readonly definition: boolean;
  readonly unfiltered: boolean;
  /** The words lean on what was asked before. */
  readonly leans: boolean;
}

const COMPARED_WITH =
  /\b(?:with|to|than|against|versus|vs) (?:the )?(?:(?:previous|last|other) )?(?:week|month|day|period|year)s?(?: (?:before|earlier))?\b|\band (?:the )?(?:previous|last|other) (?:week|month|day|period|year)\b/g;

type Phrases = readonly (readonly [string, RegExp])[];

export function read(words: string): Reading {
  const text = ` ${meant(plain(words))} `;
  const leans = FOLLOW_UP.test(text.trim());
  const found = findPeriod(text);
  // What named the period names no dimension, no kind and no comparison as well: "last week" is not "by week".
  let left = found === undefined ? text : blanked(text, found.start, found.end);
  const comparison = NO_COMPARISON.test(left)
    ? 'none'
    : COMPARISON.test(left)
      ? 'previous_period'
      : undefined;
  // What it is compared with is no second period, and no dimension.
  left = left.replace(COMPARED_WITH, ' ');
  const dimensions = all(left, DIMENSIONS);
  left = dimensions.rest;
  const kind = first(left, KINDS);
  const scenarios = all(kind.rest, SCENARIOS);
  const reasons = all(scenarios.rest, REASONS);
  const providers = all(reasons.rest, PROVIDERS);
  const modes = all(providers.rest, MODES);
  const channels = all(modes.rest, CHANNELS);
  const measured = measuresOf(channels.rest, leans);
  return {
    measures: measured.measures,
    dimensions: dimensions.names,
    kind: kind.name,
    period: found?.words,
    filter: filled({
      scenario: scenarios.names,
      outcome: measured.outcomes,
      escalation_reason: reasons.names,
      provider: providers.names,
      mode: modes.names,
      channel: channels.names,
    }),
    comparison,
    drawn: kind.name !== undefined || ANY_CHART.test(left),
    overview: OVERVIEW.test(text),
    definition: DEFINITION.test(text),
    unfiltered: NO_FILTER.test(text),
    leans,
  };
}

/** Outcomes are said of calls ("escalated calls") and are measures of their own ("how many were escalated?"). */
function measuresOf(
  text: string,
  leans: boolean,
): { readonly measures: readonly string[]; readonly outcomes: readonly string[] } {
  const only = /\b(?:only|just)\b/.test(text) || (leans && !/\b(?:many|rate|number)\b/.test(text));
  const outcomes = all(text, OUTCOMES).names;
  const named = all(text, MEASURES).names;
  // "Calls" is said in every question; it is the measure only where there is no other.
  const special = named.filter((name) => name !== 'calls');
  const real = special.filter((name) => name !== 'escalations');
  if (real.length > 0) {
    // A measure that says how calls ended needs no filter that says so too.
    const implied = real.some((name) =>
      /^(?:containment|contained|escalation)|_failures$/.test(name),
    );
    // "The 95th percentile of the latency" is one measure.
    const apart = real.filter((name) => name !== 'latency_p50' || !real.includes('latency_p95'));
    return { measures: apart, outcomes: implied ? [] : outcomes };
  }
  const others = outcomes.filter((name) => name !== 'escalated');
  if (special.includes('escalations')) {
    const adjective =
      /\b(?:only|just|the|of) (?:the )?escalated\b|\bescalated (?:ones|calls)\b/.test(text);
    if (only && adjective) return { measures: [], outcomes };
    return { measures: ['escalations'], outcomes: others };
  }
  if (only && outcomes.length > 0) return { measures: [], outcomes };
  const counted =
    named.length > 0 || outcomes.length > 0 || /\bhow many\b|\bnumber of\b/.test(text);
  return { measures: counted ? ['calls'] : [], outcomes };
}

/** "Better than last month" asks of this month. */
function meant(text: string): string {
  return text
    .replace(
      /\bthan (?:in )?(?:the )?last (week|month|quarter|year)\b/,
      'this $1 than the $1 before',
    )
    .replace(/\bthan yesterday\b/, 'today than the day before');
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/(?<=\d)(?=th\b)|[?!.,;:"]+(?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Every one that is said, in the order in which they are said. */
function all(text: string, phrases: Phrases): { names: string[]; rest: string } {
  const found: { name: string; at: number }[] = [];
  let rest = text;
  for (const [name, phrase] of phrases) {
    const match = phrase.exec(rest);
    if (match === null) continue;
    found.push({ name, at: match.index });
    // Blanks of the same length, so that places stay what they are.
    rest = blanked(rest, match.index, match.index + match[0].length);
  }
  return { names: found.toSorted((a, b) => a.at - b.at).map(({ name }) => name), rest };
}

function first(text: string, phrases: Phrases): { name: string | undefined; rest: string } {
  for (const [name, phrase] of phrases) {
    const match = phrase.exec(text);
    if (match !== null)
      return { name, rest: blanked(text, match.index, match.index + match[0].length) };
  }
  return { name: undefined, rest: text };
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function filled(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, values]) => values.length > 0));
}
