/** Microphones and speakers as React sees them, read from anywhere below a page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Devices, DevicesClient } from './devices.ts';

export const TheDevices = createContext<DevicesClient | undefined>(undefined);

export function useDevicesClient(): DevicesClient {
  const client = useContext(TheDevices);
  if (client === undefined) throw new Error('there are no devices outside a page');
  return client;
}

/** What there is, and which of it the caller wants. */
export function useDevices(): Devices {
  const { subscribe, state } = useDevicesClient();
  return useSyncExternalStore(subscribe, state);
}
