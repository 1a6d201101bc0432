/** Behind the gear: who answers, with which voice, through which microphone and speaker. */
import type { RefObject } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import { SettingsBody } from './settings-body.tsx';
import { useSettings } from './use-settings.ts';

interface SettingsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
  /** The provider has agreed to what was saved. */
  onSaved: () => void;
}

export function SettingsDialog({ open, onOpenChange, opener, onSaved }: SettingsDialogProps) {
  const { config } = useSettings();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      opener={opener}
      title="Settings"
      text="For this browser, from the next call on."
    >
      {config === undefined ? (
        <output className="block p-6 text-soft">
          The server does not answer, so there is nothing to set yet. Please try again in a moment.
        </output>
      ) : (
        <SettingsBody config={config} onClose={() => onOpenChange(false)} onSaved={onSaved} />
      )}
    </Dialog>
  );
}
