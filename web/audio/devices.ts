/** Which microphones and speakers there are, and which of them the caller wants; the choice stays on this device. */

export interface Device {
  readonly id: string;
  readonly label: string;
}

export interface Devices {
  readonly microphones: readonly Device[];
  readonly speakers: readonly Device[];
  /** Empty: whichever the system prefers. */
  readonly microphone: string;
  readonly speaker: string;
  /** Safari and Firefox play where the system plays. */
  readonly canChooseSpeaker: boolean;
}

export interface DevicesClient {
  readonly state: () => Devices;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly chooseMicrophone: (id: string) => void;
  readonly chooseSpeaker: (id: string) => void;
  /** Looks again: browsers tell the names only once the microphone has been allowed. */
  readonly refresh: () => void;
}

const MICROPHONE_KEY = 'luna.microphone';
const SPEAKER_KEY = 'luna.speaker';

export function createDevices(): DevicesClient {
  const listeners = new Set<() => void>();
  // Pages that are neither https nor localhost have no mediaDevices at all.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  let state: Devices = {
    microphones: [],
    speakers: [],
    microphone: localStorage.getItem(MICROPHONE_KEY) ?? '',
    speaker: localStorage.getItem(SPEAKER_KEY) ?? '',
    canChooseSpeaker: 'setSinkId' in AudioContext.prototype,
  };
  const become = (changed: Partial<Devices>): void => {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  };
  const refresh = (): void => {
    media?.enumerateDevices().then(
      (found) =>
        become({
          microphones: devicesIn(found, 'audioinput', 'Microphone'),
          speakers: devicesIn(found, 'audiooutput', 'Speaker'),
        }),
      // A browser that keeps them to itself still has the system's own.
      () => become({ microphones: [], speakers: [] }),
    );
  };
  media?.addEventListener('devicechange', refresh);
  refresh();
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    chooseMicrophone(id) {
      localStorage.setItem(MICROPHONE_KEY, id);
      become({ microphone: id });
    },
    chooseSpeaker(id) {
      localStorage.setItem(SPEAKER_KEY, id);
      become({ speaker: id });
    },
    refresh,
  };
}

/** Chromium's `default` and `communications` are doubles of real ones; no choice at all means the same. */
function devicesIn(
  found: readonly MediaDeviceInfo[],
  kind: MediaDeviceKind,
  name: string,
): Device[] {
  return found
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications')
    .map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `${name} ${at + 1}` }));
}
