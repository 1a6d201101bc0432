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
  const before = useRef(onCall);
  // The button under the finger changes its meaning: the keyboard's place goes with it.
  useEffect(() => {
    if (before.current !== onCall) main.current?.focus();
    before.current = onCall;
  }, [onCall]);
  if (!onCall)
    return (
      <Button
        ref={main}
        look="primary"
        className="min-h-14 rounded-full px-8 text-lg"
        disabled={scenario === undefined}
        onClick={() => scenario && client.start(scenario.id)}
      >
        <Phone size={22} aria-hidden /> {phase.at === 'ended' ? 'Call again' : 'Start call'}
      </Button>
    );
  return (
    <div className="flex items-center gap-3">
      {phase.at === 'live' && <MuteButton />}
      <Button
        ref={main}
        look="danger"
        className="min-h-14 rounded-full px-8 text-lg"
        onClick={client.hangUp}
      >
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
