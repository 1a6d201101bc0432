/** The seeded customer whose answers Luna will accept: without them a stranger could not pass the identity check. */
import { UserRound } from 'lucide-react';
import type { Scenario } from './directory.ts';

export function DemoCaller({ demo }: { demo: NonNullable<Scenario['demo']> }) {
  return (
    <section aria-labelledby="demo" className="shrink-0">
      <h2 id="demo" className="mb-2 text-sm font-semibold text-soft">
        For this demo you are
      </h2>
      <div className="rounded-card border border-line bg-surface p-4">
        <p className="flex items-center gap-2 font-semibold">
          <UserRound size={18} aria-hidden className="text-caller" />
          {demo.name}
        </p>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {demo.facts.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-soft">{label}</dt>
              <dd className="text-right font-medium tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
