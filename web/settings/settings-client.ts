/** The settings outside React: what the server holds for this browser, and what this device remembers. */
import {
  checkConfig,
  forgetConfig,
  readConfig,
  type Checked,
  type ServerConfig,
  type WantedConfig,
} from './server-config.ts';
import { forgetHere, remembered, rememberHere } from './remembered.ts';

export interface Settings {
  /** Undefined until the server has told, and while it is away. */
  readonly config: ServerConfig | undefined;
  /** The answer to the last check of this visit. */
  readonly checked: Checked | undefined;
  readonly checking: boolean;
}

export interface SettingsClient {
  readonly state: () => Settings;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Checks and, where the provider agrees, keeps it on the server for this visit; `remember`: on this device too. */
  readonly save: (wanted: WantedConfig, remember: boolean) => Promise<Checked>;
  /** Nothing is kept any more, neither here nor there. */
  readonly forget: () => Promise<void>;
  /** An old answer says nothing about what has been changed since. */
  readonly clearCheck: () => void;
}

export function createSettings(): SettingsClient {
  const listeners = new Set<() => void>();
  let state: Settings = { config: undefined, checked: undefined, checking: false };
  const become = (changed: Partial<Settings>): void => {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  };
  const read = async (): Promise<void> => become({ config: await readConfig() });
  const check = async (wanted: WantedConfig): Promise<Checked> => {
    become({ checking: true, checked: undefined });
    const checked = await checkConfig(wanted);
    if (checked.ok) await read();
    become({ checking: false, checked });
    return checked;
  };
  const begin = async (): Promise<void> => {
    await read();
    const wanted = remembered();
    // The server forgets with every restart; this device does not.
    if (wanted !== undefined && state.config?.fromEnvironment === true) await check(wanted);
  };
  void begin();
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async save(wanted, remember) {
      const checked = await check(wanted);
      if (checked.ok && remember) rememberHere(wanted);
      else if (!remember) forgetHere();
      return checked;
    },
    async forget() {
      forgetHere();
      await forgetConfig();
      become({ checked: undefined });
      await read();
    },
    clearCheck: () => become({ checked: undefined }),
  };
}
