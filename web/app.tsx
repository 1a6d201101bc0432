/** The callers' page: a header, what to call about, the call, and what is said. */
import { useState } from 'react';
import { CallerPage } from './caller/caller-page.tsx';
import { TheCall } from './caller/use-call.ts';
import { Page } from './page.tsx';
import { createStores } from './stores.ts';

export function App() {
  const [{ call, directory, devices }] = useState(createStores);
  return (
    <Page devices={devices} directory={directory}>
      <TheCall value={call}>
        <CallerPage />
      </TheCall>
    </Page>
  );
}
