/** One session with a speech model elsewhere: a thin shell around its WebSocket. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { CallError } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { Log } from '#lib/log.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { ConnectOptions, ProviderSession } from '#providers/provider.ts';
import { agreement } from './agreement.ts';
import { asCallError, diagnose, type Symptom } from './failure.ts';
import { isSound, objectIn, readServerEvent } from './frames.ts';
import { LIMITS, type Limits, type Line, type LineParts } from './line.ts';
import { readRefusal } from './refusal.ts';
import { CALM, troubleIn } from './trouble.ts';

/** A frame larger than this is no event of this protocol, whose limit is 15 MiB of audio. */
const MAX_FRAME_BYTES = 32 * 1024 * 1024;

const AS_TEXT = { binary: false };

/** Resolves once the service has agreed to `options.session`. Rejects with a CallError, or the signal's reason. */
export async function openLine(
  line: Line,
  options: ConnectOptions,
  parts: LineParts,
): Promise<ProviderSession> {
  options.signal.throwIfAborted();
  const connection = new Connection(line, options, parts);
  await connection.ready;
  return connection;
}

class Connection implements ProviderSession {
  readonly #line: Line;
  readonly #options: ConnectOptions;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #limits: Limits;
  readonly #agreed = Promise.withResolvers<void>();
  readonly #gone = Promise.withResolvers<void>();
  readonly #ended = new AbortController();
  /** Recognises the answer to our own session.update. */
  readonly #answers: ReturnType<typeof agreement>;
  #state: 'connecting' | 'open' | 'over' = 'connecting';
  #socket: WebSocket | undefined;
  #secrets: readonly string[] = [];
  #heardFrom = true;
  #stopTimer: () => void;
  #trouble = CALM;
  /** The WebSocket was open once. */
  #reached = false;
  #broke = '';
  readonly #dropped = new Set<string>();

  constructor(line: Line, options: ConnectOptions, { clock, log, limits }: LineParts) {
    this.#line = line;
    this.#options = options;
    this.#clock = clock;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
    this.#answers = agreement(options.session, makeId('event'));
    options.signal.addEventListener('abort', this.#onAbort, { once: true });
    this.#stopTimer = clock.after(this.#limits.connectMs, () =>
      this.#fail({ by: 'silence', for: 'the session' }, 'no session in time'),
    );
    void this.#dial();
  }

  get ready(): Promise<void> {
    return this.#agreed.promise;
  }

  send(event: ClientEvent, frame?: Buffer): void {
    if (this.#state !== 'over') this.#write(event, frame);
  }

  async close(): Promise<void> {
    this.#end('closed');
    await this.#gone.promise;
  }

  async #dial(): Promise<void> {
    const { url, name } = this.#line;
    try {
      const headers = await this.#line.headers(this.#ended.signal);
      if (this.#state === 'over') {
        this.#gone.resolve();
        return;
      }
      // Either a whole header or what stands behind "Bearer".
      this.#secrets = Object.values(headers).flatMap((value) => [
        value,
        value.split(' ').at(-1) ?? '',
      ]);
      const socket = new WebSocket(url, {
        headers,
        maxPayload: MAX_FRAME_BYTES,
        perMessageDeflate: false,
      });
      this.#socket = socket;
      this.#listen(socket);
    } catch (error) {
      this.#gone.resolve();
      if (this.#state !== 'over') this.#finish('could not connect', asFailure(error, name));
    }
  }

  #listen(socket: WebSocket): void {
    socket.on('open', () => {
      this.#reached = true;
      if (this.#state !== 'over' && this.#answers.update) this.#write(this.#answers.update);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      this.#heardFrom = true;
      if (this.#state !== 'over' && !isBinary) this.#read(data);
    });
    socket.on('pong', () => {
      this.#heardFrom = true;
    });
    socket.on('unexpected-response', (request, response) => void this.#refused(request, response));
    socket.on('error', (error: Error & { code?: string }) => {
      this.#broke = error.message;
      if (!this.#reached)
        this.#fail(
          { by: 'network', code: error.code ?? 'error', message: error.message },
          error.message,
        );
    });
    socket.on('close', (code, why) => {
      const reason = why.toString() || this.#broke;
      this.#fail({ by: 'close', code, reason }, `${code} ${reason}`);
      this.#gone.resolve();
    });
  }

  async #refused(request: ClientRequest, response: IncomingMessage): Promise<void> {
    const body = await readRefusal(response);
    const status = response.statusCode ?? 0;
    this.#fail({ by: 'http', status, body }, `HTTP ${status} ${body.slice(0, 300)}`);
    request.destroy();
    this.#gone.resolve();
  }

  #write(event: ClientEvent, frame?: Buffer): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    const { dialect } = this.#line;
    if (frame !== undefined && dialect === undefined) socket.send(frame, AS_TEXT);
    else
      for (const one of dialect?.outgoing(event) ?? [event])
        // As bytes it leaves in one piece with its head; a text would be two.
        socket.send(Buffer.from(JSON.stringify(one)), AS_TEXT);
    if (socket.bufferedAmount > this.#limits.backlogBytes)
      this.#fail({ by: 'silence', for: 'what we send' }, 'does not take what is sent');
  }

  #read(data: Buffer): void {
    const frame = objectIn(data.toString());
    if (frame === undefined) {
      this.#drop('a frame that is no object');
      return;
    }
    const { dialect } = this.#line;
    if (dialect === undefined && this.#state === 'open' && isSound(frame)) {
      this.#pass(frame, data);
      return;
    }
    for (const one of dialect?.incoming(frame) ?? [frame]) {
      const read = readServerEvent(one);
      if (!read.ok) this.#drop(read.why);
      else if (this.#state === 'connecting') this.#negotiate(read.event);
      else if (this.#state === 'open') this.#pass(read.event);
    }
  }

  /** Once for each kind: a service that has changed must not fill the log. */
  #drop(why: string): void {
    if (this.#dropped.has(why)) return;
    this.#dropped.add(why);
    this.#log.warn({ provider: this.#line.name, why }, 'an event of a provider was not understood');
  }

  #negotiate(event: ServerEvent): void {
    const answer = this.#answers.take(event, this.#line.name);
    if (answer.is === 'refused') {
      const detail = event.type === 'error' ? event.error.message : '';
      this.#finish('refused', asCallError(answer.failure, this.#line.name, detail, this.#secrets));
      return;
    }
    if (event.type === 'session.created' || event.type === 'session.updated')
      this.#options.onEvent(event);
    if (answer.is !== 'agreed') return;
    this.#state = 'open';
    this.#stopTimer();
    this.#watch();
    this.#agreed.resolve();
  }

  #pass(event: ServerEvent, frame?: Buffer): void {
    const [trouble, failure, shown] = troubleIn(
      this.#trouble,
      event,
      this.#line.name,
      this.#secrets,
    );
    this.#trouble = trouble;
    this.#options.onEvent(shown, shown === event ? frame : undefined);
    if (failure === undefined) return;
    this.#finish('gave up', asCallError(failure, this.#line.name, trouble.detail, this.#secrets));
  }

  /** A line that is dead without having been closed says nothing, not even to a ping. */
  #watch(): void {
    this.#stopTimer = this.#clock.after(this.#limits.pingMs, () => {
      if (!this.#heardFrom) {
        this.#fail({ by: 'silence', for: 'anything' }, 'nothing was heard of it');
        return;
      }
      this.#heardFrom = false;
      this.#socket?.ping();
      this.#watch();
    });
  }

  readonly #onAbort = (): void => {
    this.#end('aborted', this.#options.signal.reason);
  };

  #fail(symptom: Symptom, detail: string): void {
    const failure = diagnose(symptom, this.#line.name);
    this.#finish(failure.words, asCallError(failure, this.#line.name, detail, this.#secrets));
  }

  #finish(reason: string, error: CallError): void {
    this.#end(reason, error, error);
  }

  /** Once: whatever comes of this connection afterwards is nobody's business. */
  #end(reason: string, cause?: unknown, error?: CallError): void {
    if (this.#state === 'over') return;
    const wasOpen = this.#state === 'open';
    this.#state = 'over';
    this.#stopTimer();
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    this.#ended.abort();
    this.#hangUp();
    if (wasOpen) this.#options.onClose(error?.message ?? reason, error);
    else this.#agreed.reject(cause ?? new Error(reason));
  }

  #hangUp(): void {
    const socket = this.#socket;
    if (socket === undefined || socket.readyState === WebSocket.CLOSED) return;
    if (socket.readyState === WebSocket.CONNECTING) {
      socket.terminate();
      return;
    }
    socket.close(1000);
    const stop = this.#clock.after(this.#limits.closeMs, () => socket.terminate());
    socket.once('close', stop);
  }
}

function asFailure(error: unknown, name: string): CallError {
  if (error instanceof Error && error.name === 'CallError') return error as CallError;
  const detail = error instanceof Error ? error.message : '';
  return asCallError(
    diagnose({ by: 'network', code: 'error', message: detail }, name),
    name,
    detail,
    [],
  );
}
