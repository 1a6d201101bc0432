/** "One moment, please.": when it is said, and that it is heard, cut and kept like any other sentence. */
import { expect, test } from 'vitest';
import { WHO, answered, created, drained, flushed, provider, says, speaks } from './fixture.ts';
import { replay } from './history.ts';
import type { CallEvent } from './step.ts';
import { Watched } from './watched.ts';

const typed = (text: string): CallEvent => ({
  from: 'caller',
  event: { type: 'typed', text, itemId: undefined },
});
const moments = (call: Watched): string[] => call.did.filter((line) => line.endsWith('fill-in'));
const asideOf = (call: Watched): string =>
  call.state.transcript.find(({ text }) => text.startsWith('One moment'))?.itemId ?? 'none';
const thinking = (who = WHO): Watched => {
  const call = new Watched();
  const can = { ...who.can, answersUpdates: false };
  call.tell({ from: 'call', type: 'answered', who: { ...who, can } });
  call.tell(...speaks('r1', 'a1', 'Hello.'), drained('a1'));
  return call;
};

test('it is said once in a silence, and again only after an answer', () => {
  const call = thinking();
  call.tell(typed('i lost my card'), created('r2'));
  call.wait(6_000);
  call.tell(drained(asideOf(call)));
  call.wait(5_000);
  expect(moments(call)).toEqual(['3000 fill-in']);
  call.tell(...speaks('r2', 'a2', 'Which card?'), drained('a2'), typed('the gold one'));
  call.wait(4_000);
  expect(moments(call)).toHaveLength(2);
});

test('before her first word, and where nobody could take over, nobody says it', () => {
  const ringing = new Watched();
  ringing.tell(answered);
  ringing.wait(6_000);
  expect(moments(ringing)).toEqual([]);
  const last = thinking({ ...WHO, replaceable: false });
  last.tell(typed('i lost my card'));
  last.wait(10_000);
  expect(moments(last)).toEqual([]);
});

test('an answer that comes first is not talked over', () => {
  const call = thinking();
  call.tell(typed('i lost my card'));
  call.wait(2_900);
  call.tell(...speaks('r2', 'a2', 'Which card?'));
  call.wait(5_000);
  expect(moments(call)).toEqual([]);
});

test('a caller who has been heard to finish is told to wait on a noisy line, too', () => {
  const call = thinking();
  call.quietMs = 0;
  call.tell(...says('u1', 'i lost my card'));
  call.wait(4_000);
  expect(moments(call)).toEqual(['3000 fill-in']);
});

test('one whose end nobody has told of is waited for until he is quiet', () => {
  const call = new Watched();
  call.tell(answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1'));
  call.quietMs = 0;
  const started = { item_id: 'u1', audio_start_ms: 0 };
  call.tell(provider({ type: 'input_audio_buffer.speech_started', ...started }));
  call.wait(1_700);
  expect(moments(call)).toEqual([]);
  call.quietMs = 500;
  call.wait(200);
  expect(moments(call)).toHaveLength(1);
});

test('a caller who speaks into it stops it, and the service, which knows nothing of it, is not told to cut it', () => {
  const call = thinking();
  call.tell(typed('i lost my card'), created('r2'));
  call.wait(3_200);
  const item = asideOf(call);
  call.tell(...says('u1', 'wait a second'), flushed(item, 500));
  const line = call.state.transcript.find(({ itemId }) => itemId === item);
  expect(line).toMatchObject({ text: 'One', cut: true });
  expect(call.did.join()).not.toMatch(/truncate/);
});

test('whoever goes on is not given it: it was no part of the conversation', () => {
  const call = thinking();
  call.tell(typed('i lost my card'), created('r2'));
  call.wait(3_200);
  const { history, transcript, voice } = call.state;
  expect(JSON.stringify(replay(history, transcript, voice))).not.toContain('One moment');
});

test('what is said after it stands after it', () => {
  const call = thinking();
  call.tell(typed('i lost my card'), created('r2'));
  call.wait(3_200);
  const asked = call.state.transcript.find(({ who }) => who === 'caller')?.itemId ?? null;
  const item = { id: 'a2', type: 'message', role: 'assistant', status: 'in_progress' } as const;
  call.tell(
    provider({
      type: 'conversation.item.added',
      previous_item_id: asked,
      item: { ...item, content: [] },
    }),
  );
  expect(call.state.transcript.slice(-2).map(({ itemId }) => itemId)).toEqual([
    asideOf(call),
    'a2',
  ]);
});
