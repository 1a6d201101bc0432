/** One session goes and another comes: what the page, the caller and the new session are told. */
import { describe, expect, test } from 'vitest';
import type { ClientEvent } from '#protocol/client-events.ts';
import {
  WHO,
  answered,
  calls,
  created,
  done,
  drained,
  flushed,
  play,
  provider,
  result,
  says,
  speaks,
} from './fixture.ts';
import type { CallEvent } from './step.ts';

const lost: CallEvent = { from: 'call', type: 'lost' };
const resumed: CallEvent = { from: 'call', type: 'resumed', who: WHO };
const spare: CallEvent = { from: 'call', type: 'spare', who: WHO, now: false };
const noTimeLeft: CallEvent = { from: 'call', type: 'spare', who: WHO, now: true };
const added = (id: string, role: 'user' | 'assistant', previous: string | null): CallEvent =>
  provider({
    type: 'conversation.item.added',
    previous_item_id: previous,
    item: { id, type: 'message', status: 'completed', role, content: [] },
  });
const greeted = [
  answered,
  added('a1', 'assistant', null),
  ...speaks('r1', 'a1', 'Hello Emma, how can I help?'),
];
const spoke = [
  ...greeted,
  drained('a1'),
  added('u1', 'user', 'a1'),
  ...says('u1', 'I lost my card'),
];

/** What went to the new session. */
function replayed(...events: CallEvent[]): string[] {
  const before = play(...events.slice(0, events.indexOf(resumed))).sent.length;
  return play(...events)
    .sent.slice(before)
    .map(lineOf);
}

function lineOf(event: ClientEvent): string {
  if (event.type !== 'conversation.item.create') return event.type;
  const { item } = event;
  if (item.type === 'function_call') return `${item.id}: ${item.name}()`;
  if (item.type === 'function_call_output') return `${item.id}: ${item.output}`;
  const [content] = item.content;
  return `${item.id}: ${content && 'text' in content ? content.text : ''}`;
}

describe('what the next one is told', () => {
  test('both sides as they were heard, in their order, and that an answer is owed', () => {
    expect(replayed(...spoke, lost, resumed)).toEqual([
      'a1: Hello Emma, how can I help?',
      'u1: I lost my card',
      'response.create',
    ]);
  });

  test('where nobody owes anything nothing is asked for', () => {
    expect(replayed(...greeted, drained('a1'), lost, resumed)).toEqual([
      'a1: Hello Emma, how can I help?',
    ]);
  });

  test('of a sentence that was cut off, what was heard of it', () => {
    const interrupted = [...greeted, ...says('u1', 'stop'), flushed('a1', 1_000)];
    expect(replayed(...interrupted, lost, resumed)).toEqual([
      'a1: Hello Emma,',
      'u1: stop',
      'response.create',
    ]);
  });

  test('a call that runs is told at once, its result when it is there, and it does not run again', () => {
    const asked = [...spoke, created('r2'), calls('r2', 'c1', 'block_card')];
    const events = [...asked, lost, resumed, result('c1')];
    expect(replayed(...events)).toEqual([
      'a1: Hello Emma, how can I help?',
      'u1: I lost my card',
      'item_c1: block_card()',
      'out_c1: {}',
      'response.create',
    ]);
    expect(play(...events).did.filter((one) => one.startsWith('run'))).toEqual(['run block_card']);
  });

  test('a result that came while nobody was there is part of what is told', () => {
    const asked = [...spoke, created('r2'), calls('r2', 'c1', 'block_card'), done('r2')];
    expect(replayed(...asked, lost, result('c1'), resumed).slice(-3)).toEqual([
      'item_c1: block_card()',
      'out_c1: {}',
      'response.create',
    ]);
  });

  test('what he wrote while nobody was there is answered', () => {
    const wrote: CallEvent = {
      from: 'caller',
      event: { type: 'typed', text: 'are you there?', itemId: 'mine' },
    };
    expect(replayed(...greeted, drained('a1'), lost, wrote, resumed).slice(-2)).toEqual([
      'mine: are you there?',
      'response.create',
    ]);
  });

  test('"uh-huh" over her voice was no turn, and is none for the next one', () => {
    const heard = [...greeted, added('u1', 'user', 'a1'), ...says('u1', 'uh-huh')];
    expect(replayed(...heard, lost, resumed)).toEqual(['a1: Hello Emma, how can I help?']);
  });

  test('what was answered in writing, too', () => {
    const part = { response_id: 'r1', item_id: 'a1', output_index: 0, content_index: 0 };
    const wrote = [
      answered,
      created('r1'),
      added('a1', 'assistant', null),
      provider({ type: 'response.output_text.delta', ...part, delta: 'Nine calls ' }),
      provider({ type: 'response.output_text.delta', ...part, delta: 'today.' }),
      done('r1'),
    ];
    expect(replayed(...wrote, lost, resumed)).toEqual(['a1: Nine calls today.']);
  });

  test('one that takes no history is asked to go on all the same', () => {
    const who = { ...WHO, can: { ...WHO.can, takesHistory: false } };
    const { sent } = play(...spoke, lost, { from: 'call', type: 'resumed', who });
    expect(sent.at(-1)).toEqual({ type: 'response.create' });
    expect(sent.filter(({ type }) => type === 'conversation.item.create')).toEqual([]);
  });
});

describe('what the caller notices', () => {
  test('what came of a sentence is heard to its end, and the page is told where it ends', () => {
    const [opened, words, sound] = speaks('r2', 'a2', 'Your card is now');
    if (!opened || !words || !sound) throw new Error('unreachable');
    const { told, state } = play(...spoke, opened, words, sound, lost);
    expect(told.slice(-3)).toMatchObject([
      { type: 'response.output_audio_transcript.done', transcript: 'Your card is now' },
      { type: 'response.output_audio.done', item_id: 'a2' },
      { type: 'response.done', response: { status: 'incomplete' } },
    ]);
    expect(state.voice.said.at(-1)).toMatchObject({ itemId: 'a2', complete: true, silent: false });
  });

  test('a sentence that the old one had half heard is no line of its own', () => {
    const speaking = says('u1', 'I lost my').slice(0, 2);
    const { told, state, did } = play(...greeted, drained('a1'), ...speaking, lost, resumed);
    expect(told).toContainEqual(expect.objectContaining({ item_id: 'u1', transcript: '' }));
    expect(state.transcript.map(({ itemId }) => itemId)).toEqual(['a1']);
    // It is heard anew by the next one, which is given the sound of it; nobody answers before that.
    expect(did.slice(-1)).toEqual(['give-audio']);
  });

  test('the items that the next one repeats are not shown twice', () => {
    const { told } = play(
      ...spoke,
      lost,
      resumed,
      added('a1', 'assistant', null),
      added('u1', 'user', 'a1'),
    );
    const ids = told.flatMap((event) =>
      event.type === 'conversation.item.added' ? [event.item.id] : [],
    );
    expect(ids).toEqual(['a1', 'u1']);
  });

  test('a sentence of the old one that is cut off under the new one: the new one learns what was heard', () => {
    const { sent } = play(...greeted, lost, resumed, ...says('u1', 'stop'), flushed('a1', 1_000));
    expect(sent.slice(-3).map(lineOf)).toEqual([
      'conversation.item.delete',
      'heard_a1: Hello Emma,',
      'response.create',
    ]);
  });

  test('a voice that was lowered is raised again', () => {
    const { did } = play(...greeted, ...says('u1', 'um').slice(0, 1), lost);
    expect(did.slice(-2)).toEqual(['duck', 'resume']);
  });
});

describe('a session whose time is running out', () => {
  test('the new one takes over when nobody speaks, without a word', () => {
    const { did } = play(...greeted, spare, drained('a1'));
    expect(did).toEqual(['response.create', 'switch', 'add message', 'give-audio']);
  });

  test('not while Luna speaks, the caller speaks, or a tool runs', () => {
    const busy: CallEvent[][] = [
      greeted,
      [...greeted, drained('a1'), ...says('u1', 'I').slice(0, 1)],
      [...spoke, created('r2'), calls('r2', 'c1', 'look'), done('r2')],
    ];
    for (const events of busy) expect(play(...events, spare).did).not.toContain('switch');
  });

  test('at the last moment it takes over whatever is going on, and what is owed is owed by it', () => {
    const { did } = play(...spoke, created('r2'), noTimeLeft);
    expect(did.slice(-5)).toEqual([
      'switch',
      'add message',
      'add message',
      'give-audio',
      'response.create',
    ]);
  });

  test('one that has closed again while it waited is not switched to', () => {
    const gone: CallEvent = { from: 'call', type: 'spare', who: undefined, now: false };
    expect(play(...greeted, spare, gone, drained('a1')).did).not.toContain('switch');
  });
});
