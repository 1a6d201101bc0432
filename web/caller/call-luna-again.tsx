/** The way back from the script to Luna. */
import { RotateCcw } from 'lucide-react';
import { useCall, useCallClient } from './use-call.ts';

export function CallLunaAgain({ assistant }: { assistant: string }) {
  const { phase, mode } = useCall();
  const client = useCallClient();
  if (phase.at !== 'live' || mode !== 'scripted') return null;
  return (
    <button
      type="button"
      onClick={client.retryAi}
      className="order-last inline-flex min-h-11 items-center gap-2 rounded-control px-2 text-sm font-semibold text-accent hover:bg-raised max-sm:w-full max-sm:justify-center sm:order-none"
    >
      <RotateCcw size={16} aria-hidden /> Call {assistant} again
    </button>
  );
}
