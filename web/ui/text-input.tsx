/** One line of text. */
import type { ComponentProps } from 'react';

export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      className={`min-h-11 w-full min-w-0 rounded-control border border-edge bg-surface px-3 transition-colors placeholder:text-soft hover:border-accent disabled:opacity-60 aria-invalid:border-danger ${className}`}
      {...rest}
    />
  );
}
