/** The figures at the foot of the page, asked for again whenever a call has ended. */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

const Figures = z.object({
  calls: z.number(),
  contained: z.number(),
  escalated: z.number(),
  averageHandlingSeconds: z.nullable(z.number()),
  modes: z.object({ ai: z.number(), local: z.number(), scripted: z.number() }),
});
export type Figures = z.infer<typeof Figures>;

const COUNTED_AFTER_MS = 2_500;

/** Undefined until the server has told. */
export function useFigures(onCall: boolean): Figures | undefined {
  const [figures, setFigures] = useState<Figures | undefined>(undefined);
  useEffect(() => {
    if (onCall) return;
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      const response = await fetch('/api/figures', { signal: leaving.signal });
      if (response.ok) setFigures(Figures.parse(await response.json()));
    };
    // Old figures are better than none while the server is away.
    const show = (): void => void load().catch(() => setFigures((old) => old));
    show();
    // The call that has just ended is counted a moment later.
    const again = setTimeout(show, COUNTED_AFTER_MS);
    return () => {
      clearTimeout(again);
      leaving.abort();
    };
  }, [onCall]);
  return figures;
}
