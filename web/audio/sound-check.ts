/** A look at the microphone before the call: its level, and nothing is sent anywhere. */
import type { DevicesClient } from './devices.ts';
import { CallSound } from './call-sound.ts';
import type { MicrophoneRefusal } from './microphone.ts';

export type OpenedSoundCheck =
  | { ok: true; meters: () => readonly AnalyserNode[]; close: () => void }
  | { ok: false; why: MicrophoneRefusal };

/** To be called by a click. It follows the caller's choice of a microphone until it is closed. */
export async function openSoundCheck(devices: DevicesClient): Promise<OpenedSoundCheck> {
  const sound = new CallSound(devices);
  const opened = await sound.openMicrophone();
  if (opened === 'open')
    return { ok: true, meters: () => sound.meters('caller'), close: () => sound.close() };
  sound.close();
  return { ok: false, why: opened };
}
