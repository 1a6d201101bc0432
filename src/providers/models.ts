/** The models and voices of OpenAI's Realtime service, and of Azure's: the one place to bring up to date. */

/** The one to take comes first. */
export const REALTIME_MODELS = [
  'gpt-realtime-2.1',
  'gpt-realtime-2.1-mini',
  'gpt-realtime-2',
  'gpt-realtime-1.5',
  // Ends on 2027-01-20, as do its dated and mini forms.
  'gpt-realtime',
  'gpt-realtime-2025-08-28',
  'gpt-realtime-mini',
  'gpt-realtime-mini-2025-10-06',
  'gpt-realtime-mini-2025-12-15',
  // In the service's own list of models for these sessions; nothing more is known of them here.
  'gpt-audio-1.5',
  'gpt-audio-mini',
  'gpt-audio-mini-2025-10-06',
  'gpt-audio-mini-2025-12-15',
] as const;

/** The first two are recommended for speech models of today. */
export const REALTIME_VOICES = [
  'marin',
  'cedar',
  'alloy',
  'ash',
  'ballad',
  'coral',
  'echo',
  'sage',
  'shimmer',
  'verse',
] as const;

export const TRANSCRIPTION_MODELS = [
  'gpt-live-transcribe',
  'gpt-transcribe',
  'gpt-realtime-whisper',
  // These end on 2027-02-26.
  'gpt-4o-transcribe',
  'gpt-4o-mini-transcribe',
  'gpt-4o-mini-transcribe-2025-12-15',
  'gpt-4o-transcribe-diarize',
  'whisper-1',
] as const;

/** Those known to send words while the caller is still speaking. */
const TRANSCRIBES_WHILE_SPEAKING: ReadonlySet<string> = new Set(['gpt-realtime-whisper']);

export function transcribesWhileSpeaking(transcription: string): boolean {
  return TRANSCRIBES_WHILE_SPEAKING.has(transcription);
}

/** Both services end a session after an hour. */
export const SESSION_LIMIT_MS = 60 * 60 * 1_000;
