/** A manager's words, read: which measure, by what, when, drawn how, of which calls. Pure. */
import { CHANNELS, MODES, PROVIDERS, REASONS, SCENARIOS, WHOSE } from './call-vocabulary.ts';
import { dayPartsIn } from './day-parts.ts';
import { measuresIn } from './measured.ts';
import { all, first, plain } from './phrases.ts';
import { type Ranking, rankingIn } from './ranking.ts';
import {
  CORRECTION,
  DEFINITION,
  FOLLOW_UP,
  NO_FILTER,
  ONLY_A_PERIOD,
  NOT_THAT,
  THE_CALLS_GO,
  OVERVIEW,
} from './talk-vocabulary.ts';
import { type When, whenIn } from './when.ts';
import {
  ANY_CHART,
  AROUND,
  DIMENSIONS,
  IN_SHARES,
  KINDS,
  RANKED,
  THRESHOLD,
  TREND,
} from './vocabulary.ts';

export type Filter = Readonly<Record<string, string | readonly (string | number)[]>>;

/** What the words say; whatever they leave open is absent. */
export interface Reading extends Omit<When, 'rest'> {
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  readonly kind: string | undefined;
  readonly filter: Filter;
  readonly ranking: Ranking | undefined;
  /** A picture is wanted, whichever. */
  readonly drawn: boolean;
  readonly overview: boolean;
  readonly definition: boolean;
  readonly unfiltered: boolean;
  /** "And the first half?" of the month that was spoken of. */
  readonly half: 'first' | 'second' | undefined;
  /** Nothing but a period, and words that say nothing. */
  readonly onlyPeriod: boolean;
  /** The words lean on what was asked before. */
  readonly leans: boolean;
}

export function read(words: string): Reading {
  const said = plain(words);
  const meant = said.replace(CORRECTION, '').replace(CORRECTION, '').replaceAll(NOT_THAT, '');
  // Asks how it went, not how many there were.
  const corrected = meant.replace(THE_CALLS_GO, 'how $1 things $2');
  const corrects = meant !== said;
  const leans = corrects || FOLLOW_UP.test(corrected);
  const whole = ` ${corrected.replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim()} `;
  const whose = all(whole, WHOSE);
  const parts = dayPartsIn(whose.rest);
  // What named the period names no dimension, no kind and no comparison as well: "last week" is not "by week".
  const { rest, ...when } = whenIn(parts.rest, leans);
  const rank = rankingIn(rest);
  let left = rank === undefined ? rest : rest.slice(0, rank.start) + rest.slice(rank.end);
  const round = all(left, AROUND).names;
  const inside = all(left, DIMENSIONS);
  const dimensions = {
    names: [...new Set([...inside.names, ...round])],
    rest: inside.rest,
  };
  left = dimensions.rest;
  const kind = first(left, KINDS);
  const scenarios = all(kind.rest, SCENARIOS);
  const reasons = all(scenarios.rest, REASONS);
  const providers = all(reasons.rest, PROVIDERS);
  const modes = all(providers.rest, MODES);
  const channels = all(modes.rest, CHANNELS);
  const definition = DEFINITION.test(whole);
  const measured = measuresIn(`${channels.rest} ${rank?.word ?? ''} `.replaceAll(/\s+/g, ' '), {
    raw: said,
    leans,
    definition,
  });
  const isDrawn = kind.name !== undefined || ANY_CHART.test(left);
  const named = dimensions.names.length > 0 || rank === undefined ? dimensions.names : ranked(left);
  const unfiltered = NO_FILTER.test(whole);
  // "Forget the filter, all calls" asks for no other measure.
  const asked =
    unfiltered && leans && measured.measures.join() === 'calls' ? [] : measured.measures;
  const hasMeasure = asked.length > 0;
  const isTrend =
    hasMeasure && named.length === 0 && when.comparison === undefined && TREND.test(whole);
  const isLimit = THRESHOLD.test(whole) && kind.name === undefined;
  const inShares =
    IN_SHARES.test(whole) && measured.measures.join() === 'calls' && measured.outcomes.length > 0;
  return {
    ...when,
    measures: isLimit && asked.join() === 'calls' ? ['handling_time'] : asked,
    dimensions: inShares
      ? ['outcome']
      : isTrend && !isDrawn && !definition
        ? ['day']
        : coarsest(named),
    kind: isLimit ? 'histogram' : kind.name,
    filter: filled({
      scenario: scenarios.names,
      outcome: inShares ? [] : measured.outcomes,
      // Who asks for all the reasons means none of them alone.
      escalation_reason: named.includes('escalation_reason') ? [] : reasons.names,
      provider: providers.names,
      mode: modes.names,
      channel: channels.names,
      weekday: parts.weekday,
      hour: parts.hour,
      calls: whose.names[0] ?? '',
    }),
    ranking: rank?.of(measured.measures[0]),
    drawn: isDrawn || isLimit,
    overview: OVERVIEW.test(whole),
    definition,
    unfiltered,
    half: /\bfirst half\b/.test(rest)
      ? 'first'
      : /\bsecond half\b/.test(rest)
        ? 'second'
        : undefined,
    onlyPeriod: ONLY_A_PERIOD.test(rest),
    leans,
  };
}

/** "The five busiest days" are days. */
function ranked(text: string): string[] {
  return all(text, RANKED).names.slice(0, 1);
}

/** "The trend, weekly" goes by week alone. */
function coarsest(dimensions: readonly string[]): readonly string[] {
  const ofTime = ['month', 'week', 'day'].filter((each) => dimensions.includes(each));
  return dimensions.filter((each) => !ofTime.slice(1).includes(each));
}

function filled(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, values]) => values.length > 0));
}
