/** The page: a header, what to call about, the call, and what is said. */
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { createCallClient } from './caller/call-client.ts';
import { createDirectory } from './caller/directory.ts';
import { CallerPage } from './caller/caller-page.tsx';
import { TheStores } from './caller/use-call.ts';
import { createSettings } from './settings/settings-client.ts';
import { TheSettings } from './settings/use-settings.ts';

export function App() {
  const [stores] = useState(() => ({ call: createCallClient(), directory: createDirectory() }));
  const [settings] = useState(createSettings);
  return (
    <TheStores value={stores}>
      <TheSettings value={settings}>
        <Tooltip.Provider delayDuration={300}>
          <CallerPage />
        </Tooltip.Provider>
      </TheSettings>
    </TheStores>
  );
}
