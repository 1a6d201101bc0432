/**
 * Luna's own words on `/ws`, beside the GA events: what the caller's page reports and what it is shown.
 *
 * GA events that pass to the page as they are: `session.created`, `session.updated` (scrubbed),
 * `input_audio_buffer.speech_started/stopped`, `conversation.item.added` (messages only),
 * `conversation.item.input_audio_transcription.delta/completed`, `response.created/done` (scrubbed),
 * `response.output_audio.delta/done`, `response.output_audio_transcript.delta/done`, `response.output_text.delta/done`,
 * `error`.
 * GA events the page may send: `input_audio_buffer.append`, `conversation.item.create` (a typed user message).
 */
import { z } from 'zod';
import type { Drawing } from './drawing.ts';

const StyleName = /^[\w-]{1,40}$/;

export const LunaClientEvent = z.discriminatedUnion('type', [
  /** How much of an item has left the speaker, reported about ten times a second while Luna is heard. */
  z.object({ type: z.literal('luna.played'), item_id: z.string(), played_ms: z.number().min(0) }),
  /** The answer to `luna.playback` `flush`: the exact position at which the item fell silent. */
  z.object({ type: z.literal('luna.flushed'), item_id: z.string(), played_ms: z.number().min(0) }),
  /** Everything received for this item has been played to its end. */
  z.object({ type: z.literal('luna.drained'), item_id: z.string() }),
  z.object({ type: z.literal('luna.mute'), muted: z.boolean() }),
  z.object({ type: z.literal('luna.hangup') }),
  /** Insights only: another mode or persona, aloud or in writing. Answered by `luna.style`. */
  z.object({
    type: z.literal('luna.restyle'),
    mode: z.string().regex(StyleName).optional(),
    persona: z.string().regex(StyleName).optional(),
    answers: z.enum(['aloud', 'in-writing']).optional(),
  }),
  /** Begins a call where the socket has none yet, e.g. after `unknown_scenario`. Without a scenario: freeform. */
  z.object({ type: z.literal('luna.start'), scenario: z.string().max(64).optional() }),
]);
export type LunaClientEvent = z.infer<typeof LunaClientEvent>;

export type IdentityLevel = 'unknown' | 'recognised' | 'verified';

/**
 * What a person is given who takes a call over. Redacted: amounts are whole, names are initials, of a card only the
 * last four digits are left, and there is no PIN, date or number.
 */
export interface EscalationCard {
  readonly who: {
    /** "E.", where the caller is known. */
    readonly name: string | null;
    /** "•••• 4829". */
    readonly card: string | null;
    readonly identity: IdentityLevel;
    /** "card and PIN". */
    readonly verified_by: string | null;
    readonly failed_attempts: number;
  };
  readonly wanted: { readonly scenario: string; readonly goal: string; readonly reason: string };
  readonly details: Readonly<Record<string, string | number | boolean>>;
  /** What was changed. */
  readonly done: readonly {
    readonly tool: string;
    readonly title: string;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    readonly references: readonly string[];
  }[];
  /** What was read back and not answered (`tool` is null), or refused. */
  readonly open: readonly {
    readonly tool: string | null;
    readonly title: string;
    readonly why: string;
  }[];
  readonly last_words: readonly string[];
  readonly mood: {
    readonly is: 'friendly' | 'calm' | 'tense' | 'upset';
    readonly because: readonly string[];
  };
  readonly turns: number;
  readonly duration_ms: number;
}

export type LunaServerEvent =
  | {
      /** The first frame of a call. */
      type: 'luna.call.started';
      call_id: string;
      scenario: string;
      provider: string;
      /** A speech model in the cloud, or Luna's own engine. */
      mode: 'ai' | 'local';
      /**
       * To a page only. Whoever loses the socket comes back within ten seconds by `/ws?resume=TOKEN&after=N`, N the
       * number of frames received in this call, this one among them, and gets every later one; meanwhile the caller
       * counts as silent. `resume_failed`: the call is over. A socket closed with 1000, or `luna.hangup`, ends it.
       */
      resume?: string;
    }
  | {
      type: 'luna.call.ended';
      reason: 'caller' | 'assistant' | 'escalated' | 'error';
      text: string;
    }
  /** Another provider answers from here on; `why` is a sentence for a person. */
  | { type: 'luna.provider'; label: string; mode: 'ai' | 'local'; why: string }
  /** `duck` lowers Luna's voice while it is undecided whether the caller means to interrupt. */
  | { type: 'luna.playback'; action: 'duck' | 'resume' | 'flush'; item_id: string | null }
  /** The caller cut the item off: only this much of it was heard. */
  | { type: 'luna.heard'; item_id: string; heard_ms: number; text: string }
  | { type: 'luna.tool.started'; tool_call_id: string; tool: string; title: string }
  | {
      type: 'luna.tool.done';
      tool_call_id: string;
      tool: string;
      ok: boolean;
      /** Masked: what a person may see of arguments and result. */
      asked: Record<string, unknown>;
      returned: Record<string, unknown>;
      took_ms: number;
      /** To be drawn, where the tool has made a picture of its result. */
      drawing?: Drawing;
    }
  | { type: 'luna.identity'; level: IdentityLevel }
  /** Mode and persona, after a change of one of them. */
  | { type: 'luna.style'; style: Readonly<Record<string, string>> }
  /** What the call is about, as soon as a tool of that scenario's own is used: freeform begins without. */
  | { type: 'luna.scenario'; id: string }
  /** The call goes to a person; this is what they are told. */
  | { type: 'luna.escalation'; card: EscalationCard }
  | { type: 'luna.confirmation'; pending: string | null }
  /** Where the milliseconds of one turn went: from the caller's last sample to Luna's first. */
  | {
      type: 'luna.turn';
      item_id: string;
      voice_to_voice_ms: number;
      end_detected_ms: number;
      recognised_ms: number;
      first_audio_ms: number;
    };
