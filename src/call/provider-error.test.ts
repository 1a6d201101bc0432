import { expect, test } from 'vitest';
import { troubleOf } from './provider-error.ts';

test.each([
  ['conversation_already_has_active_response', 'Conversation already has …', 'busy'],
  [null, 'Conversation already has an active response in progress: resp_1. Wait …', 'busy'],
  ['response_cancel_not_active', 'Cancellation failed: no active response found', 'harmless'],
  ['input_audio_buffer_commit_empty', 'buffer too small', 'harmless'],
  [null, 'Audio content of 9250ms is already shorter than 57340ms', 'harmless'],
  ['unsupported_content_type', 'Only model output audio messages can be truncated', 'harmless'],
  ['session_expired', 'Your session hit the maximum duration of 60 minutes.', 'expired'],
  ['invalid_api_key', 'Incorrect API key provided', 'fatal'],
  ['insufficient_quota', 'You exceeded your current quota', 'fatal'],
  ['rate_limit_exceeded', 'Rate limit reached for response.create', 'no-response'],
  ['invalid_value', 'Invalid value for response.create', 'no-response'],
  ['something_new', 'Nobody has seen this before', 'other'],
] as const)('%s, "%s": %s', (code, message, trouble) => {
  expect(troubleOf({ code, message })).toBe(trouble);
});
