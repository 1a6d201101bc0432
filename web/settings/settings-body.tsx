/** The form of the settings, from opening to the provider's answer. */
import { LoaderCircle } from 'lucide-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Button } from '#web/ui/button.tsx';
import { CheckStatus } from './check-status.tsx';
import { KeepHere } from './keep-here.tsx';
import { ProviderCards } from './provider-cards.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { remembered } from './remembered.ts';
import type { ServerConfig } from './server-config.ts';
import {
  formOf,
  missingIn,
  wantedOf,
  withProvider,
  type Missing,
  type SettingsForm,
} from './settings-form.ts';
import { useSettings, useSettingsClient } from './use-settings.ts';
import { SoundFields } from './sound-fields.tsx';
import { VoiceField } from './voice-field.tsx';

interface SettingsBodyProps {
  config: ServerConfig;
  onClose: () => void;
  onSaved: () => void;
}

export function SettingsBody({ config, onClose, onSaved }: SettingsBodyProps) {
  const client = useSettingsClient();
  const { checking, checked } = useSettings();
  const [form, setForm] = useState(() => formOf(config, remembered()));
  const [missing, setMissing] = useState<Missing | undefined>(undefined);
  const change = (changed: Partial<SettingsForm>): void => {
    setForm((old) => ({ ...old, ...changed }));
    setMissing(undefined);
    client.clearCheck();
  };
  const keep = async (): Promise<void> => {
    const { ok } = await client.save(wantedOf(form), form.remember);
    if (ok) onSaved();
  };
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const lacks = missingIn(form, config);
    setMissing(lacks);
    if (lacks === undefined) void keep();
    else document.querySelector<HTMLElement>(`#settings-${lacks.field}`)?.focus();
  };
  const refused = checked?.ok === false && checked.field !== undefined ? checked : undefined;
  const blame = (field: string): string | undefined =>
    missing?.field === field ? missing.error : refused?.field === field ? refused.error : undefined;
  return (
    <form onSubmit={save} noValidate className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-5 py-5 sm:px-6">
        <Section title="Who answers">
          <ProviderCards
            chosen={form.provider}
            choices={config.choices.providers}
            onChoose={(provider) => change(withProvider(form, provider, config))}
          />
          {form.provider !== 'embedded' && (
            <ProviderFields form={form} config={config} change={change} blame={blame} />
          )}
          <VoiceField form={form} config={config} change={change} error={blame('voice')} />
          {form.provider !== 'embedded' && (
            <KeepHere
              remember={form.remember}
              onChange={(remember) => setForm((old) => ({ ...old, remember }))}
              onForget={() => {
                void client.forget();
                change({ key: '', remember: false });
              }}
            />
          )}
        </Section>
        <Section title="Sound on this device">
          <SoundFields />
        </Section>
      </div>
      <footer className="flex shrink-0 flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-line px-5 py-4 sm:px-6">
        <CheckStatus config={config} provider={form.provider} />
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" look="primary" disabled={checking} className="min-w-24">
          {checking ? (
            <LoaderCircle size={18} aria-label="Checking" className="animate-spin" />
          ) : (
            'Save'
          )}
        </Button>
      </footer>
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-sm font-semibold text-soft">{title}</h3>
      {children}
    </section>
  );
}
