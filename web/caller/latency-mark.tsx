/** How long the caller waited for this answer; opened, where the time went. */
import { Timer } from 'lucide-react';
import type { TurnLatency } from './line.ts';

export function LatencyMark({ latency }: { latency: TurnLatency }) {
  const { voiceToVoiceMs, endDetectedMs, recognisedMs, firstAudioMs } = latency;
  const parts = [
    ['End of speech noticed', endDetectedMs, 'bg-caller'],
    ['Words recognised', recognisedMs, 'bg-soft'],
    ['First sound', firstAudioMs, 'bg-luna'],
  ] as const;
  return (
    <details className="group mt-0.5 text-xs text-soft tabular-nums">
      <summary className="inline-flex list-none items-center gap-1 rounded hover:text-ink">
        <Timer size={12} aria-hidden />
        <span className="sr-only">Answered after </span>
        {Math.round(voiceToVoiceMs)} ms
        <span className="sr-only">: where the time went</span>
      </summary>
      <div className="mt-1.5 w-64 max-w-full rounded-control bg-raised p-3">
        <div aria-hidden className="mb-2 flex h-1.5 overflow-hidden rounded-full bg-line">
          {parts.map(([label, ms, colour]) => (
            <span
              key={label}
              className={colour}
              style={{ width: `${(100 * ms) / Math.max(1, voiceToVoiceMs)}%` }}
            />
          ))}
        </div>
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
          {parts.map(([label, ms, colour]) => (
            <div key={label} className="contents">
              <dt className="flex items-center gap-1.5">
                <span aria-hidden className={`size-2 rounded-full ${colour}`} />
                {label}
              </dt>
              <dd className="text-right">{Math.round(ms)} ms</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
