/** What an error of a provider means for the call. Most mean nothing; a few end the session. */
import type { ErrorDetail } from '#protocol/server-events.ts';

export type Trouble =
  /** A response runs already: ours is asked for again when it is over. */
  | 'busy'
  /** A race between us and the provider, or a limit of its own: nothing is lost. */
  | 'harmless'
  /** The session is over, another one may begin. */
  | 'expired'
  /** This provider will not answer in this call: the key, the account, the model. */
  | 'fatal'
  /** The response that was asked for will not come. */
  | 'no-response'
  | 'other';

const BY_CODE: Readonly<Record<string, Trouble>> = {
  conversation_already_has_active_response: 'busy',
  response_cancel_not_active: 'harmless',
  input_audio_buffer_commit_empty: 'harmless',
  item_not_found: 'harmless',
  item_delete_invalid_item_id: 'harmless',
  item_truncate_invalid_item_id: 'harmless',
  item_retrieve_invalid_item_id: 'harmless',
  // Only what has sound can be truncated, and it had none yet.
  unsupported_content_type: 'harmless',
  cannot_update_voice: 'harmless',
  session_expired: 'expired',
  invalid_api_key: 'fatal',
  authentication_error: 'fatal',
  permission_denied: 'fatal',
  insufficient_quota: 'fatal',
  billing_hard_limit_reached: 'fatal',
  billing_not_active: 'fatal',
  account_deactivated: 'fatal',
  organization_deactivated: 'fatal',
  model_not_found: 'fatal',
  DeploymentNotFound: 'fatal',
  beta_api_shape_disabled: 'fatal',
};

/** For what comes without a code. */
const BY_MESSAGE: readonly (readonly [RegExp, Trouble])[] = [
  [/already has an active response/i, 'busy'],
  // The provider counts a little less sound than it has sent.
  [/already shorter than/i, 'harmless'],
  [/only model output audio messages can be truncated/i, 'harmless'],
  [/no active response/i, 'harmless'],
  [/incorrect api key|invalid api key|exceeded your current quota/i, 'fatal'],
  [/maximum duration/i, 'expired'],
];

export function troubleOf(error: Pick<ErrorDetail, 'code' | 'message'>): Trouble {
  const { code, message } = error;
  const known = code === null ? undefined : BY_CODE[code];
  if (known !== undefined) return known;
  const described = BY_MESSAGE.find(([words]) => words.test(message));
  if (described !== undefined) return described[1];
  return /response[._]create/.test(`${code} ${message}`) ? 'no-response' : 'other';
}
