/** Before the first call: that it is recorded. Whoever has started one has read it; the browser remembers. */
import { useState } from 'react';

const KEY = 'luna.consent';

export function Consent() {
  const [known] = useState(() => localStorage.getItem(KEY) !== null);
  if (known) return null;
  return (
    <p className="max-w-xs text-center text-sm text-soft">
      Calls are recorded for the bank’s records and for quality. By starting a call you agree.
    </p>
  );
}

export function rememberConsent(): void {
  localStorage.setItem(KEY, new Date().toISOString());
}
