/** The caller's page: scenarios at the left, the call in the middle, the conversation at the right. */
import { useState } from 'react';
import { Announcer } from './announcer.tsx';
import { CallStage } from './call-stage.tsx';
import { Conversation } from './conversation.tsx';
import { PageHeader } from './page-header.tsx';
import { ScenarioRail } from './scenario-rail.tsx';
import { Unreachable } from './unreachable.tsx';
import { useCall, useDirectory } from './use-call.ts';

export function CallerPage() {
  const [directory] = useDirectory();
  const { phase } = useCall();
  const [chosenId, choose] = useState<string | undefined>(undefined);
  const ready = directory.at === 'ready' ? directory : undefined;
  const chosen = ready?.scenarios.find(({ id }) => id === chosenId) ?? ready?.scenarios[0];
  const onCall = phase.at === 'ringing' || phase.at === 'live';
  return (
    <div className="mx-auto flex min-h-dvh max-w-[100rem] flex-col px-4 pb-4 sm:px-6 lg:h-dvh lg:pb-6">
      <PageHeader assistant={ready?.assistant ?? 'Luna'} bank={ready?.bank} />
      {directory.at === 'unreachable' && !onCall ? (
        <Unreachable />
      ) : (
        <main className="grid min-h-0 flex-1 gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-cols-[17rem_minmax(0,1fr)_minmax(22rem,30rem)] lg:gap-5">
          <ScenarioRail
            scenarios={ready?.scenarios}
            chosen={chosen}
            onChoose={choose}
            locked={onCall}
          />
          <CallStage assistant={ready?.assistant ?? 'Luna'} scenario={chosen} />
          <Conversation assistant={ready?.assistant ?? 'Luna'} scenario={chosen} />
        </main>
      )}
      <Announcer assistant={ready?.assistant ?? 'Luna'} />
    </div>
  );
}
