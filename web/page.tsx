/** What every page stands in: sound devices, settings, what the bank is called, and words of explanation. */
import { Tooltip } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { DevicesClient } from './audio/devices.ts';
import { TheDevices } from './audio/use-devices.ts';
import type { DirectoryClient } from './caller/directory.ts';
import { TheDirectory } from './caller/use-directory.ts';
import { createSettings } from './settings/settings-client.ts';
import { TheSettings } from './settings/use-settings.ts';

interface PageProps {
  devices: DevicesClient;
  directory: DirectoryClient;
  children: ReactNode;
}

export function Page({ devices, directory, children }: PageProps) {
  const [settings] = useState(createSettings);
  return (
    <TheDirectory value={directory}>
      <TheDevices value={devices}>
        <TheSettings value={settings}>
          <Tooltip.Provider delayDuration={300}>{children}</Tooltip.Provider>
        </TheSettings>
      </TheDevices>
    </TheDirectory>
  );
}
