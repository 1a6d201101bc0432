/** A button that is only a picture; its name is read aloud, and shown to whoever points at it. */
import type { ComponentProps } from 'react';
import { Tip } from './tip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  label: string;
}

export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        className={`grid size-11 shrink-0 place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink ${className}`}
        {...rest}
      />
    </Tip>
  );
}
