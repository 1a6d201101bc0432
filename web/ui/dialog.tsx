/** A window over the page: its title and way out stay in sight, its middle scrolls. On a phone it is a sheet. */
import { X } from 'lucide-react';
import { Dialog as Window } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text: string;
  /** Where the keyboard goes when it closes. */
  opener: RefObject<HTMLElement | null>;
  children: ReactNode;
}

export function Dialog({ open, onOpenChange, title, text, opener, children }: DialogProps) {
  return (
    <Window.Root open={open} onOpenChange={onOpenChange}>
      <Window.Portal>
        <Window.Overlay className="fixed inset-0 z-20 animate-appear bg-veil" />
        <Window.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.current?.focus();
          }}
          className="fixed inset-x-0 bottom-0 z-30 mx-auto flex h-[94dvh] w-full max-w-2xl animate-rise flex-col overflow-hidden rounded-t-card border border-line bg-surface shadow-float outline-none sm:inset-y-0 sm:my-auto sm:h-[min(94dvh,50rem)] sm:max-h-none sm:w-[calc(100%-3rem)] sm:rounded-card"
        >
          <header className="flex shrink-0 items-start gap-3 border-b border-line py-4 pr-3 pl-5 sm:pl-6">
            <div className="min-w-0 flex-1">
              <Window.Title className="text-xl font-bold tracking-tight">{title}</Window.Title>
              <Window.Description className="mt-0.5 text-sm text-soft">{text}</Window.Description>
            </div>
            <Window.Close
              aria-label="Close"
              className="grid size-11 shrink-0 place-items-center rounded-full text-soft transition-colors hover:bg-raised hover:text-ink"
            >
              <X size={20} aria-hidden />
            </Window.Close>
          </header>
          {children}
        </Window.Content>
      </Window.Portal>
    </Window.Root>
  );
}
