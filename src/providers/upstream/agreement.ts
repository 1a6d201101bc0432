/**
 * Which event says that the provider has agreed to our session. Until then it must hear nothing: with its own
 * defaults it would answer by itself, as somebody else.
 *
 *   session.update{event_id} ──▶ … session.updated that echoes our instructions ──▶ agreed
 *                                 error of ours, or of nobody ──▶ refused
 */
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ErrorDetail, ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import { diagnose, type Blame, type Failure } from './failure.ts';

type Answer =
  | { readonly is: 'agreed' }
  | { readonly is: 'refused'; readonly failure: Failure }
  | { readonly is: 'nothing' };

const NOTHING: Answer = { is: 'nothing' };
const AGREED: Answer = { is: 'agreed' };

export interface Agreement {
  /** What to send first; undefined where a client configures the session itself. */
  readonly update: Extract<ClientEvent, { type: 'session.update' }> | undefined;
  /** Pure. */
  take(event: ServerEvent, name: string): Answer;
}

export function agreement(session: SessionUpdate | undefined, eventId: string): Agreement {
  return {
    update: session && { type: 'session.update', event_id: eventId, session },
    take(event, name) {
      if (event.type === 'error') {
        const { event_id: of } = event.error;
        return of === null || of === eventId ? refused(event.error, name) : NOTHING;
      }
      if (session === undefined) return event.type === 'session.created' ? AGREED : NOTHING;
      return event.type === 'session.updated' && echoes(event.session.instructions, session)
        ? AGREED
        : NOTHING;
    },
  };
}

function refused(error: ErrorDetail, name: string): Answer {
  const failure = diagnose({ by: 'event', ...error }, name);
  // What is harmless later leaves us without a session now.
  if (failure.kind !== 'benign') return { is: 'refused', failure };
  return { is: 'refused', failure: { ...failure, ...refusal(error, name) } };
}

/** An empty instruction is echoed as the model's own default. */
function echoes(instructions: string, { instructions: ours = '' }: SessionUpdate): boolean {
  return ours.trim() === '' || instructions.trim() === ours.trim();
}

const BLAME: readonly (readonly [RegExp, Blame, string])[] = [
  [/voice/iu, 'voice', 'voice'],
  [/transcription/iu, 'transcription', 'transcription model'],
  [/model/iu, 'model', 'model'],
];

function refusal({ type, param, message }: ErrorDetail, name: string): Omit<Failure, 'code'> {
  if (type === 'server_error')
    return { kind: 'retryable', words: `${name} has a problem of its own just now.` };
  const found = BLAME.find(([pattern]) => pattern.test(`${param ?? ''} ${message}`));
  if (found === undefined)
    return { kind: 'fatal', words: `${name} does not accept these settings.` };
  const [, blame, what] = found;
  return { kind: 'fatal', words: `${name} does not accept this ${what}.`, blame };
}
