/** The middle of the page: Luna, how the call stands, and what the caller can do about it. */
import { CallLunaAgain } from './call-luna-again.tsx';
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
import { Toast } from './toast.tsx';
import { Transfer } from './transfer.tsx';
import { useCall, useCallClient } from './use-call.ts';
import { Waveform } from './waveform.tsx';

interface CallStageProps {
  assistant: string;
  scenario: Scenario | undefined;
}

export function CallStage({ assistant, scenario }: CallStageProps) {
  const { phase, confirmation, escalation, colleague } = useCall();
  const { meters } = useCallClient();
  const live = phase.at === 'live';
  const onCall = live || phase.at === 'ringing';
  return (
    <section
      aria-label="Call"
      className="flex min-h-0 flex-col overflow-hidden rounded-card border border-line bg-surface bg-(image:--glow) shadow-card"
    >
      {live && (
        <div className="flex shrink-0 flex-wrap items-center justify-between gap-2 px-4 pt-4 sm:px-6 sm:pt-5">
          <IdentityMark />
          <CallLunaAgain assistant={assistant} />
          <CallTimer sinceMs={phase.sinceMs} />
        </div>
      )}
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
        tabIndex={onCall ? 0 : undefined}
        className="flex min-h-0 flex-1 flex-col items-center gap-4 overflow-y-auto p-4 sm:gap-5 sm:p-6"
      >
        <div
          className={`my-auto flex items-center justify-center ${escalation === undefined ? 'gap-4 py-1 sm:gap-6 md:flex-col md:py-3' : 'gap-4'} ${live ? 'flex-row' : 'flex-col py-4'}`}
        >
          {colleague === 'none' ? <LunaFace /> : <Transfer assistant={assistant} />}
          <CallStatus assistant={assistant} />
          {!onCall && escalation === undefined && <CallControls scenario={scenario} />}
          <ConsentLine />
        </div>
        {confirmation !== undefined && <Confirmation text={confirmation} />}
        {live && <Waveform assistant={assistant} meters={meters} />}
        {escalation !== undefined && <EscalationSummary card={escalation} />}
        <MicrophoneNotice />
      </div>
      {/* Whatever the call shows, its end stays in reach. */}
      {(onCall || escalation !== undefined) && (
        <div className="flex shrink-0 justify-center px-4 pb-4 sm:px-6 sm:pb-6">
          <CallControls scenario={scenario} />
        </div>
      )}
      <Toast />
    </section>
  );
}
