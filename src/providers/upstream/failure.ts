/** What a failure of a provider means: whether the session goes on, may be tried again, or is of no use to try. */
import { CallError } from '#lib/call-error.ts';
import { maskSecrets } from '#lib/secrets.ts';
import {
  BY_CLOSE,
  BY_CODE,
  BY_STATUS,
  BY_WORDS,
  HARMLESS,
  LEFT,
  NOBODY_THERE,
  NOT_AGREED,
  TROUBLE,
  UNREACHABLE,
  type Failure,
  type Wording,
} from './failures.ts';

export type { Blame, Failure } from './failures.ts';

/** As it arrives, by whatever way. */
export type Symptom =
  /** The server answered the upgrade with a status of its own. */
  | { readonly by: 'http'; readonly status: number; readonly body: string }
  /** An `error` event, or the error of a failed response. */
  | {
      readonly by: 'event';
      readonly code: string | null;
      readonly type: string | null;
      readonly message: string;
    }
  /** 1006 is a connection that ended without a CLOSE frame. */
  | { readonly by: 'close'; readonly code: number; readonly reason: string }
  /** The connection could not be made or broke: a code of Node's, e.g. ENOTFOUND. */
  | { readonly by: 'network'; readonly code: string; readonly message: string }
  /** We have waited for it too long. */
  | { readonly by: 'silence'; readonly for: string };

/** Pure: what a symptom means. `name` is the provider as a person calls it. */
export function diagnose(symptom: Symptom, name: string): Failure {
  switch (symptom.by) {
    case 'http': {
      const { code, message } = errorIn(symptom.body);
      const status = `http_${symptom.status}`;
      const byCode = lookUp(code) ?? byWords(message);
      // A gateway's page may say anything: only a 4xx is believed about keys and quotas.
      if (byCode && symptom.status >= 400 && symptom.status < 500)
        return { code: code ?? status, ...byCode(name) };
      const row = BY_STATUS[symptom.status] ?? (symptom.status >= 500 ? TROUBLE : NOT_AGREED);
      return { code: status, ...row(name) };
    }
    case 'event': {
      const { code, type, message } = symptom;
      const row = lookUp(code) ?? lookUp(type === 'server_error' ? null : type) ?? byWords(message);
      const known = row?.(name);
      // A server error leaves the session open; a refused request is one that we, or the call, can do without.
      const failure = known === undefined || row === TROUBLE ? HARMLESS(name) : known;
      return { code: code ?? type ?? 'error', ...failure };
    }
    case 'close': {
      const row = wordIn(symptom.reason) ?? byWords(symptom.reason) ?? BY_CLOSE[symptom.code];
      return { code: `close_${symptom.code}`, ...(row ?? LEFT)(name) };
    }
    case 'network': {
      const gone = symptom.code === 'ENOTFOUND' || symptom.code === 'EAI_AGAIN';
      return { code: symptom.code, ...(gone ? NOBODY_THERE : UNREACHABLE)(name) };
    }
    case 'silence':
      return {
        code: 'silence',
        kind: 'retryable',
        words: `${name} does not answer.`,
      };
  }
}

/** The failure as an error of the call: its message for the log, its words for a person. */
export function asCallError(
  failure: Failure,
  name: string,
  detail: string,
  secrets: readonly (string | undefined)[],
): ProviderError {
  return new ProviderError(failure, `${name}: ${failure.code}: ${maskSecrets(detail, secrets)}`);
}

/** A CallError that knows what it was caused by, for those who check a provider's settings. */
export class ProviderError extends CallError {
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message.slice(0, 500), {
      retryable: failure.kind !== 'fatal',
      spoken: failure.words,
    });
    this.failure = failure;
  }
}

function lookUp(code: string | null): Wording | undefined {
  return code === null ? undefined : BY_CODE[code.toLowerCase().replace(/[^a-z]/g, '')];
}

/** A close reason such as `invalid_request_error.invalid_api_key`. */
function wordIn(reason: string): Wording | undefined {
  for (const word of reason.split(/[\s.:,;]+/)) {
    const row = lookUp(word);
    if (row) return row;
  }
  return undefined;
}

function byWords(text: string): Wording | undefined {
  return BY_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** `{"error":{"code","type","message"}}`, as both services answer a refused upgrade; a proxy answers HTML. */
function errorIn(body: string): { code: string | null; message: string } {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = field(parsed, 'error') ?? parsed;
    const code = field(error, 'code') ?? field(error, 'type');
    const message = field(error, 'message');
    return {
      code: typeof code === 'string' && lookUp(code) ? code : null,
      message: typeof message === 'string' ? message : '',
    };
  } catch {
    return { code: null, message: '' }; // not JSON: the status says enough
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
