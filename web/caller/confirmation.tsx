/** What Luna has read back: nothing happens before the caller says yes. */
import { CircleHelp } from 'lucide-react';

export function Confirmation({ text }: { text: string }) {
  return (
    <p className="flex w-full max-w-md animate-rise items-start gap-3 rounded-control border border-accent bg-accent-wash p-3 text-left">
      <CircleHelp size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <span>
        <span className="block text-sm font-semibold text-accent">Waiting for your yes</span>
        {text}
      </span>
    </p>
  );
}
