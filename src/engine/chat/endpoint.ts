/** An OpenAI-compatible chat endpoint: one question out, words as they come and then calls back, or a failure soon. */
import type { Clock } from '#lib/clock.ts';
import { AnswerReader, type WantedCall } from './answer.ts';
import { eventData } from './event-stream.ts';
import { ChatFailure } from './failure.ts';
import { Patience } from './patience.ts';
import type { ChatQuestion } from './question.ts';
import { ThoughtFilter } from './thought-filter.ts';

export interface ChatSettings {
  /** Up to and with `/v1`, or the whole address that ends in `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly clock: Clock;
}

export type ChatPiece =
  | { readonly type: 'words'; readonly text: string }
  | ({ readonly type: 'call' } & WantedCall);

/** One for the process; calls share nothing in it but the memory that it has failed. */
export interface ChatEndpoint {
  /**
   * Ends quietly, at once, when the signal aborts.
   * @throws ChatFailure when it is down, slow, cut off or makes no sense.
   */
  ask(question: ChatQuestion, signal: AbortSignal): AsyncGenerator<ChatPiece>;
}

/** An endpoint that failed so often in a row is left alone for a while: each try may cost a caller seconds. */
const FAILURES_IN_A_ROW = 2;
const REST_MS = 30_000;

export function createChatEndpoint({ url, model, apiKey, clock }: ChatSettings): ChatEndpoint {
  const address = addressOf(url);
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream, application/json',
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
  };
  let failures = 0;
  let restsUntil = -Infinity;

  return {
    async *ask(question, signal) {
      if (clock.now() < restsUntil) throw new ChatFailure('it has failed and is left alone');
      const patience = new Patience(clock, signal);
      const body = JSON.stringify({ model, stream: true, ...question });
      try {
        const request = { method: 'POST', headers, body, signal: patience.signal };
        yield* piecesOf(await patience.wait(fetch(address, request)), patience);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        if (failures >= FAILURES_IN_A_ROW) restsUntil = clock.now() + REST_MS;
        throw asFailure(error);
      } finally {
        patience.close();
      }
    },
  };
}

async function* piecesOf(response: Response, patience: Patience): AsyncGenerator<ChatPiece> {
  if (!response.ok || response.body === null)
    throw new ChatFailure(`it answered with status ${response.status}`);
  const whole = response.headers.get('content-type')?.includes('json') === true;
  const answers = whole ? once(response.text()) : eventData(response.body);
  const reader = new AnswerReader();
  const thoughts = new ThoughtFilter();
  const next = async () => {
    try {
      return await patience.wait(answers.next());
    } catch (error) {
      if (reader.finished) return undefined; // nothing more was to come
      throw error;
    }
  };
  for (let answer = await next(); answer?.done === false; answer = await next()) {
    const text = thoughts.pass(reader.read(answer.value));
    if (text.trim() !== '' || reader.hasCalls) patience.entered('speaking');
    if (reader.finished) patience.entered('finished');
    if (text !== '') yield { type: 'words', text };
  }
  if (!whole && !reader.finished) throw new ChatFailure('its answer was cut off');
  for (const call of reader.calls()) yield { type: 'call', ...call };
}

async function* once(text: Promise<string>): AsyncGenerator<string> {
  yield await text;
}

function addressOf(url: string): URL {
  const address = new URL(url);
  if (!/\/chat\/completions\/?$/.test(address.pathname))
    address.pathname = `${address.pathname.replace(/\/+$/, '')}/chat/completions`;
  return address;
}

/** Messages of the runtime may quote the request: only its code says what happened. */
function asFailure(error: unknown): ChatFailure {
  if (error instanceof ChatFailure) return error;
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return new ChatFailure(
    typeof code === 'string' ? `the connection failed (${code})` : 'its connection broke',
  );
}
