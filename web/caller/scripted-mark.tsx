/** That the call goes by script, and the way back to Luna. */
import { RotateCcw, ScrollText } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { useCall, useCallClient } from './use-call.ts';

export function ScriptedMark({ assistant }: { assistant: string }) {
  const { phase, mode } = useCall();
  const client = useCallClient();
  if (phase.at !== 'live' || mode !== 'scripted') return null;
  return (
    <div className="flex w-full max-w-md flex-wrap items-center justify-between gap-2 rounded-control bg-raised p-2 pl-4 text-sm">
      <p className="flex items-center gap-2">
        <ScrollText size={18} aria-hidden className="text-soft" /> Scripted mode
      </p>
      <Button onClick={client.retryAi}>
        <RotateCcw size={18} aria-hidden /> Call {assistant} again
      </Button>
    </div>
  );
}
