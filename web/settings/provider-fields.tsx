/** What a provider in the cloud wants to know: a key, and for Azure also where. */
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field, hintOf } from '#web/ui/field.tsx';
import { SelectField } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { KeyInput } from './key-input.tsx';
import type { ServerConfig } from './server-config.ts';
import type { FormField, SettingsForm } from './settings-form.ts';

interface ProviderFieldsProps {
  form: SettingsForm;
  config: ServerConfig;
  change: (changed: Partial<SettingsForm>) => void;
  /** What is wrong with a field. */
  blame: (field: FormField) => string | undefined;
}

export function ProviderFields(props: ProviderFieldsProps) {
  const { form, config, change, blame } = props;
  const azure = form.provider === 'azure';
  const models = config.choices.providers.find(({ id }) => id === form.provider)?.models ?? [];
  const keyIsThere = config.hasKey && config.provider === form.provider;
  return (
    <>
      {azure && <AzureFields {...props} />}
      {!(azure && form.entra) && (
        <Field
          id="settings-key"
          label="Key"
          hint="Sent to this server once and kept in its memory for this visit. Never written down."
          error={blame('key')}
        >
          <KeyInput
            id="settings-key"
            value={form.key}
            placeholder={keyIsThere ? 'A key is set; leave empty to keep it' : ''}
            invalid={blame('key') !== undefined}
            onChange={(key) => change({ key })}
          />
        </Field>
      )}
      {!azure && models.length > 0 && (
        <Field id="settings-model" label="Model" error={blame('model')}>
          <SelectField
            id="settings-model"
            value={form.model}
            options={models.map((model) => ({ value: model, label: model }))}
            onChange={(model) => change({ model })}
            describedBy={blame('model') && hintOf('settings-model')}
          />
        </Field>
      )}
    </>
  );
}

function AzureFields({ form, change, blame }: ProviderFieldsProps) {
  const text = (name: 'endpoint' | 'deployment' | 'transcription', placeholder: string) => (
    <TextInput
      id={`settings-${name}`}
      value={form[name]}
      placeholder={placeholder}
      aria-invalid={blame(name) !== undefined}
      aria-describedby={hintOf(`settings-${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <Field
        id="settings-endpoint"
        label="Endpoint"
        hint="From the resource's page in the Azure portal."
        error={blame('endpoint')}
      >
        {text('endpoint', 'https://my-resource.openai.azure.com')}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="settings-deployment"
          label="Deployment"
          hint="Of a gpt-realtime model."
          error={blame('deployment')}
        >
          {text('deployment', 'gpt-realtime')}
        </Field>
        <Field
          id="settings-transcription"
          label="Transcription deployment"
          hint="Optional: writes down what you say."
          error={blame('transcription')}
        >
          {text('transcription', 'gpt-4o-mini-transcribe')}
        </Field>
      </div>
      <Checkbox
        id="settings-entra"
        checked={form.entra}
        onChange={(entra) => change({ entra })}
        label="Sign in with Entra ID"
      >
        No key: the server uses the identity it runs under.
      </Checkbox>
    </>
  );
}
