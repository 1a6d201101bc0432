/** Fetches the audio thread's code before the first call: it is there at once, and there when the server is gone. */
import captureUrl from './capture.worklet.ts?worker&url';
import playbackUrl from './playback.worklet.ts?worker&url';

export async function warmUp(): Promise<void> {
  // Whatever does not come now is asked for again by the call.
  await Promise.allSettled([captureUrl, playbackUrl].map((url) => fetch(url, { priority: 'low' })));
}
