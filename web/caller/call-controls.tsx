/** Start, mute, type, end. */
import { Keyboard, Mic, MicOff, Phone, PhoneOff, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Tip } from '#web/ui/tip.tsx';
import { keyboardIsOut } from './call-state.ts';
import type { Scenario } from './directory.ts';
import { SoundCheck } from './sound-check.tsx';
import { useCall, useCallClient } from './use-call.ts';

export function CallControls({ scenario }: { scenario: Scenario | undefined }) {
  const { phase, escalation } = useCall();
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
      <div className="flex flex-col items-center gap-3">
        <Button
          ref={main}
          look="primary"
          size="large"
          disabled={scenario === undefined}
          onClick={() => scenario && client.start(scenario.id)}
        >
          <Phone size={22} aria-hidden /> {phase.at === 'ended' ? 'Call again' : 'Start call'}
        </Button>
        {escalation === undefined && (
          <div className="flex flex-wrap items-start justify-center gap-x-4">
            <button
              type="button"
              disabled={scenario === undefined}
              onClick={() => scenario && client.playScript(scenario.id)}
              className="min-h-11 rounded-control px-2 text-sm text-soft underline decoration-line underline-offset-4 hover:text-ink"
            >
              Play it by script
            </button>
            <SoundCheck />
          </div>
        )}
      </div>
    );
  return (
    <div className="flex items-center gap-2 xl:gap-3">
      {phase.at === 'live' && <Switches />}
      <Button
        ref={main}
        look="danger"
        size="large"
        onClick={client.hangUp}
        className="whitespace-nowrap max-xl:px-5 max-xl:text-base"
      >
        <PhoneOff size={22} aria-hidden /> End call
      </Button>
    </div>
  );
}

function Switches() {
  const state = useCall();
  const { microphone, speakerMuted, typing, mode } = state;
  const client = useCallClient();
  const muted = microphone === 'muted';
  // Where the voice does not help, the keyboard is out anyway.
  const always = keyboardIsOut(state) && !typing;
  return (
    <>
      {(microphone === 'open' || muted || mode !== 'scripted') && (
        <Switch
          label={muted ? 'Unmute microphone' : 'Mute microphone'}
          on={muted}
          disabled={microphone !== 'open' && !muted}
          onClick={() => client.setMuted(!muted)}
        >
          {muted ? <MicOff size={22} aria-hidden /> : <Mic size={22} aria-hidden />}
        </Switch>
      )}
      <Switch
        label={speakerMuted ? 'Unmute speaker' : 'Mute speaker'}
        on={speakerMuted}
        onClick={() => client.setSpeakerMuted(!speakerMuted)}
      >
        {speakerMuted ? <VolumeX size={22} aria-hidden /> : <Volume2 size={22} aria-hidden />}
      </Switch>
      {!always && (
        <Switch
          label={typing ? 'Hide the keyboard' : 'Type instead'}
          on={typing}
          onClick={() => client.setTyping(!typing)}
        >
          <Keyboard size={22} aria-hidden />
        </Switch>
      )}
    </>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Switch({ label, on, disabled = false, onClick, children }: SwitchProps) {
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={on}
        disabled={disabled}
        onClick={onClick}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-raised transition-colors enabled:hover:bg-line disabled:opacity-45 aria-pressed:bg-ink aria-pressed:text-canvas xl:size-14"
      >
        {children}
      </button>
    </Tip>
  );
}
