/**
 * A client of `/voice` in sixty lines: asks what a WAV file says (16 bit, 24 kHz, mono), prints what is said and
 * drawn, and keeps Luna's voice.
 *
 *   node examples/voice-client.ts question.wav [ws://127.0.0.1:8090/voice?provider=azure] [answer.wav]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { WebSocket } from 'ws';

const [, , question = 'question.wav', url = 'ws://127.0.0.1:8090/voice', answer = 'answer.wav'] =
  process.argv;
const FRAME_BYTES = 4_800; // 100 ms of 24 kHz PCM16
const HEADER_BYTES = 44;

const sound = readFileSync(question).subarray(HEADER_BYTES);
const silence = Buffer.alloc(FRAME_BYTES);
const heard: Buffer[] = [];
const luna = new WebSocket(url);
const send = (frame: object): void => luna.send(JSON.stringify(frame));

let at = 0;
let microphone: NodeJS.Timeout | undefined;
/** A microphone never stops: after the question comes silence. */
function speak(): void {
  const frame = at < sound.length ? sound.subarray(at, at + FRAME_BYTES) : silence;
  at += FRAME_BYTES;
  send({ type: 'audio', data: frame.toString('base64') });
}

luna.on('message', (data: Buffer) => {
  const frame = JSON.parse(data.toString()) as Record<string, string>;
  if (frame['type'] === 'audio') heard.push(Buffer.from(frame['data'] ?? '', 'base64'));
  else console.log(JSON.stringify(frame).slice(0, 400));
  // She has greeted: now it is our turn.
  if (frame['role'] === 'assistant') {
    if (microphone === undefined) microphone = setInterval(speak, 100);
    else setTimeout(() => send({ type: 'stop' }), 3_000);
  }
});
luna.on('error', ({ message }) => console.error(message));
luna.on('close', () => {
  clearInterval(microphone);
  writeFileSync(answer, wav(Buffer.concat(heard)));
});

function wav(samples: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt32LE(0x1_0001, 20); // PCM, mono
  header.writeUInt32LE(24_000, 24);
  header.writeUInt32LE(48_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
