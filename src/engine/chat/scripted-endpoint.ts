/** For tests: a chat endpoint on a real port that answers by script and remembers what it was asked. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as breath } from 'node:timers/promises';

export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly stream: boolean;
    readonly messages: {
      role: string;
      content: string | null;
      tool_call_id?: string;
      tool_calls?: { id: string; function: { name: string; arguments: string } }[];
    }[];
    readonly tools?: { function: { name: string; parameters: Record<string, unknown> } }[];
    readonly tool_choice?: unknown;
  };
  /** Resolves when the connection is closed. */
  readonly closed: Promise<unknown>;
}

/** How one request is answered. */
export type Answer = (response: ServerResponse, request: ChatRequest) => unknown;

export interface ScriptedEndpoint extends AsyncDisposable {
  readonly url: string;
  readonly asked: ChatRequest[];
}

/** The answers one after the other; the last one stays. */
export async function startEndpoint(...answers: readonly Answer[]): Promise<ScriptedEndpoint> {
  const asked: ChatRequest[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body: Buffer[] = [];
    for await (const piece of request) body.push(piece as Buffer);
    const one: ChatRequest = {
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(body).toString()) as ChatRequest['body'],
      closed: once(response, 'close'),
    };
    asked.push(one);
    await answers[Math.min(asked.length, answers.length) - 1]?.(response, one);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Spoken {
  /** The words, in the pieces in which the model thinks of them. */
  readonly words?: readonly string[];
  readonly calls?: readonly { readonly name: string; readonly arguments: object }[];
}

/** One answer as servers stream it; a call's arguments come in fragments of a few letters. */
export function chunksOf({ words = [], calls = [] }: Spoken): object[] {
  const deltas: object[] = [{ role: 'assistant', content: '' }];
  for (const content of words) deltas.push({ content });
  for (const [index, { name, arguments: args }] of calls.entries()) {
    const opening = { index, id: `call_${index}`, type: 'function' };
    deltas.push({ tool_calls: [{ ...opening, function: { name, arguments: '' } }] });
    for (const part of JSON.stringify(args).match(/.{1,5}/gs) ?? [])
      deltas.push({ tool_calls: [{ index, function: { arguments: part } }] });
  }
  const finish_reason = calls.length > 0 ? 'tool_calls' : 'stop';
  return [
    ...deltas.map((delta) => ({ choices: [{ index: 0, delta, finish_reason: null }] })),
    { choices: [{ index: 0, delta: {}, finish_reason }] },
    { choices: [], usage: { total_tokens: 7 } },
  ];
}

/** Sent in pieces of so many bytes, each by itself. */
export function streamed(chunks: readonly object[], pieceBytes = 10_000, newline = '\n'): Answer {
  return async (response) => {
    const events = [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'];
    const text = events.map((data) => `data: ${data}${newline}${newline}`).join('');
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      response.write(bytes.subarray(at, at + pieceBytes));
      await breath();
    }
    response.end();
  };
}

export function says(...words: readonly string[]): Answer {
  return streamed(chunksOf({ words }));
}

/** The beginning of an answer, and then nothing. */
export function begins(...words: readonly string[]): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const content of words)
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
  };
}

/** The beginning of an answer, and then the connection breaks. */
export function breaksOff(...words: readonly string[]): Answer {
  return async (response, request) => {
    await begins(...words)(response, request);
    await breath();
    response.destroy();
  };
}

export function fails(status: number, body = ''): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  };
}
