/** Whose page this is, and how it looks. */
import { Settings, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '#web/ui/icon-button.tsx';
import { MoonMark } from '#web/ui/moon-mark.tsx';
import { ThemeToggle } from '#web/ui/theme-toggle.tsx';

/** Comes when the gear is pointed at: a first visit does not wait for it. */
const loadSettings = () => import('#web/settings/settings-dialog.tsx');
const prepare = (): void => void loadSettings();
const SettingsDialog = lazy(async () => ({ default: (await loadSettings()).SettingsDialog }));

interface PageHeaderProps {
  assistant: string;
  bank: string | undefined;
  /** Where else one can go. */
  children: ReactNode;
  onSettingsSaved: () => void;
}

export function PageHeader({ assistant, bank, children, onSettingsSaved }: PageHeaderProps) {
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
      {children}
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
          <SettingsDialog
            opener={gear}
            open={open}
            onOpenChange={setOpen}
            onSaved={onSettingsSaved}
          />
        </Suspense>
      )}
    </header>
  );
}

interface HeaderLinkProps {
  href: string;
  label: string;
  Icon: LucideIcon;
}

/** The way to Luna's other page. */
export function HeaderLink({ href, label, Icon }: HeaderLinkProps) {
  return (
    <a
      href={href}
      className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full text-sm font-semibold text-soft transition-colors hover:bg-raised hover:text-ink sm:px-4"
    >
      <Icon size={20} aria-hidden />
      <span className="max-sm:sr-only">{label}</span>
    </a>
  );
}
