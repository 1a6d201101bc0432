/** How Luna answers, and in whose manner: changed by a click as by a word, at once. */
import { RadioGroup } from 'radix-ui';
import { SelectField } from '#web/ui/select.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';
import { useManners } from './use-manners.ts';

const SHORT: Readonly<Record<string, string>> = { executive: 'Briefing' };

export function StyleSwitches() {
  const { style } = useInsights();
  const { restyle } = useInsightsClient();
  const { modes, personas } = useManners();
  const chooseMode = (mode: string): void => {
    if (mode !== style.mode) restyle({ mode });
  };
  return (
    <div className="flex items-center gap-2 border-b border-line p-3">
      <RadioGroup.Root
        aria-label="Mode"
        value={style.mode}
        onValueChange={chooseMode}
        className="flex min-h-11 flex-auto rounded-control bg-raised p-1"
      >
        {modes.map(({ id, name }) => (
          <RadioGroup.Item
            key={id}
            value={id}
            aria-label={name}
            className="flex-1 rounded-lg px-2 text-sm font-semibold text-soft transition-colors hover:text-ink data-[state=checked]:bg-surface data-[state=checked]:text-ink data-[state=checked]:shadow-card"
          >
            {SHORT[id] ?? capital(name)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <div className="min-w-24 flex-1 basis-24">
        <label htmlFor="persona" className="sr-only">
          Persona
        </label>
        <SelectField
          id="persona"
          value={style.persona}
          options={personas.map(({ id, name, manner }) => ({
            value: id,
            label: `${name}, ${shortly(manner)}`,
          }))}
          onChange={(persona) => restyle({ persona })}
        />
      </div>
    </div>
  );
}

/** "warm and professional" is warm. */
function shortly(manner: string): string {
  return manner.split(' ')[0] ?? manner;
}

function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
