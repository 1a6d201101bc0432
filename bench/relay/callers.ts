/** Callers who speak 20 ms every 20 ms and note when each piece comes back: `callers.ts URL CALLS SECONDS`. */
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';

const FRAME_MS = 20;
/** 960 bytes of sound in base64; the first 16 characters tell when it was sent. */
const SOUND = 'A'.repeat(1_280);
const STAMP = 16;
/** Where nobody is in step any more: connections, first compilations. */
const WARM_UP_MS = 3_000;

const [url = '', calls = '1', seconds = '1'] = process.argv.slice(2);
const lines = await Promise.all(Array.from({ length: Number(calls) }, () => dial()));
const roundTripsMs: number[] = [];
let isMeasuring = false;
const startedAt = performance.now();
const callers = lines.map((line, index) => speak(line, (FRAME_MS * index) / lines.length));
await wait(WARM_UP_MS);
process.send?.({ warm: true });
isMeasuring = true;
await wait(Number(seconds) * 1_000);
isMeasuring = false;
process.send?.({
  roundTripsMs,
  open: lines.filter((line) => line.readyState === line.OPEN).length,
});
process.once('message', () => process.exit());
await Promise.all(callers);

async function dial(): Promise<WebSocket> {
  const line = new WebSocket(url, { perMessageDeflate: false });
  const ready = Promise.withResolvers<void>();
  line.on('error', ready.reject);
  line.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.includes('"session.created"')) {
      const session = { type: 'realtime', output_modalities: ['audio'] };
      line.send(JSON.stringify({ type: 'session.update', session }));
    } else if (text.includes('"session.updated"')) ready.resolve();
    else if (text.includes('"response.output_audio.delta"')) arrived(text);
    else if (text.includes('"type":"error"')) ready.reject(new Error(text));
  });
  await ready.promise;
  return line;
}

function arrived(text: string): void {
  if (!isMeasuring) return;
  const at = text.indexOf('"delta":"') + 9;
  const sentAt = Number(text.slice(at, at + STAMP)) / 1_000;
  roundTripsMs.push(performance.now() - startedAt - sentAt);
}

/** On a grid: whoever is late is not slower for it. */
async function speak(line: WebSocket, offsetMs: number): Promise<void> {
  for (let due = offsetMs; line.readyState === line.OPEN; due += FRAME_MS) {
    await wait(Math.max(0, due - (performance.now() - startedAt)));
    // Digits are letters of base64 too.
    const micros = Math.round((performance.now() - startedAt) * 1_000);
    const audio = String(micros).padStart(STAMP, '0') + SOUND.slice(STAMP);
    line.send(`{"type":"input_audio_buffer.append","audio":"${audio}"}`);
  }
}
