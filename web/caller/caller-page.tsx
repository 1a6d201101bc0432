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
  const { phase, about } = useCall();
  const [chosenId, choose] = useState<string | undefined>(undefined);
  const ready = directory.at === 'ready' ? directory : undefined;
  const scenarios = ready && [...(ready.freeform ? [ready.freeform] : []), ...ready.scenarios];
  const onCall = phase.at === 'ringing' || phase.at === 'live';
  const chosen = scenarios?.find(({ id }) => id === chosenId) ?? scenarios?.[0];
  // A call without a scenario has turned out to be about this one.
  const shown = scenarios?.find(({ id }) => onCall && id === about) ?? chosen;
  return (
    <div
      className={`mx-auto flex max-w-[100rem] flex-col px-3 pb-3 sm:px-6 sm:pb-6 ${onCall ? 'h-dvh' : 'min-h-dvh md:h-dvh'}`}
    >
      <PageHeader assistant={ready?.assistant ?? 'Luna'} bank={ready?.bank} />
      {directory.at === 'unreachable' && !onCall ? (
        <Unreachable />
      ) : (
        <main
          className={`grid min-h-0 flex-1 gap-3 sm:gap-4 md:grid-cols-2 lg:grid-cols-[19rem_minmax(0,1fr)_minmax(21rem,30rem)] lg:grid-rows-1 lg:gap-5 ${onCall ? 'grid-rows-[auto_minmax(0,1fr)] md:grid-rows-1' : 'md:grid-rows-[auto_minmax(0,1fr)]'}`}
        >
          <ScenarioRail scenarios={scenarios} chosen={shown} onChoose={choose} locked={onCall} />
          <CallStage assistant={ready?.assistant ?? 'Luna'} scenario={chosen} />
          <Conversation assistant={ready?.assistant ?? 'Luna'} scenario={chosen} />
        </main>
      )}
      <Announcer assistant={ready?.assistant ?? 'Luna'} />
    </div>
  );
}
