/** Something Luna does in the bank, as it happens; opened, it shows what was asked and what came back. */
import { Check, Hourglass, LoaderCircle, X } from 'lucide-react';
import type { ToolLine } from './line.ts';

const LOOKS = {
  done: { look: 'bg-good-wash text-good', Icon: Check },
  waiting: { look: 'bg-raised text-soft', Icon: Hourglass },
  refused: { look: 'bg-danger-wash text-danger-ink', Icon: X },
} as const;

export function ToolChip({ line: { title, outcome } }: { line: ToolLine }) {
  if (outcome.state === 'running')
    return (
      <p className="flex animate-rise items-center gap-2 self-start rounded-full bg-raised px-3 py-1.5 text-sm sm:ml-11">
        <LoaderCircle size={16} aria-hidden className="animate-spin text-accent" /> {title}
      </p>
    );
  const { look, Icon } = LOOKS[outcome.state];
  const facts = [...Object.entries(outcome.asked), ...Object.entries(outcome.returned)];
  return (
    <details className="max-w-full animate-rise self-start sm:ml-11 sm:max-w-[85%]">
      <summary
        className={`inline-flex list-none items-center gap-2 rounded-full px-3 py-1.5 text-sm font-medium ${look}`}
      >
        <Icon size={16} aria-hidden />
        {title}
        <span className="font-normal tabular-nums">
          {outcome.state === 'waiting'
            ? waitsFor(outcome.returned)
            : `${Math.round(outcome.tookMs)} ms`}
        </span>
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-control bg-raised p-3 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name.replaceAll('_', ' ')}</dt>
            <dd className="break-words">
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function waitsFor({ why }: Readonly<Record<string, unknown>>): string {
  return why === 'needs_identity' ? 'once you are identified' : 'once you agree';
}
