/** OpenAI Realtime, as it is generally available: one bearer key, no beta header. */
import type { Capabilities, Provider } from './provider.ts';
import { SESSION_LIMIT_MS, transcribesWhileSpeaking } from './models.ts';
import type { Speaking } from './upstream/agent-session.ts';
import type { LineParts } from './upstream/line.ts';
import { speechModel } from './upstream/speech-model.ts';

export interface OpenAiSettings extends Speaking {
  readonly key: string;
  readonly model: string;
  /** Where the service is: `wss://api.openai.com/v1` unless it is somebody else's who speaks the same. */
  readonly baseUrl?: string | undefined;
}

const BASE_URL = 'wss://api.openai.com/v1';

export function openAiProvider(settings: OpenAiSettings, parts: LineParts): Provider {
  const { key, model, baseUrl = BASE_URL } = settings;
  return speechModel({
    id: 'openai',
    label: `OpenAI ${model}`,
    can: canOf(settings.transcription),
    speaking: settings,
    parts,
    line: {
      name: 'OpenAI',
      url: `${baseUrl.replace(/\/+$/, '')}/realtime?${new URLSearchParams({ model }).toString()}`,
      headers: () => Promise.resolve({ Authorization: `Bearer ${key}` }),
    },
  });
}

/** What the GA protocol offers; Azure's is the same. */
export function canOf(transcription: string): Capabilities {
  return {
    // It answers what it has heard; the words come when they come.
    transcribesBeforeReply: false,
    transcribesWhileSpeaking: transcribesWhileSpeaking(transcription),
    truncates: true,
    createsResponses: true,
    updatesInstructions: true,
    answersUpdates: true,
    takesHistory: true,
    sessionLimitMs: SESSION_LIMIT_MS,
  };
}
