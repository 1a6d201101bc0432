/** Before the first call from this device: that it is recorded. Whoever has begun a call has read it. */
import { useEffect, useState } from 'react';
import { useCall } from './use-call.ts';

const KEY = 'luna.consent';

export function ConsentLine() {
  const { phase } = useCall();
  const [given] = useState(() => localStorage.getItem(KEY) !== null);
  const begun = phase.at !== 'idle';
  useEffect(() => {
    if (begun) localStorage.setItem(KEY, 'given');
  }, [begun]);
  if (given || begun) return null;
  return (
    <p className="max-w-xs text-center text-sm text-balance text-soft">
      Calls are recorded on this server, personal data masked. By starting one you agree.
    </p>
  );
}
