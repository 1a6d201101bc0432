import { expect, test } from 'vitest';
import { asCallError, diagnose, type Symptom } from './failure.ts';

const event = (code: string | null, message = '', type = 'invalid_request_error'): Symptom => ({
  by: 'event',
  code,
  type,
  message,
});
const http = (status: number, body = ''): Symptom => ({ by: 'http', status, body });
const close = (code: number, reason = ''): Symptom => ({ by: 'close', code, reason });

test.each<[Symptom, 'benign' | 'retryable' | 'fatal', RegExp]>([
  // Races and refusals that a session survives.
  [event('conversation_already_has_active_response'), 'benign', /refused one request/],
  [event('response_cancel_not_active'), 'benign', /the session goes on/],
  [event('input_audio_buffer_commit_empty'), 'benign', /the session goes on/],
  [event('cannot_update_voice'), 'benign', /the session goes on/],
  [event('unsupported_content_type'), 'benign', /the session goes on/],
  [event(null, 'Audio content of 9250ms is already shorter than 57340ms'), 'benign', /goes on/],
  [event(null, 'The server had an error', 'server_error'), 'benign', /goes on/],
  [event('something_new'), 'benign', /goes on/],
  // What may be better in a moment, or elsewhere.
  [event('session_expired'), 'retryable', /time limit/],
  [event('rate_limit_exceeded'), 'retryable', /busy/],
  [close(1000), 'retryable', /ended the session/],
  [close(1001), 'retryable', /ended the session/],
  [close(1001, 'Your session hit the maximum duration of 60 minutes.'), 'retryable', /time limit/],
  [close(1006), 'retryable', /connection to OpenAI broke/],
  [close(1011), 'retryable', /problem of its own/],
  [close(1013), 'retryable', /busy/],
  [close(4999), 'retryable', /ended the session/],
  [http(408), 'retryable', /problem of its own/],
  [http(429), 'retryable', /busy/],
  [http(429, '{"error":{"code":"rate_limit_exceeded"}}'), 'retryable', /busy/],
  [http(500), 'retryable', /problem of its own/],
  [http(502, '<html>invalid_api_key</html>'), 'retryable', /problem of its own/],
  [http(503, '{"error":{"code":"insufficient_quota"}}'), 'retryable', /problem of its own/],
  [{ by: 'network', code: 'ECONNREFUSED', message: '' }, 'retryable', /cannot be reached/],
  [{ by: 'network', code: 'ENOTFOUND', message: '' }, 'retryable', /cannot find OpenAI/],
  [{ by: 'silence', for: 'anything' }, 'retryable', /does not answer/],
  // What the same provider would refuse again.
  [event('invalid_api_key'), 'fatal', /does not accept this key/],
  [event(null, 'Incorrect API key provided: x'), 'fatal', /does not accept this key/],
  [event('insufficient_quota'), 'fatal', /no credit left/],
  [event(null, 'You exceeded your current quota', 'insufficient_quota'), 'fatal', /no credit/],
  [event('beta_api_shape_disabled'), 'fatal', /version of the protocol/],
  [close(1008), 'fatal', /rules of use/],
  [close(3000, 'invalid_request_error.invalid_api_key'), 'fatal', /does not accept this key/],
  [close(4000, 'invalid_request_error.beta_api_shape_disabled'), 'fatal', /version of the/],
  [http(400), 'fatal', /does not accept these settings/],
  [http(401), 'fatal', /does not accept this key/],
  [http(403), 'fatal', /does not allow this key/],
  [http(404), 'fatal', /does not know this model/],
  [http(404, '{"error":{"code":"DeploymentNotFound"}}'), 'fatal', /model or deployment/],
  [http(429, '{"error":{"type":"insufficient_quota","code":null}}'), 'fatal', /no credit left/],
])('%j is %s', (symptom, kind, words) => {
  const failure = diagnose(symptom, 'OpenAI');
  expect(failure.kind).toBe(kind);
  expect(failure.words).toMatch(words);
});

test('whoever quotes the key, it is in no message', () => {
  const body =
    '{"error":{"message":"Incorrect API key provided: my-very-own-key (sk-abcdefghij)."}}';
  const error = asCallError(diagnose(http(401, body), 'OpenAI'), 'OpenAI', `HTTP 401 ${body}`, [
    'my-very-own-key',
  ]);
  expect(error).toMatchObject({ retryable: false, spoken: 'OpenAI does not accept this key.' });
  expect(error.message).toMatch(/^OpenAI: http_401: HTTP 401 .*\[key\] \(\[key\]\)/);
  expect(JSON.stringify(error)).not.toMatch(/very-own|abcdefghij/);
});
