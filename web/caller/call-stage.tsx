/** The middle of the page: Luna, how the call stands, and what the caller can do about it. */
import { CallControls } from './call-controls.tsx';
import { CallStatus } from './call-status.tsx';
import { CallTimer } from './call-timer.tsx';
import { Confirmation } from './confirmation.tsx';
import { ConsentLine } from './consent-line.tsx';
import type { Scenario } from './directory.ts';
import { EscalationSummary } from './escalation-card.tsx';
import { IdentityMark } from './identity-mark.tsx';
import { LunaFace } from './luna-face.tsx';
import { MicrophoneNotice } from './microphone-notice.tsx';
import { ScriptedMark } from './scripted-mark.tsx';
import { Toast } from './toast.tsx';
import { Transfer } from './transfer.tsx';
import { useCall } from './use-call.ts';
import { Waveform } from './waveform.tsx';

interface CallStageProps {
  assistant: string;
  scenario: Scenario | undefined;
}

export function CallStage({ assistant, scenario }: CallStageProps) {
  const { phase, confirmation, escalation } = useCall();
  const live = phase.at === 'live';
  const onCall = live || phase.at === 'ringing';
  return (
    <section
      aria-label="Call"
      className="flex flex-col items-center gap-4 overflow-y-auto rounded-card border border-line bg-surface bg-(image:--glow) p-4 shadow-card sm:gap-6 sm:p-6"
    >
      {live && (
        <div className="flex w-full items-center justify-between gap-2">
          <IdentityMark />
          <CallTimer sinceMs={phase.sinceMs} />
        </div>
      )}
      <div
        className={`my-auto flex items-center justify-center ${escalation === undefined ? 'gap-4 py-1 sm:gap-6 md:flex-col md:py-6' : 'gap-4'} ${live ? 'flex-row' : 'flex-col py-6'}`}
      >
        <LunaFace />
        <CallStatus assistant={assistant} />
        {!onCall && <CallControls scenario={scenario} />}
        <ConsentLine />
      </div>
      {live && <Waveform assistant={assistant} />}
      <Transfer assistant={assistant} />
      {escalation !== undefined && <EscalationSummary card={escalation} />}
      {confirmation !== undefined && <Confirmation text={confirmation} />}
      <MicrophoneNotice />
      <ScriptedMark assistant={assistant} />
      {onCall && <CallControls scenario={scenario} />}
      <Toast />
    </section>
  );
}
