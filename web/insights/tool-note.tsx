/** What Luna has drawn, or changed in her manner: said in a line, with the way to the card. */
import { ChartColumn, Check, LoaderCircle, X } from 'lucide-react';
import type { ToolLine } from '#web/caller/line.ts';
import { useBoard } from './use-insights.ts';

const LOOK =
  'flex max-w-full items-center gap-2 self-start rounded-2xl px-3 py-1.5 text-sm sm:ml-11 sm:max-w-[calc(100%-2.75rem)]';

export function ToolNote({ line: { id, title, outcome } }: { line: ToolLine }) {
  const card = useBoard().cards.find((each) => each.id === id);
  if (outcome.state === 'running')
    return (
      <p className={`${LOOK} animate-rise bg-raised`}>
        <LoaderCircle size={16} aria-hidden className="animate-spin text-accent" /> {title}
      </p>
    );
  if (card !== undefined)
    return (
      <a href={`#card-${id}`} className={`${LOOK} animate-rise bg-good-wash font-medium text-good`}>
        <ChartColumn size={16} aria-hidden className="shrink-0" />
        <span className="min-w-0 truncate">{card.drawing?.title}</span>
      </a>
    );
  const done = outcome.state === 'done';
  const Icon = done ? Check : X;
  return (
    <p className={`${LOOK} ${done ? 'bg-good-wash text-good' : 'bg-danger-wash text-danger-ink'}`}>
      <Icon size={16} aria-hidden /> {title}
    </p>
  );
}
