/** The call's wishes for a session in the terms of one service: its model's voice, its transcription, how it finds turns. */
import type { ClientEvent } from '#protocol/client-events.ts';
import type { SessionUpdate, TurnDetection } from '#protocol/session.ts';

/** How a service finds the caller's turns in a call of ours. */
export const TURN_DETECTIONS = ['server_vad', 'semantic_vad'] as const;
/** `manual`: whoever has the session commits the turns; a call does not, a client of `/v1/realtime` may. */
export type TurnFinding = (typeof TURN_DETECTIONS)[number] | 'manual';

export interface Speaking {
  readonly voice: string;
  /** A model, or on Azure the name of a deployment. */
  readonly transcription: string;
  readonly turns: TurnFinding;
}

/** Pure: the first session.update of a call. What the call says of language, replies and interruptions stands. */
export function agentSession(session: SessionUpdate, speaking: Speaking): SessionUpdate {
  const { model: _, audio = {}, ...rest } = session;
  const { input = {}, output = {} } = audio;
  const { voice, transcription, turns } = speaking;
  const { language } = input.transcription ?? {};
  return {
    ...rest,
    audio: {
      input: {
        ...input,
        // Not told the language, services guess it from the accent.
        transcription: { model: transcription, ...(language ? { language } : {}) },
        turn_detection: detection(turns, input.turn_detection),
      },
      // A voice of one's own has an id instead of a name.
      output: { ...output, voice: voice.startsWith('voice_') ? { id: voice } : voice },
    },
  };
}

/** Pure: what may be said later. A voice that has spoken cannot change, and one wrong field refuses the whole update. */
export function laterEvent(event: ClientEvent): ClientEvent {
  if (event.type !== 'session.update') return event;
  const { model: _, audio: __, ...session } = event.session;
  return { ...event, session };
}

function detection(
  turns: TurnFinding,
  wished: TurnDetection | null | undefined,
): TurnDetection | null {
  const { create_response, interrupt_response } = wished ?? {};
  const who = { create_response, interrupt_response };
  switch (turns) {
    case 'server_vad':
      return {
        type: 'server_vad',
        threshold: 0.5,
        prefix_padding_ms: 300,
        silence_duration_ms: 500,
        ...who,
      };
    case 'semantic_vad':
      return { type: 'semantic_vad', eagerness: 'auto', ...who };
    case 'manual':
      return null;
  }
}
