/** The middle of the page: Luna, how the call stands, and what the caller can do about it. */
import { CallControls } from './call-controls.tsx';
import { CallStatus } from './call-status.tsx';
import { Confirmation } from './confirmation.tsx';
import type { Scenario } from './directory.ts';
import { IdentityMark } from './identity-mark.tsx';
import { LunaFace } from './luna-face.tsx';
import { MicrophoneNotice } from './microphone-notice.tsx';
import { useCall } from './use-call.ts';
import { Waveform } from './waveform.tsx';

interface CallStageProps {
  assistant: string;
  scenario: Scenario | undefined;
}

export function CallStage({ assistant, scenario }: CallStageProps) {
  const { phase, confirmation } = useCall();
  const live = phase.at === 'live';
  return (
    <section
      aria-label="Call"
      className="relative flex flex-col items-center justify-center gap-4 overflow-hidden rounded-card border border-line bg-surface p-5 shadow-card sm:gap-6 sm:p-8 md:min-h-[32rem] lg:min-h-0"
    >
      {live && <IdentityMark />}
      <LunaFace />
      <CallStatus assistant={assistant} scenario={scenario} />
      {live && <Waveform assistant={assistant} />}
      {confirmation !== undefined && <Confirmation text={confirmation} />}
      <CallControls scenario={scenario} />
      <MicrophoneNotice />
    </section>
  );
}
