/** The modes and personas that this house has; until it has told, the usual ones. */
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

const Manners = z.object({
  modes: z.array(z.object({ id: z.string(), name: z.string() })),
  personas: z.array(z.object({ id: z.string(), name: z.string(), manner: z.string() })),
});
type Manners = z.infer<typeof Manners>;

const USUAL: Manners = {
  modes: [
    { id: 'executive', name: 'executive briefing' },
    { id: 'analyst', name: 'analyst' },
    { id: 'coach', name: 'coach' },
  ],
  personas: [{ id: 'luna', name: 'Luna', manner: 'warm and professional' }],
};

export function useManners(): Manners {
  const [manners, setManners] = useState(USUAL);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      const response = await fetch('/api/insights', { signal: leaving.signal });
      if (response.ok) setManners(Manners.parse(await response.json()));
    };
    // The usual ones serve while the server is away.
    load().catch(() => setManners((old) => old));
    return () => leaving.abort();
  }, []);
  return manners;
}
