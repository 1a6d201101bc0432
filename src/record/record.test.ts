import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeEveryStore } from '#database/every-store.ts';
import type { Clock } from '#lib/clock.ts';
import { type CallBook, openRecord, timelineText } from './record.ts';
import type { RecordTables } from './tables.ts';

const HEAD = { scenario: 'block-card', provider: 'embedded', channel: 'recording' } as const;

describeEveryStore('the record', (openFresh) => {
  test('tells a call from ring to goodbye', async () => {
    await using database = await openFresh();
    const { book, clock } = await openBook(database);
    playCall(book, clock);
    await book.flush();
    const call = await book.read('call_1');
    expect(timelineText(call?.facts ?? [])).toMatchInlineSnapshot(`
      "0 ms call.started scenario=block-card provider=embedded channel=recording
      500 ms assistant.said text="What are the last four digits of the card?"
      2500 ms caller.spoke
      4500 ms caller.said text=[number]
      4800 ms tool.called tool=verify_identity card_last_four="•••• 4829" pin=[secret]
      4850 ms tool.answered tool=verify_identity ok=true
      4850 ms identity.changed level=verified
      4900 ms turn.answered voiceToVoiceMs=380
      5000 ms assistant.said text="You want me to block your Visa card ending in 4829. Is that right?"
      6000 ms assistant.cut_off heardMs=1200 text="You want me to block"
      9000 ms call.ended reason=caller outcome=contained"
    `);
    expect(call).toMatchObject({
      outcome: 'contained',
      turns: 1,
      voiceToVoiceP50Ms: 380.4,
      endedAt: 1_009_000,
      startedAt: 1_000_000,
      tools: [{ tool: 'verify_identity', ok: 1, took_ms: 42 }],
      latencies: [{ voice_to_voice_ms: 380.4, end_detected_ms: 200 }],
    });
    expect(call?.lines.map(({ who, text, cut }) => ({ who, text, cut }))).toEqual([
      { who: 'assistant', text: 'What are the last four digits of the card?', cut: 0 },
      { who: 'caller', text: '[number]', cut: 0 },
      { who: 'assistant', text: 'You want me to block', cut: 1 },
    ]);
  });

  test('keeps no digit of the card, no PIN and no date of birth anywhere', async () => {
    await using database = await openFresh();
    const { book, clock } = await openBook(database);
    playCall(book, clock);
    const call = book.open({ id: 'call_2', ...HEAD });
    call.assistantSaid('item_1', 'And your date of birth?');
    call.callerSaid('item_2', 'march fourteenth nineteen eighty five');
    call.toolCalled('fc_2', 'verify_identity', '{"date_of_birth":"1985-03-14","card_number":4929}');
    call.toolCalled('fc_3', 'verify_identity', 'my pin is 7316');
    call.failed('bank', new Error('the row (4829, 7316) was refused'));
    await book.flush();
    const kept = JSON.stringify([await book.read('call_1'), await book.read('call_2')]).replaceAll(
      /•••• 4829|ending in 4829/g,
      '',
    );
    for (const secret of ['4829', '7316', '1985', 'eighty', 'fourteenth', 'march', '4929'])
      expect(kept).not.toContain(secret);
  });

  test('lists the latest calls first, those that still last among them', async () => {
    await using database = await openFresh();
    const { book, clock } = await openBook(database);
    for (const id of ['call_1', 'call_2', 'call_3']) {
      book.open({ id, ...HEAD });
      clock.pass(1_000);
    }
    await book.flush();
    const calls = await book.list(2);
    expect(calls.map(({ id, endedAt }) => ({ id, endedAt }))).toEqual([
      { id: 'call_3', endedAt: null },
      { id: 'call_2', endedAt: null },
    ]);
    expect(await book.read('call_9')).toBeUndefined();
  });

  test('writes nothing at once and everything a moment later', async () => {
    await using database = await openFresh();
    const { book, clock } = await openBook(database);
    book.open({ id: 'call_1', ...HEAD });
    expect(await book.list(9)).toEqual([]);
    clock.pass(200);
    await book.flush();
    expect(await book.list(9)).toHaveLength(1);
  });

  test('what all calls came to is counted, those of programs and those that still last left out', async () => {
    await using database = await openFresh();
    const { book, clock } = await openBook(database);
    expect(await book.figures()).toMatchObject({ calls: 0, averageHandlingSeconds: null });
    const open = (id: string, provider: string) => book.open({ id, ...HEAD, provider });
    const [one, two, program] = [open('a', 'embedded'), open('b', 'openai'), open('c', 'openai')];
    open('d', 'embedded');
    clock.pass(10_000);
    one.ended('assistant', 'contained');
    program.ended('caller', 'relayed');
    clock.pass(20_000);
    two.ended('escalated', 'escalated');
    book.played({ scenario: 'block-card', seconds: 20, outcome: 'contained' });
    book.played({ scenario: 'block-card', seconds: 1.5, outcome: 'abandoned' });
    await book.flush();
    expect(await book.figures()).toEqual({
      calls: 4,
      contained: 2,
      escalated: 1,
      averageHandlingSeconds: 15.4,
      modes: { ai: 1, local: 1, scripted: 2 },
    });
  });

  test('a call costs what its responses and transcripts cost, each counted once', async () => {
    await using database = await openFresh();
    const { book } = await openBook(database);
    const [paid, unknown] = ['a', 'b'].map((id) => book.open({ id, ...HEAD, provider: 'openai' }));
    const details = { text_tokens: 0, audio_tokens: 500_000, image_tokens: 0 };
    const usage = {
      total_tokens: 1_000_000,
      input_tokens: 1_000_000,
      output_tokens: 0,
      input_token_details: {
        ...details,
        audio_tokens: 1_000_000,
        cached_tokens: 500_000,
        cached_tokens_details: details,
      },
      output_token_details: { text_tokens: 0, audio_tokens: 0 },
    };
    for (const response of ['r1', 'r1', 'r2'])
      paid?.responseUsed(response, 'gpt-realtime-2', usage);
    paid?.transcriptUsed('i1', 'whisper-1', { type: 'duration', seconds: 60 });
    unknown?.responseUsed('r1', 'my-deployment', usage);
    await book.flush();
    const known = { knownUsd: expect.closeTo(2 * 16.2 + 0.006, 9) };
    expect(await book.read('a')).toMatchObject({
      cost: { ...known, usd: known.knownUsd, unpriced: 0 },
      costs: [{ usage: { audio_input: 500_000, audio_cached: 500_000 } }, {}, {}],
    });
    expect((await book.read('b'))?.cost).toEqual({ usd: null, knownUsd: 0, unpriced: 1 });
    expect((await book.list(9)).map(({ cost }) => cost.unpriced)).toEqual(
      expect.arrayContaining([0, 1]),
    );
    expect(await book.cost()).toEqual({ ...known, usd: null, unpriced: 1 });
  });

  test('a fact the database refuses costs no other fact, and is reported', async () => {
    await using database = await openFresh();
    const { book, lost } = await openBook(database);
    const call = book.open({ id: 'call_1', ...HEAD });
    // The same call twice: its row, and its first fact, are there already.
    book.open({ id: 'call_1', ...HEAD });
    call.interruptionIgnored();
    await book.flush();
    expect(lost).toEqual([2]);
    expect((await book.read('call_1'))?.facts.map(({ kind }) => kind)).toEqual([
      'call.started',
      'interruption.ignored',
    ]);
  });

  test('facts wait for a database that is away', async () => {
    await using database = await openFresh();
    const { book, lost, clock } = await openBook(database);
    await database.tables<RecordTables>().schema.alterTable('calls').renameTo('gone').execute();
    book.open({ id: 'call_1', ...HEAD }).ended('caller', 'contained');
    await book.flush();
    await database.tables<RecordTables>().schema.alterTable('gone').renameTo('calls').execute();
    clock.pass(200);
    await book.flush();
    expect(lost).toEqual([]);
    expect(await book.list(1)).toMatchObject([{ id: 'call_1', outcome: 'contained' }]);
  });
});

async function openBook(database: Database) {
  const lost: number[] = [];
  const clock = handClock();
  const book = await openRecord(database, clock, (_error, writes) => lost.push(writes));
  return { book, clock, lost };
}

function playCall(book: CallBook, clock: HandClock): void {
  const call = book.open({ id: 'call_1', ...HEAD });
  clock.pass(500);
  call.assistantSaid('item_1', 'What are the last four digits of the card?');
  clock.pass(2_000);
  call.callerSpoke('item_2');
  clock.pass(2_000);
  call.callerSaid('item_2', 'four eight two nine');
  clock.pass(300);
  call.toolCalled('fc_1', 'verify_identity', '{"card_last_four":"4829","pin":"7316"}');
  clock.pass(50);
  call.toolAnswered('fc_1', 'verify_identity', { ok: true, facts: { card: '•••• 4829' } }, 42);
  call.identityChanged('verified');
  clock.pass(50);
  call.turnMeasured({
    itemId: 'item_2',
    voiceToVoiceMs: 380.4,
    endDetectedMs: 200,
    recognisedMs: 10,
    firstAudioMs: 170.4,
  });
  clock.pass(100);
  call.assistantSaid(
    'item_3',
    'You want me to block your Visa card ending in 4829. Is that right?',
  );
  clock.pass(1_000);
  call.assistantCutOff('item_3', 1_200, 'You want me to block');
  call.assistantSaid('item_3', 'You want me to block your Visa card ending in 4829.');
  clock.pass(3_000);
  call.ended('caller', 'contained');
}

interface HandClock extends Clock {
  pass(ms: number): void;
}

function handClock(): HandClock {
  let now = 0;
  let alarms: { at: number; ring: () => void }[] = [];
  return {
    now: () => now,
    date: () => 1_000_000 + now,
    after(delayMs, ring) {
      const alarm = { at: now + delayMs, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    pass(ms) {
      now += ms;
      const due = alarms.filter(({ at }) => at <= now);
      alarms = alarms.filter(({ at }) => at > now);
      for (const { ring } of due) ring();
    },
  };
}
