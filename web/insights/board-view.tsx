/** The board: what Luna has drawn and what the manager has pinned, in the order in which it is wanted. */
import { DragDropProvider } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import { RotateCcw } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import type { Board } from './board.ts';
import { BoardCard } from './board-card.tsx';
import { useBoard, useBoardClient } from './use-insights.ts';

export function BoardView() {
  const { cards, newest, removed } = useBoard();
  const board = useBoardClient();
  return (
    <section aria-label="Board" className="flex min-h-0 min-w-0 flex-col">
      <div className="flex min-h-11 items-center gap-2">
        <h2 className="text-sm font-semibold text-soft">Board</h2>
        <output className="ml-auto text-sm text-soft">
          {removed && (
            <>
              Taken off the board.{' '}
              <button
                type="button"
                onClick={board.putBack}
                className="font-semibold text-accent underline"
              >
                Put it back
              </button>
            </>
          )}
        </output>
        <IconButton label="Draw everything anew" onClick={board.refresh}>
          <RotateCcw size={18} aria-hidden />
        </IconButton>
      </div>
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
        tabIndex={0}
        aria-label="Charts and figures"
        className="@container min-h-0 flex-1 pb-4 lg:-m-1 lg:overflow-y-auto lg:p-1 lg:pb-4"
      >
        {isWithoutCalls(cards) && <NoCalls />}
        {cards.length === 0 ? (
          <Empty onReset={board.reset} />
        ) : (
          <DragDropProvider
            onDragEnd={({ operation: { source, canceled } }) => {
              if (!canceled && isSortable(source)) board.move(String(source.id), source.index);
            }}
          >
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @4xl:grid-cols-2">
              {cards.map((card, place) => (
                <BoardCard key={card.id} card={card} place={place} isNewest={card.id === newest} />
              ))}
            </div>
          </DragDropProvider>
        )}
      </section>
    </section>
  );
}

/** Everything has been drawn, and there is nothing in any of it. */
function isWithoutCalls(cards: Board): boolean {
  return (
    cards.length > 0 &&
    cards.every(({ drawing }) =>
      drawing?.type === 'metrics'
        ? drawing.calls === 0
        : drawing?.points.every(({ calls }) => calls === 0) === true,
    )
  );
}

function NoCalls() {
  return (
    <div className="mb-4 animate-rise rounded-card border border-line bg-accent-wash p-5">
      <h3 className="font-semibold">No calls yet</h3>
      <p className="mt-1 text-sm text-soft">
        <a href="/" className="font-semibold text-accent underline">
          Call Luna
        </a>{' '}
        and hang up: the call is counted here. Or fill the record with thirty days of made-up calls:{' '}
        <code className="rounded bg-surface px-1.5 py-0.5">npm run demo:data</code>
      </p>
    </div>
  );
}

function Empty({ onReset }: { onReset: () => void }) {
  return (
    <div className="grid min-h-80 place-items-center rounded-card border border-dashed border-edge p-6 text-center">
      <div>
        <h3 className="font-semibold">The board is empty</h3>
        <p className="mt-1 mb-4 text-sm text-soft">Ask Luna for a chart, and pin it to keep it.</p>
        <Button onClick={onReset}>Show the usual charts</Button>
      </div>
    </div>
  );
}
