/** All the sound of one call: unlocked by the click that starts it, shared by whoever speaks in it, ended once. */
import type { DevicesClient } from './devices.ts';
import { type Microphone, type MicrophoneRefusal, openMicrophone } from './microphone.ts';
import type { PlaybackReport } from './playback.ts';
import { ring } from './ringing.ts';
import { type Speaker, openSpeaker } from './speaker.ts';

export interface CallSoundEvents {
  /** 20 ms of the caller, 24 kHz PCM16. */
  readonly onFrame: (samples: Int16Array) => void;
  readonly onMicrophoneLost: () => void;
  /** What has been heard of Luna. */
  readonly onReport: (report: PlaybackReport) => void;
}

/** Browsers wake it in a few hundredths of a second. */
const WAKE_LIMIT_MS = 2_000;

const DEAF: CallSoundEvents = { onFrame() {}, onMicrophoneLost() {}, onReport() {} };

export class CallSound {
  readonly #context = new AudioContext({ latencyHint: 'interactive' });
  readonly #devices: DevicesClient;
  readonly #stopWatching: () => void;
  /** Whoever holds the call at the moment. */
  #events: CallSoundEvents = DEAF;
  #speaker: Speaker | undefined;
  #callersVoice: Speaker | undefined;
  #microphone: Microphone | undefined;
  #microphoneId = '';
  #speakerId = '';
  #muted = false;
  #speakerMuted = false;
  #closed = false;

  /** To be made in the click itself: Safari keeps any other context silent. */
  constructor(devices: DevicesClient) {
    this.#devices = devices;
    this.#stopWatching = devices.subscribe(() => void this.#followDevices());
    // A phone call on an iPhone interrupts the context; afterwards nobody but the page wakes it.
    this.#context.addEventListener('statechange', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
  }

  /** From now on these hear of everything. */
  listen(events: CallSoundEvents): void {
    this.#events = events;
  }

  /** @throws DOMException when the browser cannot load the worklet. */
  async open(): Promise<void> {
    // A context made by a click may still have to be woken, on Safari always. One without a sound card may never
    // wake: then the call goes on in writing.
    await Promise.race([this.#context.resume(), pause(WAKE_LIMIT_MS)]);
    await this.#followDevices();
    const speaker = await openSpeaker(this.#context, (report) => this.#events.onReport(report));
    if (this.#closed) speaker.close();
    else this.#speaker = speaker;
  }

  ring(seconds: number): void {
    ring(this.#context, seconds);
  }

  /** Also after a refusal, when the caller has thought better of it. */
  async openMicrophone(): Promise<'open' | MicrophoneRefusal> {
    const { microphone: wanted } = this.#devices.state();
    const opened = await openMicrophone(this.#context, wanted, {
      onFrame: (samples) => this.#events.onFrame(samples),
      onLost: () => {
        this.#microphone?.close();
        this.#microphone = undefined;
        this.#events.onMicrophoneLost();
      },
    });
    if (!opened.ok) return opened.why;
    this.#microphone?.close();
    this.#microphone = opened.microphone;
    this.#microphoneId = wanted;
    if (this.#closed) opened.microphone.close();
    opened.microphone.setMuted(this.#muted);
    // Now the browser tells their names.
    this.#devices.refresh();
    return 'open';
  }

  /** False where there is no microphone to mute. */
  setMicrophoneMuted(muted: boolean): boolean {
    this.#muted = muted;
    this.#microphone?.setMuted(muted);
    return this.#microphone !== undefined;
  }

  closeMicrophone(): void {
    this.#microphone?.close();
    this.#microphone = undefined;
  }

  get speaker(): Speaker | undefined {
    return this.#speaker;
  }

  /** The caller's part where a recording speaks it. Undefined where this browser plays nothing. */
  async openCallersVoice(onReport: (report: PlaybackReport) => void): Promise<Speaker | undefined> {
    if (this.#speaker === undefined || this.#closed) return undefined;
    this.#callersVoice = await openSpeaker(this.#context, onReport);
    this.#callersVoice.setMuted(this.#speakerMuted);
    return this.#callersVoice;
  }

  /** Nothing is heard; everything else goes on. */
  setSpeakerMuted(muted: boolean): void {
    this.#speakerMuted = muted;
    this.#speaker?.setMuted(muted);
    this.#callersVoice?.setMuted(muted);
  }

  /** What each side sounds like at this moment. */
  meters(side: 'caller' | 'luna'): readonly AnalyserNode[] {
    const sources = side === 'luna' ? [this.#speaker] : [this.#microphone, this.#callersVoice];
    return sources.flatMap((source) => (source === undefined ? [] : [source.analyser]));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopWatching();
    this.#context.removeEventListener('statechange', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    this.closeMicrophone();
    this.#speaker?.close();
    this.#callersVoice?.close();
    // Nothing waits for the sound card to be given back.
    void this.#context.close();
  }

  readonly #wake = (): void => {
    const asleep = this.#context.state !== 'running' && this.#context.state !== 'closed';
    // One that may not run yet runs with the next touch.
    if (asleep && document.visibilityState === 'visible') void this.#context.resume();
  };

  /** What the caller chooses in mid-call holds at once. */
  async #followDevices(): Promise<void> {
    const { microphone, speaker } = this.#devices.state();
    if (speaker !== this.#speakerId && !this.#closed) {
      this.#speakerId = speaker;
      await playOn(this.#context, speaker);
    }
    if (this.#microphone !== undefined && microphone !== this.#microphoneId) {
      this.#microphoneId = microphone;
      await this.openMicrophone();
    }
  }
}

/** A speaker that is gone is no reason to be silent: the system's own goes on. */
async function playOn(context: AudioContext, speakerId: string): Promise<void> {
  if (!('setSinkId' in context)) return;
  const choose = context.setSinkId as (this: AudioContext, id: string) => Promise<void>;
  try {
    await choose.call(context, speakerId);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
