/** Azure Voice Live: the older dialect, translated both ways; its own voices, transcription and turn finding. */
import { fromOlderServer, toOlderServer } from '#protocol/older-dialect.ts';
import type { Fields } from '#protocol/older-dialect-session.ts';
import { type AzureAccess, azureHeaders, socketUrl } from './azure.ts';
import { REALTIME_VOICES } from './models.ts';
import { canOf } from './openai.ts';
import type { Provider } from './provider.ts';
import type { Speaking } from './upstream/agent-session.ts';
import type { LineParts } from './upstream/line.ts';
import { speechModel } from './upstream/speech-model.ts';

export const VOICE_LIVE_VERSION = '2026-04-10';

interface VoiceLiveSettings extends Speaking {
  /** `https://NAME.services.ai.azure.com` */
  readonly endpoint: string;
  readonly access: AzureAccess;
  /** A model of the service, deployed by nobody. */
  readonly model: string;
  readonly apiVersion: string;
}

export function voiceLiveProvider(settings: VoiceLiveSettings, parts: LineParts): Provider {
  const { endpoint, access, model, apiVersion, transcription } = settings;
  const query = new URLSearchParams({ 'api-version': apiVersion, model });
  return speechModel({
    id: 'voice-live',
    label: `Voice Live ${model}`,
    can: canOf(transcription),
    speaking: settings,
    parts,
    line: {
      name: 'Azure Voice Live',
      url: `${socketUrl(endpoint)}/voice-live/realtime?${query.toString()}`,
      headers: (signal) => azureHeaders(access, signal),
      dialect: {
        outgoing: (event) => {
          const older = toOlderServer(event);
          return [older['type'] === 'session.update' ? inItsTerms(older) : older];
        },
        incoming: fromOlderServer,
      },
    },
  });
}

const OPENAI_VOICES: ReadonlySet<unknown> = new Set(REALTIME_VOICES);

/** Voices have a kind here, and the semantic finding of turns another name. Pure. */
function inItsTerms(event: Fields): Fields {
  const session = event['session'] as Fields;
  const { voice, turn_detection: turns, ...same } = session;
  const detection = turns as Fields | null | undefined;
  return {
    ...event,
    session: {
      ...same,
      ...(typeof voice === 'string' ? { voice: { name: voice, type: kindOf(voice) } } : {}),
      ...(detection === undefined ? {} : { turn_detection: detection && inAzure(detection) }),
    },
  };
}

function kindOf(voice: string): string {
  return OPENAI_VOICES.has(voice) ? 'openai' : 'azure-standard';
}

function inAzure(detection: Fields): Fields {
  if (detection['type'] !== 'semantic_vad') return detection;
  const { eagerness: _, ...same } = detection;
  return { ...same, type: 'azure_semantic_vad' };
}
