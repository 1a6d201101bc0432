/** Luna herself: rings go out from her while the line rings, and her halo follows her voice. */
import { useEffect, useRef } from 'react';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { loudness } from './loudness.ts';
import { useCall, useCallClient } from './use-call.ts';

/** At her loudest the halo is this much larger than her. */
const HALO = 0.28;

export function LunaFace() {
  const { phase, escalation } = useCall();
  const client = useCallClient();
  const halo = useRef<HTMLSpanElement>(null);
  const live = phase.at === 'live';
  useEffect(() => {
    const element = halo.current;
    if (!live || element === null) return;
    let frame = requestAnimationFrame(function draw() {
      element.style.scale = String(1 + HALO * loudness(client.meters('luna')));
      frame = requestAnimationFrame(draw);
    });
    return () => {
      cancelAnimationFrame(frame);
      element.style.scale = '1';
    };
  }, [live, client]);
  // What was handed over matters more than she does.
  const size = escalation === undefined ? sizeOf(live) : 'size-16';
  return (
    <div className={`relative grid shrink-0 place-items-center ${size}`}>
      {phase.at === 'ringing' && (
        <>
          <span className="absolute inset-0 animate-ripple rounded-full bg-luna" />
          <span className="absolute inset-0 animate-ripple rounded-full bg-luna [animation-delay:600ms]" />
        </>
      )}
      <span
        ref={halo}
        className="absolute inset-0 rounded-full bg-luna opacity-20 motion-reduce:scale-100!"
      />
      <span
        className={`absolute inset-0 rounded-full bg-linear-145 from-luna to-luna-deep shadow-card transition-[filter] duration-500 ${phase.at === 'ended' ? 'saturate-40' : ''}`}
      />
      <MoonMark className="relative size-3/5 text-white" />
    </div>
  );
}

function sizeOf(live: boolean): string {
  return live ? 'size-16 sm:size-24 md:size-28 lg:size-32' : 'size-28 md:size-36 lg:size-40';
}
