/** No microphone is no dead end: what is wrong, how to mend it, and the keyboard meanwhile. */
import { MicOff } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { useCall, useCallClient } from './use-call.ts';

export const NO_MICROPHONE = {
  refused:
    'The browser does not let this page hear you. Allow the microphone beside the address, or type to Luna.',
  missing: 'No microphone was found. Plug one in, or type to Luna.',
} as const;

export function MicrophoneNotice() {
  const { phase, microphone, mode } = useCall();
  const client = useCallClient();
  // A script hears nobody: there a microphone is a pleasure and no need.
  if (phase.at !== 'live' || mode === 'scripted') return null;
  if (microphone === 'muted') return <p className="text-sm text-soft">Your microphone is muted.</p>;
  if (microphone !== 'refused' && microphone !== 'missing') return null;
  return (
    <div
      role="alert"
      className="flex w-full max-w-md animate-rise flex-wrap items-center gap-3 rounded-control bg-danger-wash p-3 text-sm"
    >
      <MicOff size={20} aria-hidden className="shrink-0 text-danger-ink" />
      <p className="min-w-48 flex-1">{NO_MICROPHONE[microphone]}</p>
      <Button onClick={client.askForMicrophone}>Try again</Button>
    </div>
  );
}
