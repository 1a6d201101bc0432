/** What Luna says, as it is heard; what the caller never heard is struck out. */
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { LatencyMark } from './latency-mark.tsx';
import type { LunaLine } from './line.ts';
import { splitAtPlayed } from './spoken-text.ts';

export function LunaWords({ line, assistant }: { line: LunaLine; assistant: string }) {
  const [heard, unheard] = splitAtPlayed(line.said);
  if (heard === '' && line.state !== 'cut') return null;
  return (
    <div className="flex max-w-[95%] animate-rise gap-3 self-start">
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-wash text-accent">
        <MoonMark className="size-5" />
      </span>
      <div className="min-w-0 pt-1">
        <p>
          <span className="sr-only">{assistant}: </span>
          {heard.trimEnd()}{' '}
          {line.state === 'cut' && unheard !== '' && (
            <del className="text-soft">
              <span className="sr-only">not heard: </span>
              {unheard.trim()}
            </del>
          )}
        </p>
        {line.latency && <LatencyMark latency={line.latency} />}
      </div>
    </div>
  );
}
