/** The caller's microphone: asked for once, then 20 ms frames of 24 kHz PCM16 until it is closed. */
import workletUrl from './capture.worklet.ts?worker&url';

export interface Microphone {
  /** Muted, the frames go on and hold silence: nobody has to guess whether the line is dead. */
  setMuted(muted: boolean): void;
  readonly analyser: AnalyserNode;
  close(): void;
}

export type MicrophoneRefusal = 'refused' | 'missing';

export type OpenedMicrophone =
  | { ok: true; microphone: Microphone }
  | { ok: false; why: MicrophoneRefusal };

export interface MicrophoneEvents {
  readonly onFrame: (samples: Int16Array) => void;
  /** Unplugged, or taken away in the browser's settings. */
  readonly onLost: () => void;
}

export async function openMicrophone(
  context: AudioContext,
  { onFrame, onLost }: MicrophoneEvents,
): Promise<OpenedMicrophone> {
  const asked = await askForMicrophone();
  if (!asked.ok) return asked;
  const { stream } = asked;
  await context.audioWorklet.addModule(workletUrl);
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const node = new AudioWorkletNode(context, 'luna-capture', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  source.connect(analyser).connect(node);
  node.port.addEventListener('message', ({ data }: MessageEvent<Int16Array>) => onFrame(data));
  node.port.start();
  const tracks = stream.getAudioTracks();
  for (const track of tracks) track.addEventListener('ended', onLost);
  const microphone: Microphone = {
    setMuted(muted) {
      for (const track of tracks) track.enabled = !muted;
    },
    analyser,
    close() {
      node.port.close();
      for (const track of tracks) {
        track.removeEventListener('ended', onLost);
        track.stop();
      }
      source.disconnect();
      analyser.disconnect();
    },
  };
  return { ok: true, microphone };
}

type Asked = { ok: true; stream: MediaStream } | { ok: false; why: MicrophoneRefusal };

async function askForMicrophone(): Promise<Asked> {
  // Pages that are neither https nor localhost have no mediaDevices at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return { ok: false, why: 'refused' };
  try {
    const stream = await devices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
    return { ok: true, stream };
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return { ok: false, why: refused ? 'refused' : 'missing' };
  }
}
