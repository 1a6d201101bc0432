/** What a server says that does not open a WebSocket: the beginning of its answer, whatever becomes of the rest. */
import type { IncomingMessage } from 'node:http';

const MAX_CHARACTERS = 8 * 1024;

/** Resolves at the end of the answer, or where it breaks off. Never rejects. */
export async function readRefusal(response: IncomingMessage): Promise<string> {
  let body = '';
  response.setEncoding('utf8');
  try {
    for await (const chunk of response) {
      body += String(chunk);
      if (body.length >= MAX_CHARACTERS) break;
    }
  } catch {
    return body; // the status says enough
  }
  return body.slice(0, MAX_CHARACTERS);
}
