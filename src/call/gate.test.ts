import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import type { ToolResult } from '#tools/tool.ts';
import {
  CLOSED_GATE,
  type GateEffect,
  type GateEvent,
  type GateState,
  type Wanted,
  decide,
} from './gate.ts';

const VERIFY = wanted('verify_identity', 'unknown', 'read', '{"pin":"7316"}');
const BALANCE = wanted('check_balance', 'verified', 'read', '{}');
const BLOCK = wanted('block_card', 'verified', 'change', '{"card":"4829"}');
const BLOCK_OTHER = wanted('block_card', 'verified', 'change', '{"card":"6157"}');
const PERSON = wanted('transfer_to_agent', 'unknown', 'read', '{}');

const IS_EMMA: ToolResult = {
  ...said('Thank you, Emma.'),
  consequence: { kind: 'verified', customerId: 'emma', firstName: 'Emma' },
};
const IS_DANIEL: ToolResult = {
  ...said('Thank you, Daniel.'),
  consequence: { kind: 'verified', customerId: 'daniel', firstName: 'Daniel' },
};
const NO_MATCH: ToolResult = {
  ok: false,
  why: 'no_match',
  say: 'Sorry?',
  facts: {},
  consequence: { kind: 'identity_failed' },
};
const BLOCKED = said('It is blocked.');

const verified: readonly GateEvent[] = [finish(VERIFY, IS_EMMA)];
const asked: readonly GateEvent[] = [...verified, call(BLOCK), readBack(BLOCK, 100)];

describe('a tool that needs an identity', () => {
  test('is refused as long as nobody has proved who they are', () => {
    expect(last([call(BALANCE)])).toMatchObject({ result: { why: 'needs_identity' } });
    expect(last([call(BLOCK)])).toMatchObject({ result: { why: 'needs_identity' } });
  });

  test('is refused to a caller whose number is merely known', () => {
    expect(last([{ type: 'caller.recognised' }, call(BALANCE)])).toMatchObject({
      result: { why: 'needs_identity' },
    });
  });

  test('runs once the caller is verified', () => {
    expect(last([...verified, call(BALANCE)])).toEqual({ do: 'run' });
  });

  test('is out of reach after three failed attempts, for good, and a person takes over', () => {
    const thrice = [finish(VERIFY, NO_MATCH), finish(VERIFY, NO_MATCH), finish(VERIFY, NO_MATCH)];
    const escalation = {
      result: { why: 'too_many_attempts', consequence: { kind: 'escalated' } },
    };
    expect(last(thrice.slice(0, 1))).toMatchObject({ result: { facts: { attempts_left: 2 } } });
    expect(last(thrice)).toMatchObject(escalation);
    expect(last([...thrice, call(VERIFY)])).toMatchObject(escalation);
    expect(last([...thrice, call(BLOCK)])).toMatchObject(escalation);
    expect(last([...verified, ...thrice, call(BALANCE)])).toMatchObject(escalation);
    expect(last([...thrice, call(PERSON)])).toEqual({ do: 'run' });
  });
});

describe('a change', () => {
  test('is read back first', () => {
    expect(last([...verified, call(BLOCK)])).toEqual({ do: 'read-back' });
    expect(last(asked)).toMatchObject({
      result: { ok: false, why: 'needs_confirmation', say: 'Block 4829?' },
    });
  });

  test('runs when the caller has said yes to exactly that', () => {
    expect(last([...asked, say('yes please', 150), call(BLOCK)])).toEqual({ do: 'run' });
  });

  test.each([
    ['nobody has answered', []],
    ['the caller has said no', [say('no', 150)]],
    ['the caller has asked something', [say('what did you say', 150)]],
    ['the yes was begun before the question', [say('yes', 99)]],
    ['the caller has thought better of it', [say('yes', 150), say('no wait', 200)]],
    ['the caller has said something else since', [say('yes', 150), say('it is raining', 200)]],
    ['the caller has corrected a digit', [say('yes four eight three nine', 150)]],
    ['somebody else is on the line now', [say('yes', 150), finish(VERIFY, IS_DANIEL)]],
  ] satisfies [string, GateEvent[]][])('does not run when %s', (_when, events) => {
    expect(last([...asked, ...events, call(BLOCK)])).toEqual({ do: 'read-back' });
  });

  test('needs a confirmation of its own when an argument has changed', () => {
    const agreed = [...asked, say('yes', 150)];
    expect(last([...agreed, call(BLOCK_OTHER)])).toEqual({ do: 'read-back' });
    const other = [...agreed, call(BLOCK_OTHER), readBack(BLOCK_OTHER, 200)];
    expect(last([...other, call(BLOCK)])).toEqual({ do: 'read-back' });
    expect(last([...other, say('yes', 250), call(BLOCK_OTHER)])).toEqual({ do: 'run' });
  });

  test('may be asked twice before the caller answers', () => {
    const twice = [...asked, call(BLOCK), readBack(BLOCK, 140)];
    expect(last([...twice, say('yes', 120), call(BLOCK)])).toEqual({ do: 'run' });
  });

  test('is not begun again while it is being made, and gives the same result afterwards', () => {
    const begun = [...asked, say('yes', 150), call(BLOCK)];
    expect(last([...begun, call(BLOCK)])).toMatchObject({ result: { why: 'in_progress' } });
    const done = [...begun, finish(BLOCK, BLOCKED)];
    expect(last([...done, call(BLOCK)])).toEqual({ do: 'answer', result: BLOCKED });
    expect(last([...done, say('yes', 300), call(BLOCK)])).toEqual({
      do: 'answer',
      result: BLOCKED,
    });
  });

  test('that failed may be tried again, after another yes', () => {
    const failed: ToolResult = { ok: false, why: 'bank_unavailable', say: '', facts: {} };
    const again = [...asked, say('yes', 150), call(BLOCK), finish(BLOCK, failed)];
    expect(last([...again, call(BLOCK)])).toEqual({ do: 'read-back' });
    expect(
      last([...again, call(BLOCK), readBack(BLOCK, 200), say('yes', 250), call(BLOCK)]),
    ).toEqual({ do: 'run' });
  });
});

test('whatever happens in whatever order, a change runs only verified, confirmed as it is, and once', () => {
  const changes = [BLOCK, BLOCK_OTHER];
  const anyEvent: fc.Arbitrary<GateEvent> = fc.oneof(
    fc.constant<GateEvent>({ type: 'caller.recognised' }),
    fc.constantFrom(call(VERIFY), call(BALANCE), call(BLOCK), call(BLOCK), call(BLOCK_OTHER)),
    fc.constantFrom(finish(BLOCK, BLOCKED), finish(BLOCK_OTHER, BLOCKED)),
    fc.constantFrom(IS_EMMA, IS_EMMA, IS_EMMA, NO_MATCH).map((result) => finish(VERIFY, result)),
    fc.constantFrom(...changes).map((change) => readBack(change, 0)),
    fc
      .tuple(
        fc.constantFrom('yes', 'yes please', 'no', 'yes but wait', 'hm', 'four eight'),
        // Below nought: the words of an earlier turn, which arrive late.
        fc.constantFrom(0, 0, 0, -1),
      )
      .map(([text, startedAt]) => say(text, startedAt)),
  );
  let opened = 0;
  fc.assert(
    // Half of the stories begin with a question that has been asked: else the gate would hardly ever open.
    fc.property(
      fc.boolean(),
      fc.array(anyEvent, { minLength: 10, maxLength: 60 }),
      (begun, further) => {
        const events = begun ? [...verified, call(BLOCK), readBack(BLOCK, 0), ...further] : further;
        const ran: Wanted[] = [];
        let state = CLOSED_GATE;
        for (const [index, event] of events.entries()) {
          const [next, effect] = decide(state, event);
          state = next;
          if (event.type !== 'tool.called' || effect.do !== 'run') continue;
          if (event.wanted.tool.effect === 'read') continue;
          opened += 1;
          expect(ran).not.toContain(event.wanted);
          ran.push(event.wanted);
          expect(whyItMustNotRun(events.slice(0, index), event.wanted)).toEqual([]);
        }
      },
    ),
    { numRuns: 2_000 },
  );
  // The property would hold for a gate that never opens.
  expect(opened).toBeGreaterThan(100);
});

/** The rules once more, told from the history alone. */
function whyItMustNotRun(history: readonly GateEvent[], change: Wanted): string[] {
  const reasons: string[] = [];
  const results = history.filter((event) => event.type === 'tool.finished');
  if (!results.some(({ result }) => result.consequence?.kind === 'verified'))
    reasons.push('not verified');
  if (results.filter(({ result }) => result.consequence?.kind === 'identity_failed').length >= 3)
    reasons.push('too many attempts');
  const question = history.findLast((event) => event.type === 'change.read-back');
  if (question?.wanted !== change) reasons.push('another change was read back last');
  // The latest asking began where another change was last asked about.
  const since = history.findLastIndex(
    (event) => event.type === 'change.read-back' && event.wanted !== change,
  );
  const askedAt = history.findIndex(
    (event, index) => index > since && event.type === 'change.read-back',
  );
  const answer = history.findLast(
    (event, index) => index > askedAt && event.type === 'caller.said' && event.startedAt >= 0,
  );
  const words = answer?.type === 'caller.said' ? answer.text : 'nothing';
  if (!words.startsWith('yes') || words.includes('but')) reasons.push('the last words were no yes');
  return reasons;
}

function last(events: readonly GateEvent[]): GateEffect {
  const start: [GateState, GateEffect] = [CLOSED_GATE, { do: 'nothing' }];
  return events.reduce(([state]: [GateState, GateEffect], event) => decide(state, event), start)[1];
}

function wanted(
  name: string,
  needs: Wanted['tool']['needs'],
  effect: Wanted['tool']['effect'],
  given: string,
): Wanted {
  return { tool: { name, title: name, needs, effect }, arguments: given };
}

function said(sentence: string): ToolResult {
  return { ok: true, say: sentence, facts: {} };
}

function call(tool: Wanted): GateEvent & { type: 'tool.called' } {
  return { type: 'tool.called', wanted: tool };
}

function finish(tool: Wanted, result: ToolResult): GateEvent {
  return { type: 'tool.finished', wanted: tool, result };
}

function readBack(change: Wanted, at: number): GateEvent {
  const question = change === BLOCK ? 'Block 4829?' : 'Block 6157?';
  return { type: 'change.read-back', wanted: change, question, at: at as CallMs };
}

function say(text: string, startedAt: number): GateEvent {
  return { type: 'caller.said', text, startedAt: startedAt as CallMs };
}
