import { expect, test } from 'vitest';
import { soundUrl } from './sound.ts';

test('a call can be listened to: a WAV as long as both have spoken, with a pause between them', () => {
  const second = new Int16Array(24_000).fill(8_000);
  const url = soundUrl([
    { who: 'luna', samples: second },
    { who: 'luna', samples: second },
    { who: 'caller', samples: second },
  ]);
  const wav = Buffer.from(url.replace('data:audio/wav;base64,', ''), 'base64');
  expect(wav.toString('ascii', 0, 4)).toBe('RIFF');
  // Two pauses of a quarter of a second: before the first and before the caller.
  expect(wav.readUInt32LE(40) / wav.readUInt32LE(24)).toBeCloseTo(3.5, 2);
  expect(wav.length).toBe(44 + wav.readUInt32LE(40));
});
