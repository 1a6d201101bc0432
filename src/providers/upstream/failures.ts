/** The table of what can go wrong at a provider, by code, close code, status and words, and how a person is told. */

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
export type Wording = (name: string) => Row;

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
export const TROUBLE: Wording = (name) => ({
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
export const LEFT: Wording = (name) => ({ kind: 'retryable', words: `${name} ended the session.` });
export const UNREACHABLE: Wording = (name) => ({
  kind: 'retryable',
  words: `${name} cannot be reached.`,
  blame: 'endpoint',
});
export const NOBODY_THERE: Wording = (name) => ({
  kind: 'retryable',
  words: `This server cannot find ${name}: is it connected to the internet, and is the address right?`,
  blame: 'endpoint',
});
export const NOT_AGREED: Wording = (name) => ({
  kind: 'fatal',
  words: `${name} does not accept these settings.`,
});
export const HARMLESS: Wording = (name) => ({
  kind: 'benign',
  words: `${name} refused one request; the session goes on.`,
});

/** By the `code` or the `type` of an error, wherever it stands; matched without regard to case and separators. */
export const BY_CODE: Readonly<Record<string, Wording>> = {
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

export const BY_CLOSE: Readonly<Record<number, Wording>> = {
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

export const BY_STATUS: Readonly<Record<number, Wording>> = {
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
export const BY_WORDS: readonly (readonly [RegExp, Wording])[] = [
  [/maximum duration|session (?:has )?expired/iu, EXPIRED],
  [/exceeded your current quota|insufficient[_ ]quota|no credit/iu, NO_QUOTA],
  [/incorrect api key|invalid[_ ](?:api|subscription)[_ ]key/iu, REFUSES_KEY],
  [/rate limit/iu, BUSY],
];
