/** Luna's voice, and a sentence of it to judge by. */
import { LoaderCircle, Square, Volume2 } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { Field, hintOf } from '#web/ui/field.tsx';
import { SelectField } from '#web/ui/select.tsx';
import type { ServerConfig } from './server-config.ts';
import type { SettingsForm } from './settings-form.ts';
import { useVoiceTest } from './use-voice-test.ts';

/** What the embedded engine's voices are like; other providers' are known by their names. */
const VOICES: Readonly<Record<string, string>> = {
  slt: 'American woman (slt)',
  rms: 'American man (rms)',
  awb: 'Scottish man (awb)',
  kal16: 'Plain man (kal16)',
};

interface VoiceFieldProps {
  form: SettingsForm;
  config: ServerConfig;
  change: (changed: Partial<SettingsForm>) => void;
  error: string | undefined;
}

export function VoiceField({ form, config, change, error }: VoiceFieldProps) {
  const voices = config.choices.providers.find(({ id }) => id === form.provider)?.voices ?? [];
  const { at, toggle } = useVoiceTest();
  if (voices.length === 0) return null;
  const embedded = form.provider === 'embedded';
  const problem = at === 'failed' ? 'The voice could not be played. Please try again.' : undefined;
  return (
    <Field
      id="settings-voice"
      label="Voice"
      hint={embedded ? undefined : 'You hear it in your next call.'}
      error={error ?? problem}
    >
      <div className="flex flex-wrap gap-2">
        <div className="min-w-52 flex-1">
          <SelectField
            id="settings-voice"
            value={form.voice}
            options={voices.map((voice) => ({ value: voice, label: VOICES[voice] ?? voice }))}
            onChange={(voice) => change({ voice })}
            describedBy={hintOf('settings-voice')}
          />
        </div>
        {embedded && (
          <Button onClick={() => toggle(form.voice)} className="min-w-36 max-sm:flex-1">
            {at === 'loading' && <LoaderCircle size={18} aria-hidden className="animate-spin" />}
            {at === 'playing' && <Square size={16} aria-hidden />}
            {(at === 'silent' || at === 'failed') && <Volume2 size={18} aria-hidden />}
            {at === 'playing' ? 'Stop' : 'Test voice'}
          </Button>
        )}
      </div>
    </Field>
  );
}
