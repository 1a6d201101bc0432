import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventData } from './event-stream.ts';

async function read(pieces: readonly (Uint8Array | string)[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const data: string[] = [];
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
  }
  for await (const one of eventData(bytes())) data.push(one);
  return data;
}

test.each([
  ['one event', 'data: a\n\n', ['a']],
  ['no space after the colon', 'data:a\n\n', ['a']],
  ['only the first space is dropped', 'data:  a\n\n', [' a']],
  ['several lines', 'data: a\ndata: b\ndata\n\n', ['a\nb\n']],
  ['comments and other fields', ': ping\nevent: x\nid: 1\nretry: 5\ndata: a\n\n', ['a']],
  ['an event without data is none', 'event: x\n\ndata: a\n\n', ['a']],
  ['carriage returns', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
  ['what no blank line has ended', 'data: a\n\ndata: b\n', ['a']],
  ['a byte order mark', '\uFEFFdata: a\n\n', ['a']],
])('%s', async (_, text, data) => {
  expect(await read([text])).toEqual(data);
});

test('however the bytes are cut, the same events come of them', async () => {
  const data = fc.string({ unit: fc.constantFrom('a', 'é', '🙂', ' ', ':', '{"x":1}') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(data, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(7), { minLength: 1, maxLength: 9 }),
      async (events, newline, sizes) => {
        const text = events.map((one) => `data: ${one}${newline}${newline}`).join('');
        // The last CR of a stream still waits for its LF: what follows lets it go.
        const bytes = new TextEncoder().encode(`${text}: end${newline}`);
        const pieces: Uint8Array[] = [];
        for (let at = 0, n = 0; at < bytes.length; n++) {
          const size = 1 + (sizes[n % sizes.length] ?? 0);
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(await read(pieces)).toEqual(events);
      },
    ),
  );
});

test('a line without an end does not fill the memory', async () => {
  const piece = 'x'.repeat(400_000);
  await expect(read(['data: ', piece, piece, piece])).rejects.toThrow(RangeError);
});
