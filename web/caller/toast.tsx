/** A word at the edge of the page that goes by itself. */
import { Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { useCall, useCallClient } from './use-call.ts';

const SHOWN_MS = 8_000;

export function Toast() {
  const { toast } = useCall();
  const { closeToast } = useCallClient();
  useEffect(() => {
    if (toast === undefined) return;
    const timer = setTimeout(closeToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, closeToast]);
  if (toast === undefined) return null;
  return (
    <div className="fixed inset-x-3 top-3 z-20 mx-auto flex max-w-md animate-rise items-center gap-3 rounded-control bg-ink p-2 pl-4 text-canvas shadow-float">
      <Info size={20} aria-hidden className="shrink-0" />
      <p className="flex-1">{toast}</p>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={closeToast}
        className="grid size-11 shrink-0 place-items-center rounded-control"
      >
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
