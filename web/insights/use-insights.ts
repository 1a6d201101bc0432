/** The conversation and the board as React sees them: stores outside React. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { BoardClient, BoardState } from './board-client.ts';
import type { InsightsClient } from './insights-client.ts';
import type { InsightsState } from './insights-state.ts';

export interface InsightsStores {
  readonly talk: InsightsClient;
  readonly board: BoardClient;
}

export const TheInsights = createContext<InsightsStores | undefined>(undefined);

export function useInsightsClient(): InsightsClient {
  return useStores().talk;
}

export function useInsights(): InsightsState {
  const { subscribe, state } = useStores().talk;
  return useSyncExternalStore(subscribe, state);
}

export function useBoardClient(): BoardClient {
  return useStores().board;
}

export function useBoard(): BoardState {
  const { subscribe, state } = useStores().board;
  return useSyncExternalStore(subscribe, state);
}

function useStores(): InsightsStores {
  const stores = useContext(TheInsights);
  if (stores === undefined) throw new Error('there is no conversation outside the page');
  return stores;
}
