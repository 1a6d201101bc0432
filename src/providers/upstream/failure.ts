/** What a failure of a provider means: whether the session goes on, may be tried again, or is of no use to try. */
import { CallError } from '#lib/call-error.ts';
import { maskSecrets } from '#lib/secrets.ts';

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

/** What a person who set the provider up would have to change. */
export type Blame = 'key' | 'endpoint' | 'model' | 'voice' | 'transcription';

export interface Failure {
  /** `benign`: the session goes on. `fatal`: the same provider would refuse again. */
  readonly kind: 'benign' | 'retryable' | 'fatal';
  readonly code: string;
  /** A sentence for a person; says nothing of keys. */
  readonly words: string;
  readonly blame?: Blame;
}

type Row = Omit<Failure, 'code'>;
type Wording = (name: string) => Row;

const REFUSES_KEY: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not accept this key.`,
  blame: 'key',
});
const NOT_ALLOWED: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not allow this key to use the Realtime service.`,
  blame: 'key',
});
const NO_QUOTA: Wording = (name) => ({
  kind: 'fatal',
  words: `The ${name} account has no credit left.`,
  blame: 'key',
});
const NO_MODEL: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not know this model or deployment.`,
  blame: 'model',
});
const NO_VOICE: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not know this voice.`,
  blame: 'voice',
});
const BUSY: Wording = (name) => ({ kind: 'retryable', words: `${name} is busy just now.` });
const TROUBLE: Wording = (name) => ({
  kind: 'retryable',
  words: `${name} has a problem of its own just now.`,
});
const EXPIRED: Wording = (name) => ({
  kind: 'retryable',
  words: `The session with ${name} reached its time limit.`,
});
const FORBIDDEN: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} ended the session because of its rules of use.`,
});
const TOO_OLD: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not speak this version of the protocol.`,
});
const BROKEN: Wording = (name) => ({
  kind: 'retryable',
  words: `The connection to ${name} broke.`,
});
const LEFT: Wording = (name) => ({ kind: 'retryable', words: `${name} ended the session.` });
const UNREACHABLE: Wording = (name) => ({
  kind: 'retryable',
  words: `${name} cannot be reached.`,
  blame: 'endpoint',
});
const NOBODY_THERE: Wording = (name) => ({
  kind: 'retryable',
  words: `There is no ${name} at this address.`,
  blame: 'endpoint',
});
const NOT_AGREED: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not accept these settings.`,
});
const HARMLESS: Wording = (name) => ({
  kind: 'benign',
  words: `${name} refused one request; the session goes on.`,
});

/** By the `code` or the `type` of an error, wherever it stands; matched without regard to case and separators. */
const BY_CODE: Readonly<Record<string, Wording>> = {
  invalidapikey: REFUSES_KEY,
  authenticationerror: REFUSES_KEY,
  invalidauthentication: REFUSES_KEY,
  unauthorized: REFUSES_KEY,
  tokenexpired: REFUSES_KEY,
  permissionerror: NOT_ALLOWED,
  permissiondenied: NOT_ALLOWED,
  accountdeactivated: NOT_ALLOWED,
  unsupportedcountryregionterritory: NOT_ALLOWED,
  insufficientquota: NO_QUOTA,
  billinghardlimitreached: NO_QUOTA,
  billingnotactive: NO_QUOTA,
  modelnotfound: NO_MODEL,
  invalidmodel: NO_MODEL,
  deploymentnotfound: NO_MODEL,
  callidnotfound: NO_MODEL,
  invalidvoice: NO_VOICE,
  ratelimitexceeded: BUSY,
  toomanyrequests: BUSY,
  engineoverloaded: BUSY,
  servererror: TROUBLE,
  internalerror: TROUBLE,
  internalservererror: TROUBLE,
  serviceunavailable: TROUBLE,
  sessionexpired: EXPIRED,
  betaapishapedisabled: TOO_OLD,
  policyviolation: FORBIDDEN,
};

const BY_CLOSE: Readonly<Record<number, Wording>> = {
  1000: LEFT,
  1001: LEFT,
  1006: BROKEN,
  1008: FORBIDDEN,
  1011: TROUBLE,
  1012: TROUBLE,
  1013: BUSY,
  3000: REFUSES_KEY,
  3003: NOT_ALLOWED,
  4000: TOO_OLD,
};

const BY_STATUS: Readonly<Record<number, Wording>> = {
  401: REFUSES_KEY,
  402: NO_QUOTA,
  403: NOT_ALLOWED,
  404: NO_MODEL,
  408: TROUBLE,
  409: BUSY,
  425: BUSY,
  429: BUSY,
};

/** What a service's own words say where it gives no code. */
const BY_WORDS: readonly (readonly [RegExp, Wording])[] = [
  [/maximum duration|session (?:has )?expired/iu, EXPIRED],
  [/exceeded your current quota|insufficient[_ ]quota|no credit/iu, NO_QUOTA],
  [/incorrect api key|invalid[_ ](?:api|subscription)[_ ]key/iu, REFUSES_KEY],
  [/rate limit/iu, BUSY],
];

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
