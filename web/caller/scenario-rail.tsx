/** What the caller can ring about, and who they may pretend to be. */
import { Headset } from 'lucide-react';
import { Tip } from '#web/ui/tip.tsx';
import { DemoCaller } from './demo-caller.tsx';
import type { Scenario } from './directory.ts';
import { ScenarioIcon } from './scenario-icon.tsx';

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
      className={`${locked ? 'hidden lg:flex' : 'flex'} min-h-0 flex-col gap-4 md:col-span-2 lg:col-span-1`}
    >
      <section
        aria-labelledby="scenarios"
        className="flex min-h-0 flex-col lg:flex-1 lg:basis-0 lg:overflow-hidden"
      >
        <h2 id="scenarios" className="mb-2 text-sm font-semibold text-soft">
          What is it about?
        </h2>
        <ul className="-m-1 grid grid-cols-2 gap-2 p-1 md:grid-cols-4 lg:grid-cols-1 lg:overflow-y-auto">
          {scenarios?.map((scenario, i) => (
            // The first is for whoever wants to choose nothing.
            <li key={scenario.id} className={i === 0 ? 'col-span-2 lg:col-span-1' : ''}>
              <ScenarioCard
                scenario={scenario}
                wide={i === 0}
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
  /** It has room for its description on a narrow page too. */
  wide: boolean;
  chosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function ScenarioCard({ scenario, wide, chosen, disabled, onChoose }: ScenarioCardProps) {
  const { name, shows, icon, ends } = scenario;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onChoose}
      className="group flex size-full items-start gap-3 rounded-card border border-line bg-surface p-3 text-left transition-colors enabled:hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:shadow-card"
    >
      <span className="flex shrink-0 flex-col items-center gap-1.5">
        <span className="grid size-9 place-items-center rounded-control bg-raised text-accent transition-colors group-aria-pressed:bg-accent-fill group-aria-pressed:text-on-accent">
          <ScenarioIcon name={icon} />
        </span>
        {ends === 'escalated' && (
          <Tip text="Ends with a specialist">
            <span className="text-soft">
              <Headset size={16} aria-hidden />
              <span className="sr-only">Ends with a specialist:</span>
            </span>
          </Tip>
        )}
      </span>
      <span className="min-w-0 flex-1 self-center">
        <span className="block text-sm font-semibold lg:text-base">{name}</span>
        <span className={`mt-0.5 text-sm text-soft lg:block ${wide ? 'block' : 'hidden'}`}>
          {shows}
        </span>
      </span>
    </button>
  );
}
