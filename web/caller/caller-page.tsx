/** The caller's page: scenarios at the left, the call in the middle, the conversation at the right. */
import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import { useSettings } from '#web/settings/use-settings.ts';
import { Announcer } from './announcer.tsx';
import { CallStage } from './call-stage.tsx';
import { Conversation } from './conversation.tsx';
import { DemoCaller } from './demo-caller.tsx';
import { PageFooter } from './page-footer.tsx';
import { HeaderLink, PageHeader } from './page-header.tsx';
import { ScenarioRail } from './scenario-rail.tsx';
import { Unreachable } from './unreachable.tsx';
import { useCall, useCallClient } from './use-call.ts';
import { useDirectory } from './use-directory.ts';

export function CallerPage() {
  const [directory] = useDirectory();
  // Whoever is left with the script is called by Luna as soon as somebody can answer again.
  const { retryAi } = useCallClient();
  const call = useCall();
  const { phase, about, mode } = call;
  const { config } = useSettings();
  const [chosenId, choose] = useState<string | undefined>(undefined);
  const ready = directory.at === 'ready' ? directory : undefined;
  const scenarios = ready && [...(ready.freeform ? [ready.freeform] : []), ...ready.scenarios];
  const onCall = phase.at === 'ringing' || phase.at === 'live';
  const chosen = scenarios?.find(({ id }) => id === chosenId) ?? scenarios?.[0];
  // A call without a scenario has turned out to be about this one.
  const shown = scenarios?.find(({ id }) => onCall && id === about) ?? chosen;
  // Nobody answers while the server is away.
  const reachable = directory.at === 'unreachable' ? undefined : config;
  const assistant = ready?.assistant ?? 'Luna';
  return (
    <div
      className={`mx-auto flex max-w-[112rem] flex-col px-3 sm:px-6 ${onCall ? 'h-dvh max-md:pb-3' : 'min-h-dvh md:h-dvh'}`}
    >
      <PageHeader assistant={assistant} bank={ready?.bank} onSettingsSaved={retryAi}>
        <HeaderLink href="/insights" label="Insights" Icon={ChartColumn} />
      </PageHeader>
      {directory.at === 'unreachable' && !onCall ? (
        <Unreachable />
      ) : (
        <main
          className={`grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-3 sm:gap-4 md:grid-cols-2 md:grid-rows-[auto_minmax(0,1fr)_auto] lg:grid-cols-[18rem_minmax(0,1fr)_minmax(18rem,22rem)] xl:grid-cols-[20.5rem_minmax(0,1fr)_minmax(20rem,26rem)] lg:grid-rows-[minmax(0,1fr)_auto] lg:gap-x-5 2xl:grid-cols-[24rem_minmax(0,1fr)_32rem] ${onCall ? 'max-md:grid-rows-[auto_auto_minmax(0,1fr)]' : 'max-md:grid-rows-[auto_minmax(20rem,1fr)_auto_auto]'}`}
        >
          <ScenarioRail scenarios={scenarios} chosen={shown} onChoose={choose} locked={onCall} />
          <div className="grid min-h-0 min-w-0">
            <CallStage assistant={assistant} scenario={chosen} />
          </div>
          <div className="min-w-0 md:max-lg:order-last md:max-lg:col-span-2 lg:col-start-2 lg:row-start-2">
            <DemoCaller demo={shown?.demo} brief={onCall} />
          </div>
          <div className="grid min-h-0 min-w-0 lg:col-start-3 lg:row-span-2 lg:row-start-1">
            <Conversation assistant={assistant} scenario={chosen} />
          </div>
        </main>
      )}
      <PageFooter mode={(onCall ? mode : undefined) ?? reachable?.mode} onCall={onCall} />
      <Announcer assistant={assistant} call={call} />
    </div>
  );
}
