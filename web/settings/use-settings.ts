/** The settings as React sees them, read from anywhere below the page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Settings, SettingsClient } from './settings-client.ts';

export const TheSettings = createContext<SettingsClient | undefined>(undefined);

export function useSettingsClient(): SettingsClient {
  const client = useContext(TheSettings);
  if (client === undefined) throw new Error('there are no settings outside the page');
  return client;
}

export function useSettings(): Settings {
  const { subscribe, state } = useSettingsClient();
  return useSyncExternalStore(subscribe, state);
}
