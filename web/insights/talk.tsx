/** The conversation with a manager: what was said and shown, how it goes on, and how it stands when it does not. */
import { memo } from 'react';
import { CallerWords } from '#web/caller/caller-words.tsx';
import type { Line } from '#web/caller/line.ts';
import { LunaWords } from '#web/caller/luna-words.tsx';
import { useNewestInView } from '#web/caller/newest-in-view.ts';
import { Composer } from './composer.tsx';
import { StyleSwitches } from './style-switches.tsx';
import { Suggestions } from './suggestions.tsx';
import { ToolNote } from './tool-note.tsx';
import { Trouble } from './trouble.tsx';
import { useInsights } from './use-insights.ts';
import { VoiceBar } from './voice-bar.tsx';

export function Talk({ assistant }: { assistant: string }) {
  const { past, call } = useInsights();
  const newest = useNewestInView();
  const lines = [...past, ...call.lines];
  return (
    <section
      aria-label="Conversation"
      className="flex max-h-[60dvh] flex-col overflow-hidden rounded-t-card border border-line bg-surface shadow-float max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:-mx-3 sm:max-lg:-mx-6 max-lg:border-x-0 max-lg:border-b-0 lg:max-h-none lg:min-h-0 lg:rounded-card lg:shadow-card"
    >
      <StyleSwitches />
      {lines.length === 0 ? (
        <Suggestions assistant={assistant} />
      ) : (
        <ol
          {...newest}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
          tabIndex={0}
          aria-label="What was said"
          className="flex min-h-32 flex-1 flex-col gap-4 overflow-y-auto p-4 max-lg:max-h-56"
        >
          {lines.map((line) => (
            <li key={line.id} className="contents">
              <Shown line={line} assistant={assistant} />
            </li>
          ))}
          {call.thinking && <Thinking assistant={assistant} />}
        </ol>
      )}
      <Trouble />
      <VoiceBar assistant={assistant} />
      <Composer assistant={assistant} />
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
      return <ToolNote line={line} />;
    case 'note':
      return <p className="self-center text-center text-sm text-soft">{line.text}</p>;
    // Nobody takes over from Luna here.
    case 'colleague':
      return null;
  }
});

function Thinking({ assistant }: { assistant: string }) {
  return (
    <li className="ml-11 flex gap-1" aria-label={`${assistant} is thinking`}>
      {['', '[animation-delay:200ms]', '[animation-delay:400ms]'].map((delay) => (
        <span key={delay} className={`size-1.5 animate-blink rounded-full bg-luna ${delay}`} />
      ))}
    </li>
  );
}
