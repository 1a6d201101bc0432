/** What a session is set to: its defaults, and what one `session.update` makes of it. Pure. */
import { blankSession } from '#protocol/blank-session.ts';
import type { ErrorDetail, Session } from '#protocol/server-events.ts';
import type { SessionUpdate, TurnDetection } from '#protocol/session.ts';
import type { TurnFinding } from '#engine/hearing.ts';
import { clientError } from '#protocol/read-client-event.ts';

/** A session lives an hour at most, as with every Realtime server. */
export const SESSION_LIMIT_S = 3_600;

export function newSession(id: string, model: string, voice: string, nowMs: number): Session {
  return {
    ...blankSession(),
    id,
    model,
    output_modalities: ['audio'],
    expires_at: Math.floor(nowMs / 1000) + SESSION_LIMIT_S,
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        transcription: null,
        noise_reduction: null,
        turn_detection: fillTurnDetection({ type: 'server_vad' }),
      },
      output: { format: { type: 'audio/pcm', rate: 24_000 }, voice, speed: 1 },
    },
    include: null,
  };
}

/** Every field filled in, as the echo shows it. */
function fillTurnDetection(asked: TurnDetection): TurnDetection {
  const { create_response = true, interrupt_response = true } = asked;
  if (asked.type === 'semantic_vad')
    return {
      type: 'semantic_vad',
      eagerness: asked.eagerness ?? 'auto',
      create_response,
      interrupt_response,
    };
  return {
    type: 'server_vad',
    threshold: asked.threshold ?? 0.5,
    prefix_padding_ms: asked.prefix_padding_ms ?? 300,
    silence_duration_ms: asked.silence_duration_ms ?? 500,
    idle_timeout_ms: asked.idle_timeout_ms ?? null,
    create_response,
    interrupt_response,
  };
}

export type Updated =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly error: ErrorDetail };

/** All or nothing: where one field cannot be had, the whole update is refused. */
export function updateSession(
  session: Session,
  update: SessionUpdate,
  { hasSpoken, eventId }: { hasSpoken: boolean; eventId: string | undefined },
): Updated {
  const { input, output } = update.audio ?? {};
  const voice = typeof output?.voice === 'object' ? output.voice.id : output?.voice;
  if (hasSpoken && voice !== undefined && voice !== session.audio.output.voice) {
    const message = 'Cannot update a conversation’s voice if assistant audio is present.';
    const param = 'session.audio.output.voice';
    return { ok: false, error: clientError(eventId, 'cannot_update_voice', message, param) };
  }
  const turns = input?.turn_detection;
  return {
    ok: true,
    session: {
      ...session,
      output_modalities: update.output_modalities ?? session.output_modalities,
      instructions: update.instructions ?? session.instructions,
      tools: update.tools ?? session.tools,
      tool_choice: update.tool_choice ?? session.tool_choice,
      max_output_tokens: update.max_output_tokens ?? session.max_output_tokens,
      tracing: update.tracing === undefined ? session.tracing : update.tracing,
      truncation: update.truncation ?? session.truncation,
      audio: {
        input: {
          format: input?.format ?? session.audio.input.format,
          transcription:
            input?.transcription === undefined
              ? session.audio.input.transcription
              : input.transcription && { language: null, prompt: null, ...input.transcription },
          noise_reduction:
            input?.noise_reduction === undefined
              ? session.audio.input.noise_reduction
              : input.noise_reduction,
          turn_detection:
            turns === undefined
              ? session.audio.input.turn_detection
              : turns && fillTurnDetection(turns),
        },
        output: {
          format: output?.format ?? session.audio.output.format,
          voice: voice ?? session.audio.output.voice,
          speed: output?.speed ?? session.audio.output.speed,
        },
      },
      include: update.include === undefined ? session.include : update.include,
    },
  };
}

/**
 * How these turns are found. The endpointer, which knows what was asked, decides how long a silence ends a turn,
 * unless the client has asked for a number of its own.
 */
export function findingOf(
  turns: TurnDetection | null,
  askedSilenceMs: number | undefined,
): TurnFinding {
  if (turns === null) return { kind: 'manual' };
  if (turns.type === 'semantic_vad') return { kind: 'voice', threshold: 0.5, silenceMs: undefined };
  return { kind: 'voice', threshold: turns.threshold ?? 0.5, silenceMs: askedSilenceMs };
}
