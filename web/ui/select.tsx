/** One choice of several, in the page's own clothes. */
import { Check, ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps {
  id: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  disabled?: boolean;
  describedBy?: string | undefined;
}

export function SelectField({
  id,
  value,
  options,
  onChange,
  disabled,
  describedBy,
}: SelectFieldProps) {
  return (
    <Select.Root value={value} onValueChange={onChange} disabled={disabled === true}>
      <Select.Trigger
        id={id}
        aria-describedby={describedBy}
        className="flex min-h-11 w-full min-w-0 items-center justify-between gap-2 rounded-control border border-edge bg-surface px-3 text-left transition-colors enabled:hover:border-accent disabled:opacity-60"
      >
        <span className="truncate">
          <Select.Value />
        </span>
        <Select.Icon>
          <ChevronDown size={18} aria-hidden className="shrink-0 text-soft" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content
          position="popper"
          sideOffset={4}
          collisionPadding={12}
          className="z-40 max-h-72 w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-control border border-line bg-surface shadow-float"
        >
          <Select.Viewport className="p-1">
            {options.map((option) => (
              <Select.Item
                key={option.value}
                value={option.value}
                className="flex min-h-10 cursor-pointer items-center justify-between gap-2 rounded-lg px-3 outline-none select-none data-highlighted:bg-accent-wash"
              >
                <Select.ItemText>{option.label}</Select.ItemText>
                <Select.ItemIndicator>
                  <Check size={16} aria-hidden className="text-accent" />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
