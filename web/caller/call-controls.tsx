/** Start, mute, end. */
import { Mic, MicOff, Phone, PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Tip } from '#web/ui/tip.tsx';
import type { Scenario } from './directory.ts';
import { useCall, useCallClient } from './use-call.ts';

export function CallControls({ scenario }: { scenario: Scenario | undefined }) {
  const { phase } = useCall();
  const client = useCallClient();
  const main = useRef<HTMLButtonElement>(null);
  const onCall = phase.at === 'ringing' || phase.at === 'live';
  const begun = phase.at !== 'idle';
  // The button under the finger gives way to another: the keyboard's place goes to that one.
  useEffect(() => {
    if (begun) main.current?.focus();
  }, [begun]);
  if (!onCall)
    return (
      <Button
        ref={main}
        look="primary"
        size="large"
        disabled={scenario === undefined}
        onClick={() => scenario && client.start(scenario.id)}
      >
        <Phone size={22} aria-hidden /> {phase.at === 'ended' ? 'Call again' : 'Start call'}
      </Button>
    );
  return (
    <div className="flex items-center gap-3">
      {phase.at === 'live' && <MuteButton />}
      <Button ref={main} look="danger" size="large" onClick={client.hangUp}>
        <PhoneOff size={22} aria-hidden /> End call
      </Button>
    </div>
  );
}

function MuteButton() {
  const { microphone } = useCall();
  const client = useCallClient();
  const muted = microphone === 'muted';
  const label = muted ? 'Unmute microphone' : 'Mute microphone';
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={muted}
        disabled={microphone !== 'open' && !muted}
        onClick={() => client.setMuted(!muted)}
        className="grid size-14 place-items-center rounded-full bg-raised transition-colors enabled:hover:bg-line disabled:opacity-45 aria-pressed:bg-ink aria-pressed:text-canvas"
      >
        {muted ? <MicOff size={22} aria-hidden /> : <Mic size={22} aria-hidden />}
      </button>
    </Tip>
  );
}
