import { expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import { openMachineFigures } from './machine-figures.ts';
import { openRecord } from './record.ts';

const known = { scenarios: ['dispute'], providers: ['azure', 'embedded'], tools: ['file_dispute'] };

test('names that somebody made up, and what a caller said, stand in no label', async () => {
  await using database = openDatabase(':memory:');
  await using book = await openRecord(database, systemClock(), () => undefined);
  using figures = openMachineFigures({ known, activeCalls: () => 0 });
  const head = {
    id: 'call_1',
    scenario: 'freeform',
    provider: 'azure',
    channel: 'browser',
    caller: 'cus_1',
  };
  const record = figures.watch(head, book.open(head));
  record.callerSaid('item_1', 'My name is Maria Jensen');
  record.scenarioFound('dispute');
  record.toolAnswered('1', 'file_dispute', { ok: true, facts: {} }, 1);
  record.toolAnswered('2', 'file_dispute', { ok: false, why: 'not_found', facts: {} }, 1);
  record.toolAnswered('3', 'file_dispute', { ok: false, why: 'bank_unavailable', facts: {} }, 1);
  for (let n = 0; n < 50; n += 1)
    record.toolAnswered(
      `x${n}`,
      `maria_jensen_${n}`,
      { ok: false, why: 'unknown_tool', facts: {} },
      1,
    );
  record.turnMeasured({
    itemId: 'item_1',
    voiceToVoiceMs: 700,
    endDetectedMs: 1,
    recognisedMs: 1,
    firstAudioMs: 1,
  });
  record.providerChanged('embedded', 'the line broke');
  record.ended('caller', 'contained');
  const text = await figures.text();
  for (const line of [
    'luna_tool_calls_total{tool="file_dispute",result="ok"} 1',
    'luna_tool_calls_total{tool="file_dispute",result="refused"} 1',
    'luna_tool_calls_total{tool="file_dispute",result="failed"} 1',
    'luna_tool_calls_total{tool="other",result="failed"} 50',
    'luna_voice_to_voice_seconds_bucket{le="0.65",mode="ai"} 0',
    'luna_voice_to_voice_seconds_bucket{le="0.8",mode="ai"} 1',
    'luna_provider_failovers_total{from="azure",to="embedded"} 1',
    'luna_calls_total{outcome="contained",scenario="dispute",mode="ai"} 1',
  ])
    expect(text).toContain(line);
  for (const secret of ['maria', 'Maria', 'cus_1', 'call_1', 'item_1'])
    expect(text).not.toContain(secret);
});
