/** Yes or no, with the words beside it belonging to it. */
import { Check } from 'lucide-react';
import { Checkbox as Box } from 'radix-ui';
import type { ReactNode } from 'react';

interface CheckboxProps {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  children?: ReactNode;
}

export function Checkbox({ id, checked, onChange, label, children }: CheckboxProps) {
  return (
    <div className="flex items-start gap-3">
      <Box.Root
        id={id}
        checked={checked}
        onCheckedChange={(state) => onChange(state === true)}
        className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-md border border-edge bg-surface transition-colors data-[state=checked]:border-accent-fill data-[state=checked]:bg-accent-fill data-[state=checked]:text-on-accent"
      >
        <Box.Indicator>
          <Check size={14} strokeWidth={3} aria-hidden />
        </Box.Indicator>
      </Box.Root>
      <span className="min-w-0 text-sm">
        <label htmlFor={id} className="block cursor-pointer font-semibold">
          {label}
        </label>
        <span className="text-soft">{children}</span>
      </span>
    </div>
  );
}
