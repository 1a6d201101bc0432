/** Before the call: does the microphone hear anything? */
import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { openSoundCheck, type OpenedSoundCheck } from '#web/audio/sound-check.ts';
import { LevelMeter } from './level-meter.tsx';
import { NO_MICROPHONE } from './microphone-notice.tsx';
import { useDevicesClient } from '#web/audio/use-devices.ts';

export function SoundCheck() {
  const devices = useDevicesClient();
  const [check, setCheck] = useState<OpenedSoundCheck | undefined>(undefined);
  const open = useRef<OpenedSoundCheck | undefined>(undefined);
  useEffect(() => () => closed(open.current), []);
  const toggle = async (): Promise<void> => {
    closed(open.current);
    open.current = open.current?.ok === true ? undefined : await openSoundCheck(devices);
    setCheck(open.current);
  };
  return (
    <div className="flex flex-col items-center gap-1">
      <button
        type="button"
        aria-expanded={check?.ok === true}
        onClick={() => void toggle()}
        className="flex min-h-11 items-center gap-1.5 rounded-control px-2 text-sm text-soft underline decoration-line underline-offset-4 hover:text-ink"
      >
        <Mic size={16} aria-hidden /> {check?.ok === true ? 'Stop the test' : 'Test microphone'}
      </button>
      {check?.ok === true && <LevelMeter meters={check.meters} />}
      {check?.ok === false && (
        <p role="alert" className="max-w-xs text-center text-sm text-danger-ink">
          {NO_MICROPHONE[check.why]}
        </p>
      )}
    </div>
  );
}

function closed(check: OpenedSoundCheck | undefined): void {
  if (check?.ok === true) check.close();
}
