/** The page: a header, what to call about, the call, and what is said. */
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { createCallClient } from './caller/call-client.ts';
import { createDirectory } from './caller/directory.ts';
import { CallerPage } from './caller/caller-page.tsx';
import { TheStores } from './caller/use-call.ts';

export function App() {
  const [stores] = useState(() => ({ call: createCallClient(), directory: createDirectory() }));
  return (
    <TheStores value={stores}>
      <Tooltip.Provider delayDuration={300}>
        <CallerPage />
      </Tooltip.Provider>
    </TheStores>
  );
}
