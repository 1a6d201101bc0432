/** A token of Entra ID for one connection, by whatever identity this machine has (DefaultAzureCredential). */
import type { TokenCredential } from '@azure/identity';
import { ProviderError } from './upstream/failure.ts';

/** The older services took `https://cognitiveservices.azure.com/.default`. */
export const ENTRA_SCOPE = 'https://ai.azure.com/.default';

export type TokenSource = (signal: AbortSignal) => Promise<string>;

/** Asks anew for every connection; the library keeps a token only as long as it is good. Rejects with a CallError. */
export function entraToken(scope: string): TokenSource {
  let credential: TokenCredential | undefined;
  return async (signal) => {
    try {
      if (credential === undefined) {
        // 40 MB that nobody needs who has a key.
        const { DefaultAzureCredential } = await import('@azure/identity');
        credential = new DefaultAzureCredential();
      }
      const token = await credential.getToken(scope, { abortSignal: signal });
      if (token !== null) return token.token;
    } catch (error) {
      throw noToken(error instanceof Error ? error.name : 'unknown');
    }
    throw noToken('none');
  };
}

/** The library's message lists every identity it has tried; its name is enough, and holds nothing private. */
function noToken(name: string): ProviderError {
  return new ProviderError(
    {
      kind: 'fatal',
      code: 'no_token',
      words: 'Entra ID gave no token: this server has no Azure identity that may be used.',
      blame: 'key',
    },
    `Azure: no_token: ${name}`,
  );
}
