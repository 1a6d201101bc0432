/** Azure OpenAI's gpt-realtime: the same protocol at the resource's own address, by key or by Entra ID. */
import { canOf } from './openai.ts';
import type { TokenSource } from './entra.ts';
import type { Provider } from './provider.ts';
import type { Speaking } from './upstream/agent-session.ts';
import type { LineParts } from './upstream/line.ts';
import { speechModel } from './upstream/speech-model.ts';

/** One of the two; a key goes into a header of its own. */
export type AzureAccess = { readonly key: string } | { readonly token: TokenSource };

export interface AzureSettings extends Speaking {
  /** `https://NAME.openai.azure.com` */
  readonly endpoint: string;
  readonly access: AzureAccess;
  /** What the resource's owner has called it; so is `transcription`. */
  readonly deployment: string;
}

export function azureProvider(settings: AzureSettings, parts: LineParts): Provider {
  const { endpoint, access, deployment, transcription } = settings;
  // No api-version: with one, this address answers 401.
  const query = new URLSearchParams({ model: deployment });
  return speechModel({
    id: 'azure',
    label: `Azure ${deployment}`,
    can: canOf(transcription),
    speaking: settings,
    parts,
    line: {
      name: 'Azure OpenAI',
      url: `${socketUrl(endpoint)}/openai/v1/realtime?${query.toString()}`,
      headers: (signal) => azureHeaders(access, signal),
    },
  });
}

/** Made anew for each connection: a token lives about an hour. */
export async function azureHeaders(
  access: AzureAccess,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  if ('key' in access) return { 'api-key': access.key };
  return { Authorization: `Bearer ${await access.token(signal)}` };
}

/** `https://name.openai.azure.com/whatever` → `wss://name.openai.azure.com` */
export function socketUrl(endpoint: string): string {
  return new URL(endpoint).origin.replace(/^http/, 'ws');
}
