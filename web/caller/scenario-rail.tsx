/** What the caller can ring about, and who they may pretend to be. */
import { CreditCard } from 'lucide-react';
import type { Scenario } from './directory.ts';
import { DemoCaller } from './demo-caller.tsx';

interface ScenarioRailProps {
  scenarios: readonly Scenario[] | undefined;
  chosen: Scenario | undefined;
  onChoose: (id: string) => void;
  /** A call is running: it cannot change its subject from here. */
  locked: boolean;
}

export function ScenarioRail({ scenarios, chosen, onChoose, locked }: ScenarioRailProps) {
  return (
    <aside
      className={`${locked ? 'hidden lg:flex' : 'flex'} flex-col gap-4 md:col-span-2 md:flex-row lg:col-span-1 lg:flex-col`}
    >
      <section aria-labelledby="scenarios" className="md:flex-1 lg:flex-none">
        <h2 id="scenarios" className="mb-2 text-sm font-semibold text-soft">
          What is it about?
        </h2>
        <ul className="flex flex-col gap-2">
          {scenarios?.map((scenario) => (
            <li key={scenario.id}>
              <ScenarioCard
                scenario={scenario}
                chosen={scenario.id === chosen?.id}
                disabled={locked}
                onChoose={() => onChoose(scenario.id)}
              />
            </li>
          )) ?? (
            <li
              aria-label="Loading"
              className="h-22 animate-blink rounded-card border border-line bg-surface"
            />
          )}
        </ul>
      </section>
      {chosen?.demo && <DemoCaller demo={chosen.demo} />}
    </aside>
  );
}

interface ScenarioCardProps {
  scenario: Scenario;
  chosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function ScenarioCard({ scenario, chosen, disabled, onChoose }: ScenarioCardProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onChoose}
      className="flex w-full items-start gap-3 rounded-card border border-line bg-surface p-4 text-left shadow-card transition-colors enabled:hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-wash"
    >
      <CreditCard size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <span>
        <span className="block font-semibold">{scenario.name}</span>
        <span className="block text-sm text-soft">{scenario.shows}</span>
      </span>
    </button>
  );
}
