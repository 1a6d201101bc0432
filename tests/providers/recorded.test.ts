/** Recorded sessions of the real services as the upstream of whole calls; skipped where the recordings are absent. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fromOlderServer, toOlderServer } from '#protocol/older-dialect.ts';
import { readServerEvent } from '#providers/upstream/frames.ts';
import { testHouse, type TestHouse } from '../clients/open-house.ts';
import { type Judge, schemaJudge } from '../clients/schemas.ts';
import { type Recorded, readRecording, Replay } from '../scripted/replay.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/recorded-sessions');
const have = existsSync(FOLDER);
const NAMES = have ? readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')) : [];
const recording = (name: string) => readRecording(join(FOLDER, name));
const isOlder = (name: string) => name.includes('voice-live');

interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

describe.skipIf(!have)('recorded sessions (../shared/data/recorded-sessions)', () => {
  test.each(NAMES)('every frame of %s decodes, and nothing of it is lost', (name) => {
    const frames = recording(name).filter(({ direction }) => direction === 'received');
    expect(frames.length).toBeGreaterThan(10);
    for (const { event } of frames)
      for (const frame of isOlder(name) ? fromOlderServer(event) : [event]) {
        // Everything that was there, and what was absent as a plain value.
        expect(readServerEvent(frame)).toMatchObject({ ok: true, event: frame });
        expect(frame['type']).not.toMatch(/^response\.(?:audio|text)|item\.created$/);
      }
  });

  describe('as the upstream of a call', () => {
    let replay: Replay;
    let house: TestHouse;
    let judge: Judge;
    beforeAll(async () => {
      replay = await Replay.open();
      const key = 'sk-test-0123456789';
      house = await testHouse({
        OPENAI_API_KEY: key,
        LUNA_OPENAI_URL: `${replay.host}/v1`,
        AZURE_OPENAI_ENDPOINT: replay.host,
        AZURE_OPENAI_API_KEY: key,
        AZURE_OPENAI_DEPLOYMENT: 'my-realtime',
        AZURE_VOICE_LIVE_ENDPOINT: replay.host,
        AZURE_VOICE_LIVE_API_KEY: key,
        LUNA_VOICE_LIVE_MODEL: 'gpt-realtime',
        LUNA_STALL_MS: '60000',
      });
      judge = await schemaJudge('client');
    }, 120_000);
    afterAll(async () => {
      await house[Symbol.asyncDispose]();
      await replay[Symbol.asyncDispose]();
    }, 60_000);

    test.each(NAMES)(
      'a whole call behaves, and the page learns nothing that is not its business: %s',
      async (name) => {
        const finished = replay.putOn(pathOf(name), recording(name));
        const page = new WebSocket(`${house.ws}/ws?scenario=block-card`);
        const frames: Frame[] = [];
        const over = new Promise<void>((resolve) => {
          page.on('close', () => resolve());
        });
        page.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Frame));
        await finished;
        const heard = (type: string) => frames.filter((frame) => frame.type === type);
        await until(() => heard('response.done').length >= countOf(name, 'response.done'));
        page.send(JSON.stringify({ type: 'luna.hangup' }));
        await over;
        expect(frames.at(-1)).toMatchObject({ type: 'luna.call.ended', reason: 'caller' });
        expect(heard('error')).toEqual([]);
        const spoken = SPOKEN.map((type) => [type, heard(type).length]);
        const recorded = SPOKEN.map((type) => [
          type,
          countOf(name, isOlder(name) ? older(type) : type),
        ]);
        expect(spoken).toEqual(recorded);

        const [ours] = replay.received;
        const { instructions } = (ours?.['session'] ?? {}) as { instructions?: string };
        expect(instructions?.length).toBeGreaterThan(200);
        const all = JSON.stringify(frames.filter(({ type }) => type !== 'luna.call.started'));
        const secrets = [...SECRETS, instructions?.slice(0, 60) ?? ''];
        expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);

        // What we have sent is what the public library's types know, field by field.
        const strays = replay.received.flatMap((event) => judgeOf(name)(event) ?? []);
        expect(strays).toEqual([]);
      },
      60_000,
    );

    function judgeOf(name: string): Judge {
      if (!isOlder(name)) return judge;
      // Of the older dialect: nothing that the translation back would not know.
      return (event) => (toOlderServer(event) === event ? judge(event) : undefined);
    }
  });
});

const SPOKEN = [
  'conversation.item.input_audio_transcription.completed',
  'response.output_audio.delta',
  'response.output_audio_transcript.done',
];
/** Of the recorded model's own instructions, tools, arguments and ids. */
const SECRETS = [
  'knowledge cutoff',
  'get_weather tool',
  '"parameters"',
  'function_call',
  '"call_id"',
  '"city',
  'Look up the weather',
  'sk-test',
];

function older(type: string): string {
  return type.replace('response.output_', 'response.');
}

function countOf(name: string, type: string): number {
  const isIt = ({ direction, event }: Recorded) => direction === 'received' && event.type === type;
  return recording(name).filter(isIt).length;
}

function pathOf(name: string): string {
  if (isOlder(name)) return '/voice-live/realtime?';
  return name.startsWith('azure') ? '/openai/v1/realtime?' : '/v1/realtime?';
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
