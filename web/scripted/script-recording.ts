/** The server's recording of a line; without it the line is shown at the pace of speech. */
import { readWav } from '#audio/wav.ts';

const WIRE_RATE_HZ = 24_000;
/** Longer than a line that must be synthesized first; then the conversation goes on in writing. */
const PATIENCE_MS = 6_000;

/** 24 kHz, mono; undefined where there is no server, or no voice. */
export async function recordingOf(
  scenario: string,
  n: number,
  signal: AbortSignal,
): Promise<Int16Array | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(`/api/scripts/${encodeURIComponent(scenario)}/speech/${n}`, {
      signal: limit,
    });
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const read = readWav(bytes, { rateHz: WIRE_RATE_HZ, channels: 1 });
    return read.ok ? read.wav.channels[0] : undefined;
  } catch {
    return undefined; // said in writing
  }
}

/** Tells the server that a script was played; nobody waits for it, and without a server nobody counts. */
export function reportPlayed(
  scenario: string,
  played: { seconds: number; outcome: 'contained' | 'escalated' | 'abandoned' },
): void {
  fetch(`/api/scripts/${encodeURIComponent(scenario)}/played`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(played),
    keepalive: true,
  }).catch(() => undefined);
}
