import { expect, test } from 'vitest';
import { writeWav } from '#audio/wav.ts';
import { readSoundFile } from './sound-file.ts';

const tone = (rateHz: number, seconds: number): Int16Array =>
  Int16Array.from({ length: rateHz * seconds }, (_, at) => 8_000 * Math.sin((at * 2_764) / rateHz));

test.each([8_000, 16_000, 22_050, 24_000, 44_100, 48_000])(
  'a recording of %i Hz is spoken at its own pace',
  (rateHz) => {
    const sound = readSoundFile(writeWav({ rateHz, channels: [tone(rateHz, 1)] }));
    expect(sound.ok ? sound.samples.length : sound.why).toBe(24_000);
  },
);

test('a stereo recording is mixed down', () => {
  const channels = [tone(24_000, 1), new Int16Array(24_000)];
  const sound = readSoundFile(writeWav({ rateHz: 24_000, channels }));
  expect(sound.ok ? Math.max(...sound.samples) : sound.why).toBe(4_000);
});

test.each([
  ['a text', Buffer.from('This is no sound at all.'), /not a WAV file/],
  ['nothing', Buffer.from(''), /not a WAV file/],
  ['an empty WAV', writeWav({ rateHz: 24_000, channels: [new Int16Array()] }), /0 ms of sound/],
  ['a click', writeWav({ rateHz: 24_000, channels: [new Int16Array(240)] }), /10 ms of sound/],
  ['4 kHz', writeWav({ rateHz: 4_000, channels: [tone(4_000, 1)] }), /4000 Hz/],
  [
    'six channels',
    writeWav({ rateHz: 24_000, channels: Array.from({ length: 6 }, () => tone(24_000, 1)) }),
    /6 channels/,
  ],
])('%s is refused, and it is said what is accepted', (_, bytes, why) => {
  const sound = readSoundFile(bytes);
  expect(sound.ok ? '' : sound.why).toMatch(why);
  expect(sound.ok ? '' : sound.why).toMatch(/Accepted: WAV.*8000 to 192000 Hz/);
});
