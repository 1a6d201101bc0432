/** The buttons: one that matters, one that does not, one that ends; large enough for a thumb. */
import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'bg-accent-fill text-on-accent hover:bg-accent-fill-hover',
  quiet: 'bg-raised text-ink hover:bg-line',
  danger: 'bg-danger text-white hover:bg-danger-hover',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
}

export function Button({ look = 'quiet', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 font-semibold transition-colors disabled:opacity-45 ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}
