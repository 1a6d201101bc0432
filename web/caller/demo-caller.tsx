/** The seeded customer whose answers Luna will accept: without them a stranger could not pass the identity check. */
import { UserRound } from 'lucide-react';
import type { Scenario } from './directory.ts';

interface DemoCallerProps {
  /** Undefined until the server has told. */
  demo: Scenario['demo'] | undefined;
  /** On a phone, in a call: one line that can be pushed aside. */
  brief: boolean;
}

export function DemoCaller({ demo, brief }: DemoCallerProps) {
  if (demo === undefined)
    return <div aria-hidden className="h-full min-h-16 rounded-card bg-raised opacity-50" />;
  return (
    <section
      aria-label="Who you are in this demo"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what can be pushed aside must be reachable by keyboard
      tabIndex={brief ? 0 : undefined}
      className={`flex h-full items-center gap-x-6 gap-y-1 rounded-card border border-line bg-surface px-4 py-2.5 text-sm md:flex-wrap ${brief ? 'overflow-x-auto [scrollbar-width:none]' : 'flex-wrap'}`}
    >
      <p className="mr-auto flex shrink-0 items-center gap-2.5">
        <UserRound size={18} aria-hidden className="shrink-0 text-caller" />
        <span>
          <span className={`text-soft ${brief ? 'max-md:sr-only' : ''}`}>
            In this demo you are{' '}
          </span>
          <span className="font-semibold whitespace-nowrap">{demo.name}</span>
        </span>
      </p>
      <dl className={`flex gap-x-5 gap-y-1 md:flex-wrap ${brief ? '' : 'flex-wrap'}`}>
        {demo.facts.map(({ label, value }) => (
          <div
            key={label}
            className={`flex min-w-0 items-baseline gap-1.5 ${brief ? 'whitespace-nowrap' : ''}`}
          >
            <dt className="text-soft">{label}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
