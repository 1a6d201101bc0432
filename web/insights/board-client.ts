/** The board outside React: kept on this device, drawn anew when the page is opened and when one comes back to it. */
import * as z from 'zod/mini';
import type { Clock } from '#lib/clock.ts';
import type { Drawing } from '#protocol/drawing.ts';
import {
  type Board,
  type Card,
  changed,
  firstBoard,
  moved,
  withCard,
  withoutCard,
} from './board.ts';
import { draw, Query, readDrawing } from './drawings.ts';

export interface BoardState {
  readonly cards: Board;
  /** The card that has come last, in this visit. */
  readonly newest: string | undefined;
  /** Taken off the board a moment ago: it can be put back. */
  readonly removed: { readonly card: Card; readonly place: number } | undefined;
}

export interface BoardClient {
  readonly state: () => BoardState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Something has just been drawn in the conversation. */
  readonly show: (id: string, drawing: Drawing) => void;
  readonly setPinned: (id: string, pinned: boolean) => void;
  readonly move: (id: string, to: number) => void;
  readonly remove: (id: string) => void;
  readonly putBack: () => void;
  /** Everything that can be asked again is. */
  readonly refresh: () => void;
  /** As a new manager sees it. */
  readonly reset: () => void;
}

const KEY = 'luna.insights.board';
/** Whoever comes back to the page after so long wants today's figures. */
const STALE_MS = 5 * 60_000;
const PUT_BACK_MS = 8_000;

const Kept = z.array(z.object({ id: z.string(), query: Query, drawing: z.unknown() }));

export function createBoard(clock: Clock): BoardClient {
  const listeners = new Set<() => void>();
  let state: BoardState = { cards: kept() ?? firstBoard(), newest: undefined, removed: undefined };
  let drawnAtMs = clock.now();
  let asking = new AbortController();
  let forget: (() => void) | undefined;
  const become = (change: Partial<BoardState>): void => {
    const { cards } = state;
    state = { ...state, ...change };
    if (state.cards !== cards) keep(state.cards);
    for (const listener of listeners) listener();
  };

  const refresh = (): void => {
    asking.abort();
    asking = new AbortController();
    drawnAtMs = clock.now();
    const { signal } = asking;
    void state.cards.reduce(async (before, { id, query }) => {
      // One after the other: a board of twenty cards is no reason to keep callers waiting.
      await before;
      if (query === undefined || signal.aborted) return;
      const drawn = await draw(query, signal);
      if (signal.aborted) return;
      const change = drawn.ok
        ? { drawing: drawn.drawing, trouble: undefined }
        : { trouble: drawn.error };
      become({ cards: changed(state.cards, id, change) });
    }, Promise.resolve());
  };

  document.addEventListener('visibilitychange', () => {
    const stale = clock.now() - drawnAtMs > STALE_MS;
    if (document.visibilityState === 'visible' && stale) refresh();
  });
  refresh();

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    show(id, drawing) {
      const { query } = drawing;
      const card = { id, query, drawing, pinned: false, trouble: undefined };
      become({ cards: withCard(state.cards, card), newest: id });
    },
    setPinned: (id, pinned) => become({ cards: changed(state.cards, id, { pinned }) }),
    move: (id, to) => become({ cards: moved(state.cards, id, to) }),
    remove(id) {
      const place = state.cards.findIndex((card) => card.id === id);
      const card = state.cards[place];
      if (card === undefined) return;
      forget?.();
      forget = clock.after(PUT_BACK_MS, () => become({ removed: undefined }));
      become({ cards: withoutCard(state.cards, id), removed: { card, place } });
    },
    putBack() {
      const { removed, cards } = state;
      forget?.();
      if (removed === undefined) return;
      const { card, place } = removed;
      become({ cards: cards.toSpliced(place, 0, card), removed: undefined });
    },
    refresh,
    reset() {
      become({ cards: firstBoard(), removed: undefined });
      refresh();
    },
  };
}

/** Undefined where this device keeps none, or one that cannot be read. */
function kept(): Board | undefined {
  try {
    const found = Kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (!found.success) return undefined;
    return found.data.map(({ id, query, drawing }) => ({
      id,
      query,
      drawing: readDrawing(drawing),
      pinned: true,
      trouble: undefined,
    }));
  } catch {
    return undefined; // not JSON
  }
}

function keep(board: Board): void {
  const pinned = board.flatMap(({ id, query, drawing, pinned: stays }) =>
    stays && query !== undefined ? [{ id, query, drawing }] : [],
  );
  try {
    localStorage.setItem(KEY, JSON.stringify(pinned));
  } catch (error) {
    // A device that is full keeps the board as it was; this visit goes on.
    if (!(error instanceof DOMException)) throw error;
  }
}
