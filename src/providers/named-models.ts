/** Whom a client of `/v1/realtime` may ask for: `?model=embedded`, `openai:gpt-realtime-2.1`, `azure:my-deployment`. */
import type { Provider } from './provider.ts';
import { type ProviderSettings, speechModelOf } from './settings.ts';
import type { LineParts } from './upstream/line.ts';

export interface NamedModels {
  /** Without a name, or by the bare name of a provider: as the house is set up. */
  find(name: string | undefined): Provider | undefined;
  /** For a client that asked for something else. */
  readonly offered: readonly string[];
}

const NAME = /^[\w.:-]{1,100}$/;

/** `settings` are those of the environment: a client names a model, never a key. */
export function namedModels(
  embedded: Provider,
  settings: readonly ProviderSettings[],
  parts: LineParts,
): NamedModels {
  return {
    find(name = embedded.id) {
      if (name === embedded.id) return embedded;
      const colon = name.indexOf(':');
      const provider = colon < 0 ? name : name.slice(0, colon);
      const model = colon < 0 ? undefined : name.slice(colon + 1);
      const found = settings.find((one) => one.provider === provider);
      if (found === undefined || (model !== undefined && !NAME.test(model))) return undefined;
      return speechModelOf({ ...found, model: model ?? found.model }, parts);
    },
    offered: [embedded.id, ...settings.map(({ provider, model }) => `${provider}:${model}`)],
  };
}
