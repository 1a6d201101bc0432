/** The call as React sees it: a store outside React, read from anywhere below the page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CallClient } from './call-client.ts';
import type { CallState } from './call-state.ts';

export const TheCall = createContext<CallClient | undefined>(undefined);

export function useCallClient(): CallClient {
  const client = useContext(TheCall);
  if (client === undefined) throw new Error('there is no call outside the page');
  return client;
}

export function useCall(): CallState {
  const { subscribe, state } = useCallClient();
  return useSyncExternalStore(subscribe, state);
}
