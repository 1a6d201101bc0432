/** One card: its picture, its name, what it shows, and who ends it. */
import { Headset } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import type { Scenario } from './directory.ts';
import { ScenarioIcon } from './scenario-icon.tsx';

const SHAPE =
  'flex w-66 shrink-0 snap-start items-center gap-3 rounded-control border px-3 py-1.5 text-left max-lg:min-h-19 lg:w-auto';

interface ScenarioCardProps {
  scenario: Scenario;
  chosen: boolean;
  onChoose: (id: string) => void;
}

export function ScenarioCard({ scenario, chosen, onChoose }: ScenarioCardProps) {
  const { id, name, shows, icon, ends } = scenario;
  const card = useRef<HTMLButtonElement>(null);
  // In freeform the call itself may find its card, somewhere out of sight.
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  return (
    <RadioGroup.Item
      ref={card}
      value={id}
      // Whatever the arrows reach is chosen, also when the key is let go before the page gets round to it.
      onFocus={() => onChoose(id)}
      className={`group ${SHAPE} border-line bg-surface transition-colors enabled:hover:border-accent disabled:cursor-default data-[state=checked]:border-accent data-[state=checked]:bg-accent-wash data-[state=checked]:shadow-card`}
    >
      <span className="grid size-9 shrink-0 place-items-center rounded-control bg-raised text-accent transition-colors group-data-[state=checked]:bg-accent-fill group-data-[state=checked]:text-on-accent">
        <ScenarioIcon name={icon} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate leading-5 font-semibold">{name}</span>
          <EndMark ends={ends} />
        </span>
        <span className="mt-0.5 block text-[0.8125rem] leading-4.5 text-soft">{shows}</span>
      </span>
    </RadioGroup.Item>
  );
}

/** Contained by Luna, or escalated. */
function EndMark({ ends }: { ends: Scenario['ends'] }) {
  const escalates = ends === 'escalated';
  return (
    <span
      className={`flex shrink-0 items-center gap-1 text-xs font-medium ${escalates ? 'text-caller' : 'text-soft'}`}
    >
      {escalates ? <Headset size={13} aria-hidden /> : <MoonMark className="size-3" />}
      <span className="sr-only">Ends with </span>
      {escalates ? 'Specialist' : 'Luna'}
    </span>
  );
}

export function ScenarioSkeleton() {
  return (
    <span aria-hidden className={`${SHAPE} border-line bg-surface`}>
      <span className="size-9 shrink-0 animate-blink rounded-control bg-raised" />
      <span className="flex-1">
        <span className="block h-3.5 w-2/5 animate-blink rounded-full bg-raised" />
        <span className="mt-2 block h-3 w-4/5 animate-blink rounded-full bg-raised" />
      </span>
    </span>
  );
}
