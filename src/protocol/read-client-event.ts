/** The border of the Realtime protocol: what a client sent becomes a checked event, or an error that names the fault. */
import type { z } from 'zod';
import { ClientEvent, MAX_APPEND_CHARACTERS } from '#protocol/client-events.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';

export type Parsed =
  | { readonly ok: true; readonly event: ClientEvent }
  | { readonly ok: false; readonly error: ErrorDetail };

const KNOWN_TYPES = new Set<unknown>(ClientEvent.options.map((option) => option.shape.type.value));

/** Takes the text of a frame, or an event that was parsed already. */
export function readClientEvent(raw: unknown): Parsed {
  const event = typeof raw === 'string' ? fromJson(raw) : raw;
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return refuse(null, 'invalid_event', 'A client event must be a JSON object.', null);

  const { type, event_id: id } = event as { type?: unknown; event_id?: unknown };
  const eventId = typeof id === 'string' ? id : null;
  if (type === undefined)
    return refuse(
      eventId,
      'missing_required_parameter',
      "Missing required parameter: 'type'.",
      'type',
    );
  if (!KNOWN_TYPES.has(type)) {
    const known = [...KNOWN_TYPES].join("', '");
    const message = `Invalid value: ${(JSON.stringify(type) ?? '').slice(0, 64)}. Supported values are: '${known}'.`;
    return refuse(eventId, 'invalid_value', message, 'type');
  }
  if (type === 'input_audio_buffer.append') {
    const { audio } = event as { audio?: unknown };
    if (typeof audio === 'string' && audio.length > MAX_APPEND_CHARACTERS)
      return refuse(eventId, 'invalid_value', 'Audio is longer than 15 MiB.', 'audio');
    // Fifty times a second in every call: nothing is left for the schema to find.
    if (typeof audio === 'string' && id === undefined) return { ok: true, event: { type, audio } };
  }

  const parsed = ClientEvent.safeParse(event);
  if (parsed.success) return { ok: true, event: parsed.data };
  const issue = deepest(parsed.error.issues);
  return refuse(eventId, ...explain(issue, event), pathOf(issue));
}

/** An error of the client's making. */
export function clientError(
  eventId: string | null | undefined,
  code: string | null,
  message: string,
  param: string | null = null,
): ErrorDetail {
  return { type: 'invalid_request_error', code, message, param, event_id: eventId ?? null };
}

export function notFound(
  eventId: string | undefined,
  itemId: string,
  param = 'item_id',
): ErrorDetail {
  const message = `Item with item_id not found: ${itemId}`;
  return clientError(eventId, 'item_not_found', message, param);
}

function refuse(
  eventId: string | null,
  code: string,
  message: string,
  param: string | null,
): Parsed {
  return { ok: false, error: clientError(eventId, code, message, param) };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // reported as "must be a JSON object"
  }
}

type Issue = z.core.$ZodIssue;

/** Of the branches of a union, the one that came furthest tells the client most. */
function deepest(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Issue {
  let best: Issue | undefined;
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    const branches = issue.code === 'invalid_union' ? issue.errors : [];
    const found = [
      { ...issue, path },
      ...branches.filter((branch) => branch.length > 0).map((branch) => deepest(branch, path)),
    ];
    for (const candidate of found)
      if (best === undefined || candidate.path.length > best.path.length) best = candidate;
  }
  if (best === undefined) throw new RangeError('no issue to explain');
  return best;
}

function explain(issue: Issue, event: object): [code: string, message: string] {
  const where = pathOf(issue) ?? '';
  if (issue.code === 'unrecognized_keys')
    return ['unknown_parameter', `Unknown parameter: '${where}'.`];
  const asIs = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (asIs && valueAt(event, issue.path) === undefined)
    return ['missing_required_parameter', `Missing required parameter: '${where}'.`];
  const code = issue.code === 'invalid_type' ? 'invalid_type' : 'invalid_value';
  return [code, `Invalid value for '${where}': ${issue.message}.`];
}

function valueAt(event: object, path: readonly PropertyKey[]): unknown {
  let value: unknown = event;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** `session.audio.input.format`, `item.content[0].text`. */
function pathOf(issue: Issue): string | null {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...keys]
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return path === '' ? null : path;
}
