/** Whose page this is, and how it looks. */
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { ThemeToggle } from '#web/ui/theme-toggle.tsx';

export function PageHeader({ assistant, bank }: { assistant: string; bank: string | undefined }) {
  return (
    <header className="flex h-16 shrink-0 items-center gap-3 lg:h-20">
      <span className="grid size-10 place-items-center rounded-control bg-accent-fill text-on-accent">
        <MoonMark className="size-6" />
      </span>
      <div className="min-w-0 flex-1 leading-tight">
        <h1 className="text-lg font-bold tracking-tight">{assistant}</h1>
        <p className="truncate text-sm text-soft">
          {bank === undefined ? 'Voice assistant' : `Voice assistant of ${bank}`}
        </p>
      </div>
      <ThemeToggle />
    </header>
  );
}
