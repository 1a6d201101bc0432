/** The call and the directory as React sees them: stores outside React, read from anywhere below the page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DevicesClient } from '#web/audio/devices.ts';
import type { CallClient } from './call-client.ts';
import type { CallState } from './call-state.ts';
import type { DirectoryClient, DirectoryState } from './directory.ts';

export interface Stores {
  readonly call: CallClient;
  readonly directory: DirectoryClient;
  readonly devices: DevicesClient;
}

export const TheStores = createContext<Stores | undefined>(undefined);

export function useCallClient(): CallClient {
  return useStores().call;
}

export function useCall(): CallState {
  const { subscribe, state } = useStores().call;
  return useSyncExternalStore(subscribe, state);
}

export function useDirectory(): [DirectoryState, retry: () => void] {
  const { subscribe, state, retry } = useStores().directory;
  return [useSyncExternalStore(subscribe, state), retry];
}

function useStores(): Stores {
  const stores = useContext(TheStores);
  if (stores === undefined) throw new Error('there is no call outside the page');
  return stores;
}
