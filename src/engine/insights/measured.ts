/** Which measures are asked for. Outcomes are said of calls ("escalated calls") and are measures of their own ("how many were escalated?"). Pure. */
import { OUTCOMES } from './call-vocabulary.ts';
import { all } from './phrases.ts';
import { MEASURES } from './vocabulary.ts';

interface Measured {
  readonly measures: readonly string[];
  readonly outcomes: readonly string[];
}

const SAYS_HOW_IT_ENDED = /^(?:containment|contained|escalation)|_failures$/;
/** "Calls, containment and handling time": one of several. */
const ONE_OF_SEVERAL =
  /(?:^|\b(?:me|the|our|show|see|of|were|are|was|is)|,) (?:the |our )?(?:number of calls|calls|call volumes?|volumes?)(?:,| and (?:the |our )?(?!how|why|what|which|when|show|their|by))|(?:,|, and|and) (?:the |our )?(?:number of calls|call volumes?)\b/;
const TARGET = /\b(?:targets?|goals?|aims?|objectives?)\b/;

export function measuresIn(
  text: string,
  { raw, leans, definition }: { raw: string; leans: boolean; definition: boolean },
): Measured {
  const measured = namedIn(text, raw, leans);
  const { measures, outcomes } = measured;
  if (definition || TARGET.test(raw)) {
    // Rates have formulas and targets, plain counts have none.
    if (measures.includes('escalations') || outcomes[0] === 'escalated')
      return { measures: ['escalation_rate'], outcomes: [] };
    if (outcomes[0] === 'contained') return { measures: ['containment'], outcomes: [] };
  }
  return measured;
}

function namedIn(text: string, raw: string, leans: boolean): Measured {
  const only = /\b(?:only|just)\b/.test(text) || (leans && !/\b(?:many|rate|number)\b/.test(text));
  const outcomes = all(text, OUTCOMES).names;
  const named = all(text, MEASURES).names;
  // "Calls" is said in every question; it is the measure only where there is no other.
  const special = named.filter((name) => name !== 'calls');
  const real = special.filter((name) => name !== 'escalations');
  if (real.length > 0) {
    // "How many did she handle alone?" asks for a number, not for a rate.
    if (
      real.join() === 'containment' &&
      /\bhow many\b/.test(raw) &&
      !/\bcontainment\b|\brates?\b/.test(raw)
    )
      return { measures: ['calls'], outcomes: ['contained'] };
    // A measure that says how calls ended needs no filter that says so too.
    const implied = real.some((name) => SAYS_HOW_IT_ENDED.test(name));
    // "The 95th percentile of the latency" is one measure.
    const apart = real.filter((name) => name !== 'latency_p50' || !real.includes('latency_p95'));
    const counts = /\bescalations\b/.test(text) && special.includes('escalations');
    const listed = [
      ...(named.includes('calls') && ONE_OF_SEVERAL.test(raw) ? ['calls'] : []),
      ...(counts
        ? special.filter((name) => apart.includes(name) || name === 'escalations')
        : apart),
    ];
    return { measures: listed, outcomes: implied || counts ? [] : outcomes };
  }
  const others = outcomes.filter((name) => name !== 'escalated');
  if (special.includes('escalations')) {
    const adjective =
      /\b(?:only|just|the|of) (?:the )?escalated\b|\bescalated (?:ones|calls)\b/.test(text);
    if (only && adjective) return { measures: [], outcomes };
    const several = ONE_OF_SEVERAL.test(raw) && named.includes('calls');
    return { measures: several ? ['calls', 'escalations'] : ['escalations'], outcomes: others };
  }
  if (only && outcomes.length > 0) return { measures: [], outcomes };
  const counted =
    named.length > 0 || outcomes.length > 0 || /\bhow many\b|\bnumber of\b/.test(text);
  return { measures: counted ? ['calls'] : [], outcomes };
}
