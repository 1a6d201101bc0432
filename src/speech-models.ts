/** Speech models elsewhere: the operator's for everybody, and those that a browser brings its own key for. */
import {
  checkProvider,
  type Provider,
  type ProviderSettings,
  providersFrom,
  readSettings,
  REALTIME_MODELS,
  REALTIME_VOICES,
} from '#providers/provider.ts';
import { EMBEDDED_MODEL } from '#record/record.ts';
import type { Choice, OwnSettings, Standing, Tried, Wanted } from '#settings/settings.ts';

export interface SpeechModelParts {
  /** The operator's, in the order in which they are asked. */
  readonly operators: readonly ProviderSettings[];
  readonly embedded: Provider;
  /** Of the embedded engine; `voice` is the one it speaks with. */
  readonly voices: readonly string[];
  readonly voice: string;
  readonly line: Parameters<typeof checkProvider>[1];
}

export interface SpeechModels {
  readonly standing: Standing;
  readonly choices: readonly [Choice, ...Choice[]];
  readonly attempt: (wanted: Wanted, signal: AbortSignal) => Promise<Tried>;
  /** Whom a call asks, in this order; the embedded engine is the last. */
  orderFor(own: OwnSettings | undefined): readonly [Provider, ...Provider[]];
}

export function speechModels(parts: SpeechModelParts): SpeechModels {
  const { operators, embedded, voices, voice, line } = parts;
  const ofOperator = providersFrom(operators, line);
  // Beside Azure's own addresses a page may name those that the operator has named: no others are opened for it.
  const trusted = operators.flatMap(({ endpoint }) => endpoint ?? []);
  const elsewhere = { models: REALTIME_MODELS, voices: REALTIME_VOICES };
  return {
    standing: standingOf(operators[0], voice),
    choices: [
      { id: 'embedded', label: embedded.label, models: [EMBEDDED_MODEL], voices },
      { id: 'openai', label: 'OpenAI', ...elsewhere },
      { id: 'azure', label: 'Azure OpenAI', ...elsewhere },
    ],
    async attempt(wanted, signal) {
      const { provider: id } = wanted;
      if (id === 'embedded') return { ok: false, code: 'invalid_value', words: 'It needs no key.' };
      const read = readSettings({ ...wanted, provider: id }, trusted);
      if (!read.ok)
        return { ok: false, code: 'invalid_value', words: read.words, field: read.field };
      const checked = await checkProvider(read.settings, line, signal);
      if (!checked.ok) return checked;
      const [provider = embedded] = providersFrom([read.settings], line);
      return { ...checked, provider };
    },
    orderFor(own) {
      if (own === undefined) return inOrder([...ofOperator, embedded], embedded);
      if (own.provider === undefined) return [embedded];
      return [own.provider, ...ofOperator, embedded];
    },
  };
}

function inOrder(all: readonly Provider[], last: Provider): readonly [Provider, ...Provider[]] {
  const [first = last, ...others] = all;
  return [first, ...others];
}

function standingOf(first: ProviderSettings | undefined, voice: string): Standing {
  if (first === undefined)
    return { provider: 'embedded', mode: 'local', hasKey: false, model: EMBEDDED_MODEL, voice };
  const provider = first.provider === 'openai' ? 'openai' : 'azure';
  const { model, key } = first;
  return { provider, mode: 'ai', hasKey: key !== undefined, model, voice: first.voice };
}
