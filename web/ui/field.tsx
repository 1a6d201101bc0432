/** A label, what is filled in, a word of help, and what is wrong with it. */
import type { ReactNode } from 'react';

interface FieldProps {
  id: string;
  label: string;
  hint?: ReactNode;
  /** Instead of the hint, where this field is to blame. */
  error?: string | undefined;
  children: ReactNode;
}

export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        {label}
      </label>
      {children}
      {error === undefined ? (
        hint !== undefined && (
          <p id={hintOf(id)} className="mt-1.5 text-sm text-soft">
            {hint}
          </p>
        )
      ) : (
        <p id={hintOf(id)} role="alert" className="mt-1.5 text-sm font-medium text-danger-ink">
          {error}
        </p>
      )}
    </div>
  );
}

export function hintOf(id: string): string {
  return `${id}-hint`;
}
