/** While both speak: who does, how loud, and the way back to writing. */
import { MicOff } from 'lucide-react';
import { activityOf, phraseFor } from '#web/caller/activity.ts';
import { NO_MICROPHONE } from '#web/caller/microphone-notice.tsx';
import { Waveform } from '#web/caller/waveform.tsx';
import { Button } from '#web/ui/button.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';

export function VoiceBar({ assistant }: { assistant: string }) {
  const { voice, call } = useInsights();
  const { hush, meters } = useInsightsClient();
  if (voice === 'off') return null;
  const { microphone } = call;
  const deaf = microphone === 'refused' || microphone === 'missing' ? microphone : undefined;
  return (
    <div className="flex animate-rise flex-col gap-2 border-t border-line bg-(image:--glow) p-3">
      {deaf !== undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {NO_MICROPHONE[deaf]}
        </p>
      )}
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold">
            {voice === 'starting'
              ? 'Switching the microphone on'
              : phraseFor(activityOf(call), assistant)}
          </p>
          <Waveform assistant={assistant} meters={meters} small />
        </div>
        <Button onClick={hush}>
          <MicOff size={18} aria-hidden /> Stop talking
        </Button>
      </div>
    </div>
  );
}
