/** What the caller can ring about: one stop of the tab key, and arrows between the cards. */
import { RadioGroup } from 'radix-ui';
import type { Scenario } from './directory.ts';
import { ScenarioCard, ScenarioSkeleton } from './scenario-card.tsx';

interface ScenarioRailProps {
  /** Undefined while they are being fetched. */
  scenarios: readonly Scenario[] | undefined;
  chosen: Scenario | undefined;
  onChoose: (id: string) => void;
  /** A call is running: it cannot change its subject from here. */
  locked: boolean;
}

/** The ten and freeform. */
const USUAL = 11;

export function ScenarioRail({ scenarios, chosen, onChoose, locked }: ScenarioRailProps) {
  return (
    <section
      aria-labelledby="scenarios"
      className={`${locked ? 'hidden md:flex' : 'flex'} min-h-0 min-w-0 flex-col md:col-span-2 lg:col-span-1 lg:row-span-2`}
    >
      <h2 id="scenarios" className="mb-2 text-sm font-semibold text-soft">
        What is it about?
      </h2>
      <RadioGroup.Root
        aria-labelledby="scenarios"
        aria-busy={scenarios === undefined}
        value={chosen?.id ?? ''}
        onValueChange={onChoose}
        disabled={locked}
        className="relative -mx-3 flex snap-x scroll-px-3 gap-2 overflow-x-auto px-3 py-1 max-lg:[scrollbar-width:none] sm:-mx-6 sm:scroll-px-6 sm:px-6 lg:-mx-1 lg:grid lg:min-h-0 lg:flex-1 lg:auto-rows-[minmax(4.5rem,4.75rem)] xl:auto-rows-[minmax(3.375rem,4.75rem)] lg:gap-1 lg:overflow-x-hidden lg:overflow-y-auto lg:px-1"
      >
        {scenarios?.map((scenario) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            chosen={scenario.id === chosen?.id}
            onChoose={onChoose}
          />
        )) ?? Array.from({ length: USUAL }, (_, at) => <ScenarioSkeleton key={at} />)}
      </RadioGroup.Root>
    </section>
  );
}
