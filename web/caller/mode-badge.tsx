/** Who answers: a model with a key, Luna's own engine, the script, or nobody. */
import { Tip } from '#web/ui/tip.tsx';

export type Mode = 'ai' | 'local' | 'scripted' | 'none';

const BADGES: Readonly<Record<Mode, { label: string; look: string; why: string }>> = {
  ai: {
    label: 'AI mode',
    look: 'border-good-fill bg-good-fill text-white',
    why: 'A realtime speech model answers.',
  },
  local: {
    label: 'Local AI',
    look: 'border-good text-good',
    why: "Luna's own engine answers, on this server. No key, no cloud.",
  },
  scripted: {
    label: 'Scripted mode',
    look: 'border-edge bg-raised text-ink',
    why: 'A prepared conversation plays. Save a key in Settings to try AI mode again.',
  },
  none: {
    label: 'No key',
    look: 'border-danger bg-danger text-white',
    why: 'The chosen provider has no key. Add one in Settings.',
  },
};

export function ModeBadge({ mode }: { mode: Mode | undefined }) {
  if (mode === undefined) return <span aria-hidden className="h-7 w-24 rounded-full bg-raised" />;
  const { label, look, why } = BADGES[mode];
  return (
    <Tip text={why}>
      <button
        type="button"
        aria-label={`Mode: ${label}`}
        className={`inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm font-semibold whitespace-nowrap ${look}`}
      >
        <span className="size-1.5 rounded-full bg-current" aria-hidden />
        {label}
      </button>
    </Tip>
  );
}
