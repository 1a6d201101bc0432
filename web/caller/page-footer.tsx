/** The foot of the page: who answers, and how the calls have gone so far. */
import type { ReactNode } from 'react';
import { asMinutes } from './call-timer.tsx';
import { ModeBadge, type Mode } from './mode-badge.tsx';
import { useFigures, type Figures } from './use-figures.ts';

interface PageFooterProps {
  mode: Mode | undefined;
  /** A small screen needs the room for the call. */
  onCall: boolean;
}

export function PageFooter({ mode, onCall }: PageFooterProps) {
  const figures = useFigures(onCall);
  return (
    <footer
      className={`shrink-0 items-center justify-between gap-x-6 gap-y-2 py-2 md:flex md:h-13 md:py-0 ${onCall ? 'hidden' : 'flex flex-wrap'}`}
    >
      <ModeBadge mode={mode} />
      <dl className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm sm:gap-x-7">
        <Figure label="Calls" value={figures?.calls} />
        <Figure label="Contained" value={figures?.contained} />
        <Figure label="Escalated" value={figures?.escalated} />
        <Figure label="Average time" value={figures && averageOf(figures)} />
        <Figure label="Mode used" value={figures && modesOf(figures)} wide />
      </dl>
    </footer>
  );
}

function Figure({ label, value, wide }: { label: string; value: ReactNode; wide?: boolean }) {
  return (
    <div className={`flex items-baseline gap-1.5 ${wide === true ? 'hidden lg:flex' : ''}`}>
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-[2ch] font-semibold tabular-nums">{value ?? '–'}</dd>
    </div>
  );
}

function averageOf({ averageHandlingSeconds: seconds }: Figures): string | undefined {
  return seconds === null ? undefined : asMinutes(seconds * 1000);
}

function modesOf({ modes: { ai, local, scripted } }: Figures): string {
  return `AI ${ai} · Local ${local} · Scripted ${scripted}`;
}
