/** Something Luna does in the bank, as it happens; opened, it shows what was asked and what came back. */
import { Check, LoaderCircle, X } from 'lucide-react';
import type { ToolLine } from './line.ts';

export function ToolChip({ line: { title, outcome } }: { line: ToolLine }) {
  if (outcome.state === 'running')
    return (
      <p className="ml-11 flex animate-rise items-center gap-2 self-start rounded-full bg-raised px-3 py-1.5 text-sm">
        <LoaderCircle size={16} aria-hidden className="animate-spin text-accent" /> {title}
      </p>
    );
  const done = outcome.state === 'done';
  const facts = [...Object.entries(outcome.asked), ...Object.entries(outcome.returned)];
  return (
    <details className="group ml-11 max-w-[85%] animate-rise self-start">
      <summary
        className={`inline-flex list-none items-center gap-2 rounded-full px-3 py-1.5 text-sm font-medium ${done ? 'bg-good-wash text-good' : 'bg-danger-wash text-danger-ink'}`}
      >
        {done ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />}
        {title}
        <span className="font-normal tabular-nums">{Math.round(outcome.tookMs)} ms</span>
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
