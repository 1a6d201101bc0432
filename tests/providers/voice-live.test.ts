/** Azure Voice Live: what is sent to it is of its own dialect, and what it says is of ours. */
import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { providersFrom, readSettings } from '#providers/provider.ts';
import { Replay } from '../scripted/replay.ts';
import { WISHES } from './line.ts';

const quiet = () => undefined;
const log: Log = { info: quiet, warn: quiet, error: quiet, about: () => log };
const ECHO = { instructions: '', modalities: ['text', 'audio'], voice: { name: 'marin' } };

test.each([
  ['server_vad', 'marin', 'openai', 'server_vad'],
  ['semantic_vad', 'en-US-Ava:DragonHDLatestNeural', 'azure-standard', 'azure_semantic_vad'],
] as const)('%s and the voice %s in its own terms', async (turns, voice, kind, finding) => {
  await using service = await Replay.open();
  const said = service.putOn('/voice-live/realtime?api-version=2026-04-10&model=gpt-realtime', [
    { direction: 'received', event: { type: 'session.created', session: ECHO } },
    { direction: 'sent', event: { type: 'session.update' } },
    { direction: 'received', event: { type: 'session.updated', session: ECHO } },
  ]);
  const read = readSettings({
    provider: 'voice-live',
    key: '0123456789abcdef',
    endpoint: service.host,
    voice,
    turns,
  });
  const [provider] = providersFrom(read.ok ? [read.settings] : [], { clock: systemClock(), log });
  const events: ServerEvent[] = [];
  const session = await provider?.connect({
    agent: findAgent('block-card'),
    session: WISHES,
    onEvent: (event) => events.push(event),
    onClose: quiet,
    signal: new AbortController().signal,
  });
  await said;
  expect(service.received).toEqual([
    {
      type: 'session.update',
      event_id: expect.any(String),
      session: {
        instructions: 'Be kind.',
        modalities: ['text', 'audio'],
        input_audio_format: 'pcm16',
        output_audio_format: 'pcm16',
        input_audio_transcription: { model: 'whisper-1', language: 'en' },
        voice: { name: voice, type: kind },
        turn_detection: expect.objectContaining({
          type: finding,
          create_response: false,
          interrupt_response: false,
        }),
      },
    },
  ]);
  expect(events.at(-1)).toMatchObject({
    type: 'session.updated',
    session: {
      type: 'realtime',
      instructions: 'Be kind.',
      output_modalities: ['audio'],
      audio: { output: { voice: 'marin' } },
    },
  });
  await session?.close();
});
