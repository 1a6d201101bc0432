/** The ringing tone before Luna answers, quiet and short. */

/** 440 and 480 Hz together: what a telephone rings like in North America. */
const TONES_HZ = [440, 480];
const LOUDNESS = 0.04;
const EDGE_SECONDS = 0.03;

export function ring(context: AudioContext, seconds: number): void {
  const start = context.currentTime;
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(context.destination);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + EDGE_SECONDS);
  gain.gain.setValueAtTime(LOUDNESS, start + seconds - EDGE_SECONDS);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  for (const frequency of TONES_HZ) {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(start);
    tone.stop(start + seconds);
  }
}
