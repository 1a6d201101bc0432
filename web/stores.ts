/** Everything that outlives a drawing of the page, made once and tied together. */
import { createDevices, type DevicesClient } from './audio/devices.ts';
import { warmUp } from './audio/warm-up.ts';
import { type CallClient, createCallClient } from './caller/call-client.ts';
import { createDirectory, type DirectoryClient } from './caller/directory.ts';
import { createScriptbook } from './scripted/scriptbook.ts';

interface Stores {
  readonly call: CallClient;
  readonly directory: DirectoryClient;
  readonly devices: DevicesClient;
}

export function createStores(): Stores {
  void warmUp();
  const directory = createDirectory();
  const devices = createDevices();
  const call = createCallClient({ devices, scripts: createScriptbook(directory) });
  return { call, directory, devices };
}
