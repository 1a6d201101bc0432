/** What the page understands of the server's words, checked once at the border; the rest it has no use for. */
import * as z from 'zod/mini';

// The page's content security policy forbids the code that zod would otherwise write for itself.
z.config({ jitless: true });

const Milliseconds = z.number().check(z.nonnegative());
const Shown = z.record(z.string(), z.unknown());
const MessageItem = z.object({
  id: z.string(),
  type: z.literal('message'),
  role: z.enum(['system', 'user', 'assistant']),
  content: z.array(
    z.object({
      type: z.string(),
      text: z.optional(z.string()),
      transcript: z.optional(z.nullable(z.string())),
    }),
  ),
});

const Scalars = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const EscalationCard = z.object({
  who: z.object({
    name: z.nullable(z.string()),
    card: z.nullable(z.string()),
    identity: z.enum(['unknown', 'recognised', 'verified']),
    verified_by: z.nullable(z.string()),
    failed_attempts: z.number(),
  }),
  wanted: z.object({ scenario: z.string(), goal: z.string(), reason: z.string() }),
  details: Scalars,
  done: z.array(
    z.object({
      tool: z.string(),
      title: z.string(),
      facts: Scalars,
      references: z.array(z.string()),
    }),
  ),
  open: z.array(z.object({ tool: z.nullable(z.string()), title: z.string(), why: z.string() })),
  last_words: z.array(z.string()),
  mood: z.object({
    is: z.enum(['friendly', 'calm', 'tense', 'upset']),
    because: z.array(z.string()),
  }),
  turns: z.number(),
  duration_ms: Milliseconds,
});

const WORDS = [
  z.object({
    type: z.literal('luna.call.started'),
    call_id: z.string(),
    scenario: z.string(),
    provider: z.string(),
    /** What a new socket names to go on with this call. */
    resume: z.optional(z.string()),
    mode: z.optional(z.enum(['ai', 'local'])),
  }),
  z.object({
    type: z.literal('luna.provider'),
    label: z.string(),
    mode: z.enum(['ai', 'local']),
    why: z.string(),
  }),
  z.object({
    type: z.literal('luna.call.ended'),
    reason: z.enum(['caller', 'assistant', 'escalated', 'error']),
    text: z.string(),
  }),
  z.object({
    type: z.literal('luna.playback'),
    action: z.enum(['duck', 'resume', 'flush']),
    item_id: z.nullable(z.string()),
  }),
  z.object({
    type: z.literal('luna.heard'),
    item_id: z.string(),
    heard_ms: Milliseconds,
    text: z.string(),
  }),
  z.object({
    type: z.literal('luna.tool.started'),
    tool_call_id: z.string(),
    tool: z.string(),
    title: z.string(),
  }),
  z.object({
    type: z.literal('luna.tool.done'),
    tool_call_id: z.string(),
    tool: z.string(),
    ok: z.boolean(),
    asked: Shown,
    returned: Shown,
    took_ms: Milliseconds,
    /** Insights only, and checked where it is drawn. */
    drawing: z.optional(z.unknown()),
  }),
  z.object({ type: z.literal('luna.style'), style: z.record(z.string(), z.string()) }),
  z.object({
    type: z.literal('luna.identity'),
    level: z.enum(['unknown', 'recognised', 'verified']),
  }),
  z.object({ type: z.literal('luna.scenario'), id: z.string() }),
  z.object({ type: z.literal('luna.escalation'), card: EscalationCard }),
  z.object({ type: z.literal('luna.confirmation'), pending: z.nullable(z.string()) }),
  z.object({
    type: z.literal('luna.turn'),
    item_id: z.string(),
    voice_to_voice_ms: Milliseconds,
    end_detected_ms: Milliseconds,
    recognised_ms: Milliseconds,
    first_audio_ms: Milliseconds,
  }),
  z.object({ type: z.literal('input_audio_buffer.speech_started'), item_id: z.string() }),
  z.object({ type: z.literal('input_audio_buffer.speech_stopped'), item_id: z.string() }),
  z.object({
    type: z.literal('conversation.item.added'),
    previous_item_id: z.optional(z.nullable(z.string())),
    item: MessageItem,
  }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.completed'),
    item_id: z.string(),
    transcript: z.string(),
  }),
  z.object({
    type: z.literal('response.output_audio.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({ type: z.literal('response.output_audio.done'), item_id: z.string() }),
  z.object({
    type: z.literal('response.output_audio_transcript.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({
    type: z.literal('response.output_audio_transcript.done'),
    item_id: z.string(),
    transcript: z.string(),
  }),
  z.object({
    type: z.literal('response.output_text.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({ type: z.literal('response.output_text.done'), item_id: z.string() }),
  z.object({ type: z.literal('response.created') }),
  z.object({ type: z.literal('response.done') }),
  z.object({
    type: z.literal('error'),
    error: z.object({ message: z.string(), code: z.optional(z.nullable(z.string())) }),
  }),
] as const;

const Envelope = z.object({ type: z.string() });
const ServerWord = z.discriminatedUnion('type', WORDS);
export type ServerWord = z.infer<typeof ServerWord>;

const known = new Set<string>(WORDS.flatMap((word) => word.shape.type.def.values));

/**
 * Undefined for a word the page has no use for.
 * @throws SyntaxError or ZodError when a word the page knows is badly spelled.
 */
export function readServerWord(raw: string): ServerWord | undefined {
  const message: unknown = JSON.parse(raw);
  if (!known.has(Envelope.parse(message).type)) return undefined;
  return ServerWord.parse(message);
}
