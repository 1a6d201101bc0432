/** The page: a header, what to call about, the call, and what is said. */
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { TheDevices } from './audio/use-devices.ts';
import { CallerPage } from './caller/caller-page.tsx';
import { TheStores } from './caller/use-call.ts';
import { createSettings } from './settings/settings-client.ts';
import { TheSettings } from './settings/use-settings.ts';
import { createStores } from './stores.ts';

export function App() {
  const [stores] = useState(createStores);
  const [settings] = useState(createSettings);
  return (
    <TheStores value={stores}>
      <TheSettings value={settings}>
        <TheDevices value={stores.devices}>
          <Tooltip.Provider delayDuration={300}>
            <CallerPage />
          </Tooltip.Provider>
        </TheDevices>
      </TheSettings>
    </TheStores>
  );
}
