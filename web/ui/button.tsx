/** The buttons: one that matters, one that does not, one that ends; large enough for a thumb. */
import type { ComponentProps } from 'react';

const LOOKS = {
  primary: 'bg-accent-fill text-on-accent enabled:hover:bg-accent-fill-hover',
  quiet: 'bg-raised text-ink enabled:hover:bg-line',
  danger: 'bg-danger text-white enabled:hover:bg-danger-hover',
} as const;

const SIZES = {
  normal: 'min-h-11 rounded-control px-4',
  large: 'min-h-14 rounded-full px-8 text-lg enabled:shadow-press',
  icon: 'size-11 shrink-0 rounded-control',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
}

export function Button({ look = 'quiet', size = 'normal', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex items-center justify-center gap-2 font-semibold transition enabled:active:scale-[0.98] disabled:bg-raised disabled:text-soft disabled:shadow-none ${SIZES[size]} ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}
