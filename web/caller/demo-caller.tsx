/** The seeded customer whose answers Luna will accept: without them a stranger could not pass the identity check. */
import { UserRound } from 'lucide-react';
import type { Scenario } from './directory.ts';

export function DemoCaller({ demo }: { demo: Scenario['demo'] | undefined }) {
  if (demo === undefined)
    return <div aria-hidden className="h-full min-h-16 rounded-card bg-raised opacity-50" />;
  return (
    <section
      aria-label="Who you are in this demo"
      className="flex h-full flex-wrap items-center gap-x-6 gap-y-1 rounded-card border border-line bg-surface px-4 py-2.5 text-sm"
    >
      <p className="mr-auto flex items-center gap-2.5">
        <UserRound size={18} aria-hidden className="shrink-0 text-caller" />
        <span>
          <span className="text-soft">In this demo you are </span>
          <span className="font-semibold whitespace-nowrap">{demo.name}</span>
        </span>
      </p>
      <dl className="flex flex-wrap gap-x-5 gap-y-1">
        {demo.facts.map(({ label, value }) => (
          <div key={label} className="flex items-baseline gap-1.5 whitespace-nowrap">
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
