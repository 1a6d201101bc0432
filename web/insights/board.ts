/** The board: cards in the order the manager wants them. Pure. */
import type { Drawing, DrawingQuery } from '#protocol/drawing.ts';

export interface Card {
  readonly id: string;
  /** The question behind it; undefined for what cannot be asked again. */
  readonly query: DrawingQuery | undefined;
  /** Undefined until it has been drawn for the first time. */
  readonly drawing: Drawing | undefined;
  /** Stays when the page is opened again. */
  readonly pinned: boolean;
  /** Why it could not be drawn anew. */
  readonly trouble: string | undefined;
}

export type Board = readonly Card[];

/** What nobody has pinned makes room for what is newer. */
const MOST_UNPINNED = 6;

/** The newest comes first: that is where one looks. */
export function withCard(board: Board, card: Card): Board {
  const loose = board.filter(({ pinned }) => !pinned);
  const crowded = new Set(loose.slice(MOST_UNPINNED - 1));
  return [card, ...board.filter((other) => other.id !== card.id && !crowded.has(other))];
}

export function withoutCard(board: Board, id: string): Board {
  return board.filter((card) => card.id !== id);
}

export function changed(board: Board, id: string, change: Partial<Card>): Board {
  return board.map((card) => (card.id === id ? { ...card, ...change } : card));
}

/** @param to where it stands afterwards; beyond an end, at that end. */
export function moved(board: Board, id: string, to: number): Board {
  const card = board.find((other) => other.id === id);
  if (card === undefined) return board;
  const place = Math.max(0, Math.min(board.length - 1, to));
  return withoutCard(board, id).toSpliced(place, 0, card);
}

/** What a new manager sees: the last thirty days at a glance. */
const FIRST_SIGHT: readonly DrawingQuery[] = [
  {
    tool: 'show_metrics',
    input: {
      metrics: [
        'calls',
        'containment',
        'contained_resolution',
        'escalation_rate',
        'handling_time',
        'latency_p50',
      ],
      period: 'the last 7 days',
    },
  },
  {
    tool: 'show_chart',
    input: {
      kind: 'stacked_bar',
      measure: 'calls',
      dimension: 'day',
      series: 'outcome',
      period: 'the last 30 days',
    },
  },
  {
    tool: 'show_chart',
    input: {
      measure: 'escalations',
      dimension: 'escalation_reason',
      period: 'the last 30 days',
    },
  },
  {
    tool: 'show_chart',
    input: { kind: 'heat_map', measure: 'calls', period: 'the last 30 days' },
  },
  {
    tool: 'show_chart',
    input: { measure: 'containment', dimension: 'scenario', period: 'the last 30 days' },
  },
];

export function firstBoard(): Board {
  return FIRST_SIGHT.map((query, place) => ({
    id: `first-${place}`,
    query,
    drawing: undefined,
    pinned: true,
    trouble: undefined,
  }));
}
