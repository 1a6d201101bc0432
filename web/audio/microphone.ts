/** The caller's microphone: asked for once, then 20 ms frames of 24 kHz PCM16 until it is closed. */
import workletUrl from './capture.worklet.ts?worker&url';

export interface Microphone {
  /** Muted, the stream stays open and its frames hold silence: nobody has to guess whether the line is dead. */
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

/** `deviceId` is a wish: where that microphone is gone, the system's own serves. */
export async function openMicrophone(
  context: AudioContext,
  deviceId: string,
  { onFrame, onLost }: MicrophoneEvents,
): Promise<OpenedMicrophone> {
  const asked = await askForMicrophone(deviceId);
  if (!asked.ok) return asked;
  const { stream } = asked;
  const tracks = stream.getAudioTracks();
  const { source, own } = sourceOf(stream, context);
  const heard = source.context as AudioContext;
  await heard.audioWorklet.addModule(workletUrl);
  const analyser = new AnalyserNode(heard, { fftSize: 1024 });
  const node = new AudioWorkletNode(heard, 'luna-capture', {
    channelCount: 1,
    channelCountMode: 'explicit',
    outputChannelCount: [1],
  });
  // What leads nowhere need not be run by a browser. Its output is silence.
  source.connect(analyser).connect(node).connect(heard.destination);
  node.port.addEventListener('message', ({ data }: MessageEvent<Int16Array>) => onFrame(data));
  node.port.start();
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
      node.disconnect();
      // Nothing waits for it.
      void own?.close();
    },
  };
  return { ok: true, microphone };
}

/** Firefox connects a stream only to a context of the stream's own rate: where they differ, the stream gets one. */
function sourceOf(
  stream: MediaStream,
  context: AudioContext,
): { source: MediaStreamAudioSourceNode; own: AudioContext | undefined } {
  try {
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    return { source, own: undefined };
  } catch {
    const rate = stream.getAudioTracks()[0]?.getSettings().sampleRate;
    const own = new AudioContext(rate === undefined ? {} : { sampleRate: rate });
    return { source: new MediaStreamAudioSourceNode(own, { mediaStream: stream }), own };
  }
}

type Asked = { ok: true; stream: MediaStream } | { ok: false; why: MicrophoneRefusal };

async function askForMicrophone(deviceId: string): Promise<Asked> {
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
        ...(deviceId === '' ? {} : { deviceId }),
      },
    });
    return { ok: true, stream };
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return { ok: false, why: refused ? 'refused' : 'missing' };
  }
}
