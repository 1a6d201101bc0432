/** Through which microphone and speaker; browsers tell their names only once the microphone has been allowed. */
import { SoundCheck } from '#web/caller/sound-check.tsx';
import { useDevices, useDevicesClient } from '#web/audio/use-devices.ts';
import type { Device } from '#web/audio/devices.ts';
import { Field, hintOf } from '#web/ui/field.tsx';
import { SelectField, type Option } from '#web/ui/select.tsx';

/** A select knows no empty value. */
const SYSTEM = 'system';

export function SoundFields() {
  const devices = useDevices();
  const client = useDevicesClient();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="settings-microphone" label="Microphone">
          <SelectField
            id="settings-microphone"
            value={valueOf(devices.microphone, devices.microphones)}
            options={optionsOf(devices.microphones)}
            onChange={(id) => client.chooseMicrophone(id === SYSTEM ? '' : id)}
          />
        </Field>
        <Field
          id="settings-speaker"
          label="Speaker"
          hint={devices.canChooseSpeaker ? undefined : 'This browser plays where the system plays.'}
        >
          <SelectField
            id="settings-speaker"
            value={valueOf(devices.speaker, devices.speakers)}
            options={optionsOf(devices.speakers)}
            disabled={!devices.canChooseSpeaker}
            describedBy={hintOf('settings-speaker')}
            onChange={(id) => client.chooseSpeaker(id === SYSTEM ? '' : id)}
          />
        </Field>
      </div>
      <div className="-mt-2 self-start">
        <SoundCheck />
      </div>
    </>
  );
}

function optionsOf(devices: readonly Device[]): Option[] {
  return [
    { value: SYSTEM, label: "The system's own" },
    ...devices.map(({ id, label }) => ({ value: id, label })),
  ];
}

/** What has been unplugged since is not chosen. */
function valueOf(id: string, devices: readonly Device[]): string {
  return devices.some((device) => device.id === id) ? id : SYSTEM;
}
