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
    <div
      className={`mx-auto flex max-w-[100rem] flex-col px-3 pb-3 sm:px-6 sm:pb-6 ${onCall ? 'h-dvh' : 'min-h-dvh md:h-dvh'}`}
    >
      <PageHeader assistant={ready?.assistant ?? 'Luna'} bank={ready?.bank} />
      {directory.at === 'unreachable' && !onCall ? (
        <Unreachable />
      ) : (
        <main
          className={`grid min-h-0 flex-1 gap-3 sm:gap-4 md:grid-cols-2 lg:grid-cols-[17rem_minmax(0,1fr)_minmax(22rem,30rem)] lg:grid-rows-1 lg:gap-5 ${onCall ? 'grid-rows-[auto_minmax(0,1fr)] md:grid-rows-1' : 'md:grid-rows-[auto_minmax(0,1fr)]'}`}
        >
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
