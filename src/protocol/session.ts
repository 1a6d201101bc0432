/** The GA session object of the Realtime protocol: what a model is told, and what it echoes back. */
import { z } from 'zod';

const AudioFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio/pcm'), rate: z.literal(24_000).default(24_000) }),
  z.object({ type: z.literal('audio/pcmu') }),
  z.object({ type: z.literal('audio/pcma') }),
]);
export type AudioFormat = z.infer<typeof AudioFormat>;

const Vad = { create_response: z.boolean().optional(), interrupt_response: z.boolean().optional() };

const TurnDetection = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('server_vad'),
    threshold: z.number().min(0).max(1).optional(),
    prefix_padding_ms: z.int().min(0).max(5_000).optional(),
    silence_duration_ms: z.int().min(0).max(10_000).optional(),
    idle_timeout_ms: z.int().min(1_000).nullish(),
    ...Vad,
  }),
  z.object({
    type: z.literal('semantic_vad'),
    eagerness: z.enum(['low', 'medium', 'high', 'auto']).optional(),
    ...Vad,
  }),
]);
export type TurnDetection = z.infer<typeof TurnDetection>;

const FunctionTool = z.object({
  type: z.literal('function'),
  name: z.string().min(1).max(64),
  description: z.string().optional(),
  /** JSON Schema of the arguments object. */
  parameters: z.record(z.string(), z.unknown()).optional(),
});
export type FunctionTool = z.infer<typeof FunctionTool>;

const ToolChoice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.object({ type: z.literal('function'), name: z.string() }),
]);
export type ToolChoice = z.infer<typeof ToolChoice>;

const OutputModalities = z.union([z.tuple([z.literal('audio')]), z.tuple([z.literal('text')])]);

export const OutputAudio = z.strictObject({
  format: AudioFormat.optional(),
  voice: z.union([z.string(), z.object({ id: z.string() })]).optional(),
});

/** `session.update`'s payload: only the fields present are changed; unknown keys are an error. */
export const SessionUpdate = z.strictObject({
  type: z.literal('realtime'),
  model: z.string().optional(),
  output_modalities: OutputModalities.optional(),
  instructions: z.string().optional(),
  audio: z
    .strictObject({
      input: z
        .strictObject({
          format: AudioFormat.optional(),
          transcription: z
            .looseObject({ model: z.string().optional(), language: z.string().nullish() })
            .nullish(),
          noise_reduction: z.looseObject({ type: z.string().optional() }).nullish(),
          turn_detection: TurnDetection.nullish(),
        })
        .optional(),
      output: OutputAudio.extend({ speed: z.number().min(0.25).max(1.5).optional() }).optional(),
    })
    .optional(),
  tools: z.array(FunctionTool).optional(),
  tool_choice: ToolChoice.optional(),
  parallel_tool_calls: z.boolean().optional(),
  reasoning: z.looseObject({}).optional(),
  max_output_tokens: z.union([z.int().min(1).max(4_096), z.literal('inf')]).optional(),
  truncation: z.unknown().optional(),
  tracing: z.unknown().optional(),
  include: z.array(z.string()).nullish(),
  prompt: z.unknown().optional(),
});
export type SessionUpdate = z.infer<typeof SessionUpdate>;
