/** The three who may answer, side by side. */
import { Cloud, Cpu, type LucideIcon, Sparkles } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import type { ProviderChoice, ProviderId } from './server-config.ts';

const ABOUT: Readonly<Record<ProviderId, { Icon: LucideIcon; text: string }>> = {
  embedded: { Icon: Cpu, text: 'On this server. No key, no cloud.' },
  openai: { Icon: Sparkles, text: 'Realtime API, with your key.' },
  azure: { Icon: Cloud, text: 'Your own gpt-realtime deployment.' },
};

interface ProviderCardsProps {
  chosen: ProviderId;
  choices: readonly ProviderChoice[];
  onChoose: (id: ProviderId) => void;
}

export function ProviderCards({ chosen, choices, onChoose }: ProviderCardsProps) {
  const choose = (value: string): void => {
    const found = choices.find(({ id }) => id === value);
    if (found !== undefined) onChoose(found.id);
  };
  return (
    <RadioGroup.Root
      aria-label="Who answers"
      value={chosen}
      onValueChange={choose}
      className="grid gap-2 sm:grid-cols-3"
    >
      {choices.map(({ id, label }) => {
        const { Icon, text } = ABOUT[id];
        return (
          <RadioGroup.Item
            key={id}
            value={id}
            // Whatever the arrows reach is chosen, however quickly the key is let go.
            onFocus={() => onChoose(id)}
            className="group flex items-center gap-3 rounded-control border border-line bg-surface p-3 text-left transition-colors hover:border-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent-wash sm:flex-col sm:items-start"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-control bg-raised text-accent transition-colors group-data-[state=checked]:bg-accent-fill group-data-[state=checked]:text-on-accent">
              <Icon size={18} aria-hidden />
            </span>
            <span>
              <span className="block font-semibold">{label}</span>
              <span className="block text-sm text-soft">{text}</span>
            </span>
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}
