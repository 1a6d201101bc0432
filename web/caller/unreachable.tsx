/** There is a page but no server behind it. */
import { RotateCcw, WifiOff } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { useDirectory } from './use-directory.ts';

export function Unreachable() {
  const [, retry] = useDirectory();
  return (
    <main className="grid flex-1 place-items-center">
      <div
        role="alert"
        className="flex max-w-sm animate-rise flex-col items-center gap-3 text-center"
      >
        <span className="grid size-16 place-items-center rounded-full bg-danger-wash text-danger-ink">
          <WifiOff size={28} aria-hidden />
        </span>
        <h2 className="text-xl font-bold">The server cannot be reached</h2>
        <p className="text-soft">
          It may be starting, or the network may be down. This page keeps trying by itself.
        </p>
        <Button look="primary" className="mt-2" onClick={retry}>
          <RotateCcw size={18} aria-hidden /> Try now
        </Button>
      </div>
    </main>
  );
}
