/** Luna herself: rings go out from her while the line rings, and her halo follows her voice. */
import { useEffect, useRef } from 'react';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { loudness } from './loudness.ts';
import { useCall, useCallClient } from './use-call.ts';

export function LunaFace() {
  const { phase } = useCall();
  const client = useCallClient();
  const halo = useRef<HTMLSpanElement>(null);
  const live = phase.at === 'live';
  useEffect(() => {
    const element = halo.current;
    if (!live || element === null) return;
    let frame = requestAnimationFrame(function draw() {
      element.style.transform = `scale(${1 + 0.55 * loudness(client.analyser('luna'))})`;
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [live, client]);
  const size = live ? 'size-24 sm:size-32 lg:size-40' : 'size-28 sm:size-36 lg:size-44';
  return (
    <div className={`relative grid shrink-0 place-items-center transition-all ${size}`}>
      {phase.at === 'ringing' && (
        <span className="absolute inset-0 animate-ripple rounded-full bg-luna" />
      )}
      <span
        ref={halo}
        className="absolute inset-0 rounded-full bg-luna opacity-20 motion-reduce:transform-none!"
      />
      <span
        className={`absolute inset-0 rounded-full bg-linear-145 from-luna to-accent-fill-hover shadow-card transition-[filter] duration-500 ${phase.at === 'ended' ? 'grayscale' : ''}`}
      />
      <MoonMark className="relative size-3/5 text-white" />
    </div>
  );
}
