/** The managers' page: the board at the left, the conversation at the right, or the one below the other. */
import { Phone } from 'lucide-react';
import { Announcer } from '#web/caller/announcer.tsx';
import { HeaderLink, PageHeader } from '#web/caller/page-header.tsx';
import { Unreachable } from '#web/caller/unreachable.tsx';
import { useDirectory } from '#web/caller/use-directory.ts';
import { BoardView } from './board-view.tsx';
import { Talk } from './talk.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';

export function InsightsPage() {
  const [directory] = useDirectory();
  const { hangUp } = useInsightsClient();
  const { call } = useInsights();
  const ready = directory.at === 'ready' ? directory : undefined;
  const assistant = ready?.assistant ?? 'Luna';
  return (
    <div className="mx-auto flex min-h-dvh max-w-[112rem] flex-col px-3 sm:px-6 lg:h-dvh">
      <PageHeader
        assistant={assistant}
        bank={ready?.bank}
        // What was set holds from the next conversation on: let that be the next question.
        onSettingsSaved={hangUp}
      >
        <HeaderLink href="/" label="Calls" Icon={Phone} />
      </PageHeader>
      {directory.at === 'unreachable' && call.phase.at !== 'live' ? (
        <Unreachable />
      ) : (
        <main className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-4 max-lg:grid-rows-[1fr_auto] lg:grid-cols-[minmax(0,1fr)_24rem] lg:pb-4 xl:grid-cols-[minmax(0,1fr)_27rem]">
          <BoardView />
          <Talk assistant={assistant} />
        </main>
      )}
      <Announcer assistant={assistant} call={call} />
    </div>
  );
}
