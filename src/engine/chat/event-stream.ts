/** Server-sent events: bytes in pieces of any size in, the data of one event after the other out. WHATWG HTML, 9.2.6. */
const LONGEST_LINE = 1_000_000;

/** Data that no blank line has ended was cut off, and is dropped, as the standard says. */
export async function* eventData(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for await (const piece of bytes) {
    rest += decoder.decode(piece, { stream: true });
    // A CR at the very end may be half of a CRLF: it waits for what follows.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new RangeError('a line of an event stream has no end');
    for (const line of lines) {
      if (line !== '') data.push(...dataIn(line));
      else if (data.length > 0) {
        yield data.join('\n');
        data = [];
      }
    }
  }
}

/** Comments, names, ids and retry times are not for us. */
function dataIn(line: string): string[] {
  if (line === 'data') return [''];
  return line.startsWith('data:') ? [line.slice(5).replace(/^ /, '')] : [];
}
