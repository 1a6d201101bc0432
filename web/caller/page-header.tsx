/** Whose page this is, and how it looks. */
import { Settings } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { IconButton } from '#web/ui/icon-button.tsx';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { ThemeToggle } from '#web/ui/theme-toggle.tsx';

/** Comes when the gear is pointed at: a first visit does not wait for it. */
const loadSettings = () => import('#web/settings/settings-dialog.tsx');
const prepare = (): void => void loadSettings();
const SettingsDialog = lazy(async () => ({ default: (await loadSettings()).SettingsDialog }));

export function PageHeader({ assistant, bank }: { assistant: string; bank: string | undefined }) {
  const gear = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Once opened it stays, so that closing it can be seen.
  const [wanted, setWanted] = useState(false);
  const show = (): void => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <header className="flex h-16 shrink-0 items-center gap-1 lg:h-18">
      <h1 className="mr-auto min-w-0">
        <a href="/" className="flex items-center gap-3 rounded-control pr-2">
          <span className="grid size-10 shrink-0 place-items-center rounded-control bg-linear-145 from-luna to-luna-deep text-white shadow-card">
            <MoonMark className="size-6" />
          </span>
          <span className="min-w-0">
            <span className="block text-lg leading-6 font-bold tracking-tight">
              {assistant}
              <span className="sr-only">, home</span>
            </span>
            <span className="block truncate text-sm leading-5 font-normal text-soft">
              {bank === undefined ? (
                'Voice assistant'
              ) : (
                <>
                  <span className="max-sm:sr-only">The voice of </span>
                  {bank}
                </>
              )}
            </span>
          </span>
        </a>
      </h1>
      <ThemeToggle />
      <IconButton
        ref={gear}
        label="Settings"
        onClick={show}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        <Settings size={20} aria-hidden />
      </IconButton>
      {wanted && (
        <Suspense>
          <SettingsDialog opener={gear} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </header>
  );
}
