/** Green or red, as the provider itself answered; grey before anybody asked. */
import type { ProviderId, ServerConfig } from './server-config.ts';
import { isAsked } from './settings-form.ts';
import { useSettings } from './use-settings.ts';

interface CheckStatusProps {
  config: ServerConfig;
  /** The one that is chosen in the form. */
  provider: ProviderId;
}

const LOOKS = {
  good: 'bg-good',
  bad: 'bg-danger',
  open: 'bg-edge',
} as const;

export function CheckStatus({ config, provider }: CheckStatusProps) {
  const [look, words] = useStatus(config, provider);
  return (
    <output className="flex w-full items-start gap-2 text-sm sm:mr-auto sm:w-auto sm:min-w-48 sm:flex-1">
      <span
        aria-hidden
        className={`mt-1.5 size-2.5 shrink-0 rounded-full transition-colors ${LOOKS[look]}`}
      />
      {words}
    </output>
  );
}

function useStatus(
  config: ServerConfig,
  provider: ProviderId,
): [look: keyof typeof LOOKS, words: string] {
  const { checking, checked } = useSettings();
  if (checking) return ['open', 'Asking the provider…'];
  if (checked?.ok === false)
    return ['bad', isAsked(provider, checked.field) ? 'Not saved: see above.' : checked.error];
  if (checked?.ok === true) {
    const took = checked.latency_ms;
    return [
      'good',
      `${checked.label} is ready.${took === undefined || took === 0 ? '' : ` It answered in ${Math.round(took)} ms.`}`,
    ];
  }
  if (provider !== config.provider) return ['open', 'Not checked yet.'];
  if (provider === 'embedded') return ['good', 'Ready. Needs no key.'];
  if (config.mode !== 'ai') return ['bad', 'No key yet.'];
  return ['good', config.fromEnvironment ? 'Set by the operator.' : 'Checked, and in use.'];
}
