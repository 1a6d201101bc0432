/** What this bank's Luna is called about, as React sees it, read from anywhere below a page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DirectoryClient, DirectoryState } from './directory.ts';

export const TheDirectory = createContext<DirectoryClient | undefined>(undefined);

export function useDirectory(): [DirectoryState, retry: () => void] {
  const client = useContext(TheDirectory);
  if (client === undefined) throw new Error('there is no directory outside a page');
  return [useSyncExternalStore(client.subscribe, client.state), client.retry];
}
