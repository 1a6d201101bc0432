/** Everything said and done, growing word by word, with the newest in view. */
import { memo } from 'react';
import { CallerTurn } from '#web/scripted/caller-turn.tsx';
import { CallerWords } from './caller-words.tsx';
import type { Scenario } from './directory.ts';
import type { Line } from './line.ts';
import { ColleagueWords } from './colleague-words.tsx';
import { LunaWords } from './luna-words.tsx';
import { useNewestInView } from './newest-in-view.ts';
import { ToolChip } from './tool-chip.tsx';
import { TypedMessage } from './typed-message.tsx';
import { useCall } from './use-call.ts';

interface ConversationProps {
  assistant: string;
  scenario: Scenario | undefined;
}

export function Conversation({ assistant, scenario }: ConversationProps) {
  const { lines, problem } = useCall();
  const newest = useNewestInView();
  return (
    <section
      aria-label="Conversation"
      className="flex min-h-52 flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card md:min-h-0"
    >
      {lines.length === 0 ? (
        <Hints says={scenario?.says ?? []} />
      ) : (
        <ol
          {...newest}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
          tabIndex={0}
          className="flex flex-1 flex-col gap-4 overflow-y-auto p-4 sm:p-5"
        >
          {lines.map((line) => (
            <li key={line.id} className="contents">
              <Shown line={line} assistant={assistant} />
            </li>
          ))}
        </ol>
      )}
      {problem !== undefined && (
        <p role="alert" className="bg-danger-wash px-5 py-2 text-sm text-danger-ink">
          {problem}
        </p>
      )}
      <CallerTurn />
      <TypedMessage assistant={assistant} />
    </section>
  );
}

/** A line that has not changed is not drawn again while another one grows. */
const Shown = memo(function Shown({ line, assistant }: { line: Line; assistant: string }) {
  switch (line.who) {
    case 'caller':
      return <CallerWords line={line} />;
    case 'luna':
      return <LunaWords line={line} assistant={assistant} />;
    case 'tool':
      return <ToolChip line={line} />;
    case 'note':
      return <p className="self-center text-center text-sm text-soft">{line.text}</p>;
    case 'colleague':
      return <ColleagueWords line={line} />;
  }
});

function Hints({ says }: { says: readonly string[] }) {
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col items-center gap-3 overflow-y-auto p-4 text-center"
    >
      <p className="mt-auto font-semibold">The conversation appears here</p>
      {says.length > 0 && <p className="text-sm text-soft">You could begin with</p>}
      <ul className="mb-auto flex flex-col gap-2">
        {says.map((sentence) => (
          <li key={sentence} className="rounded-full bg-caller-wash px-4 py-2 text-sm">
            “{sentence}”
          </li>
        ))}
      </ul>
      <p className="text-sm text-soft">If you cannot speak, press the keyboard during the call.</p>
    </div>
  );
}
