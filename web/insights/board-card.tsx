/** One card of the board: a chart or a row of figures, what can be done with it, and how it waits or fails. */
import { useSortable } from '@dnd-kit/react/sortable';
import { ChartColumn, GripVertical, Pin, Table2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Drawing } from '#protocol/drawing.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import type { Card } from './board.ts';
import { CardMenu } from './card-menu.tsx';
import { DrawingTable } from './drawing-table.tsx';
import { FigureTile } from './figure-tile.tsx';
import { useBoardClient } from './use-insights.ts';

/** The charts' library comes after the page. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

interface BoardCardProps {
  card: Card;
  place: number;
  /** It has just come: it shows itself. */
  isNewest: boolean;
}

export function BoardCard({ card, place, isNewest }: BoardCardProps) {
  const { id, drawing, pinned, trouble } = card;
  const board = useBoardClient();
  const { ref, handleRef, isDragging } = useSortable({ id, index: place });
  const [asTable, setAsTable] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNewest) article.current?.scrollIntoView({ block: 'nearest' });
  }, [isNewest]);
  const title = drawing?.title ?? 'A chart that is being drawn';
  return (
    <article
      ref={(element) => {
        article.current = element;
        ref(element);
      }}
      id={`card-${id}`}
      aria-labelledby={`title-${id}`}
      tabIndex={-1}
      className={`flex min-w-0 scroll-m-3 animate-rise flex-col rounded-card border bg-surface p-4 shadow-card transition-shadow sm:p-5 ${isNewest ? 'border-accent' : 'border-line'} ${isDragging ? 'opacity-80 shadow-float' : ''} ${isWide(drawing) ? '@4xl:col-span-2' : ''}`}
    >
      <header className="flex items-start gap-1">
        <button
          ref={handleRef}
          type="button"
          aria-label={`Move ${title}`}
          className="-ml-2 grid size-9 shrink-0 cursor-grab touch-none place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink active:cursor-grabbing"
        >
          <GripVertical size={18} aria-hidden />
        </button>
        <div className="min-w-0 flex-1 pt-1.5">
          <h3 id={`title-${id}`} className="font-semibold text-balance">
            {title}
          </h3>
          <Notes drawing={drawing} />
        </div>
        <IconButton
          label={asTable ? 'Show as a picture' : 'Show as a table'}
          aria-pressed={asTable}
          disabled={drawing === undefined}
          onClick={() => setAsTable(!asTable)}
          className="size-9!"
        >
          {asTable ? <ChartColumn size={18} aria-hidden /> : <Table2 size={18} aria-hidden />}
        </IconButton>
        <IconButton
          label={pinned ? 'Unpin: it goes when the page is closed' : 'Pin: it stays on this device'}
          aria-pressed={pinned}
          onClick={() => board.setPinned(id, !pinned)}
          className={`size-9! ${pinned ? 'text-accent!' : ''}`}
        >
          <Pin size={18} aria-hidden className={pinned ? 'fill-current' : ''} />
        </IconButton>
        <CardMenu
          title={title}
          drawing={drawing}
          onMove={(by) => board.move(id, place + by)}
          onRemove={() => board.remove(id)}
          onTrouble={setProblem}
        />
      </header>
      {(problem ?? trouble) !== undefined && (
        <p
          role="alert"
          className="mt-2 rounded-control bg-danger-wash px-3 py-2 text-sm text-danger-ink"
        >
          {problem ?? trouble}
        </p>
      )}
      <div className="mt-3 flex min-w-0 flex-1 flex-col">
        {drawing === undefined ? (
          <Waiting failed={trouble !== undefined} />
        ) : asTable ? (
          <DrawingTable drawing={drawing} />
        ) : (
          <Suspense fallback={<Waiting failed={false} />}>
            <Picture drawing={drawing} />
          </Suspense>
        )}
      </div>
    </article>
  );
}

function Picture({ drawing }: { drawing: Drawing }) {
  if (drawing.type === 'metrics')
    return (
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-3">
        {drawing.figures.map((figure) => (
          <FigureTile key={figure.name} figure={figure} />
        ))}
      </dl>
    );
  if (drawing.points.every(({ value, calls }) => value === null || calls === 0))
    return (
      <p className="grid min-h-65 place-items-center rounded-control bg-raised/50 p-4 text-center text-soft">
        No calls in this period.
      </p>
    );
  return <Chart drawing={drawing} />;
}

/** What a reader must know of the numbers. */
function Notes({ drawing }: { drawing: Drawing | undefined }) {
  if (drawing === undefined || drawing.notes.length === 0) return null;
  return <p className="mt-0.5 text-xs text-soft">{drawing.notes.join(' · ')}</p>;
}

function Waiting({ failed }: { failed: boolean }) {
  return (
    <div
      aria-hidden
      className={`min-h-65 flex-1 rounded-control bg-raised ${failed ? 'opacity-50' : 'animate-blink'}`}
    />
  );
}

function isWide(drawing: Drawing | undefined): boolean {
  return drawing?.type === 'metrics' ? drawing.figures.length > 2 : drawing?.kind === 'heat_map';
}
