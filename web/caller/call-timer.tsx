/** How long the call has lasted. */
import { useEffect, useState } from 'react';
import { useCallClient } from './use-call.ts';

export function CallTimer({ sinceMs }: { sinceMs: number }) {
  const client = useCallClient();
  const [lastedMs, setLastedMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLastedMs(client.now() - sinceMs), 250);
    return () => clearInterval(timer);
  }, [client, sinceMs]);
  return (
    <span role="timer" className="text-lg font-medium text-soft tabular-nums">
      {asMinutes(lastedMs)}
    </span>
  );
}

export function asMinutes(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
