/** A mouth at the page's microphone: says what a test gives it, when the test wants it said. */
import type { Page } from 'playwright-core';
import { encodePcm16 } from '#audio/pcm16.ts';

declare global {
  interface Window {
    /** 24 kHz PCM16 as base64; returns the time since the microphone was opened, ms. */
    lunaSay: (base64: string) => number;
  }
}

/** Call it before the page is opened. */
export async function putMouthIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const context = new AudioContext();
    const microphone = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    let openedAt = 0;
    navigator.mediaDevices.getUserMedia = async () => {
      await context.resume();
      openedAt = performance.now();
      return microphone.stream.clone();
    };
    window.lunaSay = (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const samples = Float32Array.from(new Int16Array(bytes.buffer), (sample) => sample / 32_768);
      const buffer = new AudioBuffer({ length: samples.length, sampleRate: 24_000 });
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(microphone);
      source.start();
      return performance.now() - openedAt;
    };
  });
}

export function sayInto(page: Page, samples: Int16Array): Promise<number> {
  return page.evaluate((base64) => window.lunaSay(base64), encodePcm16(samples));
}
