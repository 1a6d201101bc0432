/** What the person says who has taken the call over. */
import { Headset } from 'lucide-react';
import type { ColleagueLine } from './line.ts';

export function ColleagueWords({ line: { name, text } }: { line: ColleagueLine }) {
  return (
    <div className="flex max-w-[95%] animate-rise gap-3 self-start">
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-good-wash text-good">
        <Headset size={18} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="text-sm font-semibold text-good">{name}, specialist</p>
        <p>{text}</p>
      </div>
    </div>
  );
}
