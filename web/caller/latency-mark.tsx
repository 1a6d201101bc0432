/** How long the caller waited for this answer, and where the time went. */
import { Timer } from 'lucide-react';
import { Tip } from '#web/ui/tip.tsx';
import type { TurnLatency } from './line.ts';

export function LatencyMark({ latency }: { latency: TurnLatency }) {
  const parts = [
    ['End of speech noticed', latency.endDetectedMs],
    ['Words recognised', latency.recognisedMs],
    ['First sound', latency.firstAudioMs],
  ] as const;
  const breakdown = (
    <dl className="grid grid-cols-[auto_auto] gap-x-4">
      {parts.map(([label, ms]) => (
        <div key={label} className="contents">
          <dt>{label}</dt>
          <dd className="text-right tabular-nums">{Math.round(ms)} ms</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Tip text={breakdown}>
      <button
        type="button"
        className="mt-0.5 inline-flex items-center gap-1 rounded text-xs text-soft tabular-nums hover:text-ink"
      >
        <Timer size={12} aria-hidden />
        <span className="sr-only">Answered after </span>
        {Math.round(latency.voiceToVoiceMs)} ms
      </button>
    </Tip>
  );
}
