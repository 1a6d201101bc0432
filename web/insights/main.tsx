/** The managers' page, from its first line of code. */
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { systemClock } from '#lib/clock.ts';
import { createDevices } from '#web/audio/devices.ts';
import { warmUp } from '#web/audio/warm-up.ts';
import { createDirectory } from '#web/caller/directory.ts';
import { Page } from '#web/page.tsx';
import { createBoard } from './board-client.ts';
import { createInsights } from './insights-client.ts';
import { InsightsPage } from './insights-page.tsx';
import { TheInsights } from './use-insights.ts';

const page = document.querySelector('#page');
if (page === null) throw new Error('insights.html has no #page');

function createStores() {
  void warmUp();
  const clock = systemClock();
  const devices = createDevices();
  const board = createBoard(clock);
  const talk = createInsights({ devices, board, clock });
  return { devices, directory: createDirectory(), insights: { talk, board } };
}

function Insights() {
  const [{ devices, directory, insights }] = useState(createStores);
  return (
    <Page devices={devices} directory={directory}>
      <TheInsights value={insights}>
        <InsightsPage />
      </TheInsights>
    </Page>
  );
}

createRoot(page).render(
  <StrictMode>
    <Insights />
  </StrictMode>,
);
