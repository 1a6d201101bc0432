/** Everything that outlives a drawing of the page, made once and tied together. */
import { createDevices } from './audio/devices.ts';
import { warmUp } from './audio/warm-up.ts';
import { createCallClient } from './caller/call-client.ts';
import { createDirectory } from './caller/directory.ts';
import type { Stores } from './caller/use-call.ts';
import { createScriptbook } from './scripted/scriptbook.ts';

export function createStores(): Stores {
  void warmUp();
  const directory = createDirectory();
  const devices = createDevices();
  const call = createCallClient({ devices, scripts: createScriptbook(directory) });
  return { call, directory, devices };
}
