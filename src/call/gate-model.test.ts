/** The gate against a model of the rules: whatever happens in whatever order, nothing changes unasked. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import type { ToolResult } from '#tools/tool.ts';
import { CLOSED_GATE, type GateEvent, type GateState, type Wanted, decide } from './gate.ts';

const PEOPLE = ['emma', 'daniel'] as const;
const CARDS = ['4829', '6157', '3391'] as const;
const VERIFY: Wanted = {
  tool: { name: 'verify_identity', title: '', needs: 'unknown', effect: 'read' },
  arguments: '{}',
};
const changes = CARDS.map((card): Wanted => ({
  tool: { name: 'block_card', title: '', needs: 'verified', effect: 'change' },
  arguments: `{"card":"${card}"}`,
}));
const questionOf = (change: Wanted): string => `Shall I block the card ${change.arguments}?`;

/** The rules, as a bank's clerk would tell them. */
interface Rules {
  who: string | undefined;
  failures: number;
  /** The one question that counts: asked last, heard, and answered by the latest words. */
  question: { change: Wanted; at: number; heard: boolean; yes: boolean } | undefined;
  running: Set<Wanted>;
  done: Set<Wanted>;
  now: number;
  ran: number;
}

class Gate {
  #state: GateState = CLOSED_GATE;
  tell(event: GateEvent): string {
    const [next, effect] = decide(this.#state, event);
    this.#state = next;
    return effect.do === 'answer' && !effect.result.ok ? effect.result.why : effect.do;
  }
}

type Command = fc.Command<Rules, Gate>;
const always = { check: () => true };

const checks = (who: string | undefined): Command => ({
  ...always,
  run(rules, gate) {
    const asked = gate.tell({ type: 'tool.called', wanted: VERIFY });
    if (rules.failures >= 3) return expect(asked).toBe('too_many_attempts');
    const result: ToolResult =
      who === undefined
        ? {
            ok: false,
            why: 'no_match',
            say: 'Sorry?',
            facts: {},
            consequence: { kind: 'identity_failed' },
          }
        : {
            ok: true,
            say: 'Thank you.',
            facts: {},
            consequence: { kind: 'verified', customerId: who, firstName: who },
          };
    gate.tell({ type: 'tool.finished', wanted: VERIFY, result });
    if (who === undefined) rules.failures += 1;
    else {
      if (rules.who !== undefined && rules.who !== who)
        Object.assign(rules, { question: undefined, running: new Set(), done: new Set() });
      rules.who = who;
    }
  },
  toString: () => `verify(${who ?? 'wrong'})`,
});

const calls = (change: Wanted): Command => ({
  ...always,
  run(rules, gate) {
    const effect = gate.tell({ type: 'tool.called', wanted: change });
    const mayRun =
      rules.who !== undefined &&
      rules.failures < 3 &&
      rules.question?.change === change &&
      rules.question.yes &&
      !rules.done.has(change) &&
      !rules.running.has(change);
    expect(effect === 'run').toBe(mayRun);
    if (effect === 'run') {
      rules.running.add(change);
      rules.question = undefined;
      rules.ran += 1;
    }
    if (effect !== 'read-back') return;
    rules.now += 10;
    gate.tell({
      type: 'change.read-back',
      wanted: change,
      question: questionOf(change),
      at: rules.now as CallMs,
    });
    if (rules.question?.change !== change)
      rules.question = { change, at: rules.now, heard: false, yes: false };
  },
  toString: () => `call(${change.arguments})`,
});

const finishes = (change: Wanted): Command => ({
  check: (rules) => rules.running.has(change),
  run(rules, gate) {
    const result: ToolResult = { ok: true, say: 'Done.', facts: {} };
    gate.tell({ type: 'tool.finished', wanted: change, result });
    rules.running.delete(change);
    rules.done.add(change);
  },
  toString: () => `finished(${change.arguments})`,
});

/** Luna says something, and the caller answers it. */
const talks = (luna: string, words: string, yes: boolean, late: boolean): Command => ({
  ...always,
  run(rules, gate) {
    const { question } = rules;
    gate.tell({ type: 'luna.heard', text: luna });
    // Where she adds nothing, her last question stands.
    if (question && luna !== '') question.heard = luna === questionOf(question.change);
    rules.now += 10;
    const startedAt = late ? (question?.at ?? 10) - 5 : rules.now;
    gate.tell({ type: 'caller.said', text: words, startedAt: startedAt as CallMs });
    if (!question || late) return;
    if (words === 'no') rules.question = undefined;
    else question.yes = yes && question.heard;
  },
  toString: () => `"${luna}" "${words}"${late ? ' (begun before)' : ''}`,
});

const anyChange = fc.constantFrom(...changes);
const anything = [
  fc.constantFrom<string | undefined>(...PEOPLE, 'emma', 'emma', undefined).map(checks),
  anyChange.map(calls),
  anyChange.map(finishes),
  fc
    .tuple(
      fc.constantFrom(
        ...changes.map(questionOf),
        ...changes.map(questionOf),
        'Nice weather, is it not?',
        '',
      ),
      fc.constantFrom(
        ['yes', true] as const,
        ['yes please', true] as const,
        ['no', false] as const,
        ['hm', false] as const,
        ['what is that', false] as const,
      ),
      fc.constantFrom(false, false, false, true),
    )
    .map(([luna, [words, yes], late]) => talks(luna, words, yes, late)),
  // What an honest call looks like: else the gate would hardly ever open.
  anyChange.map((change): Command => ({
    ...always,
    run(rules, gate) {
      for (const command of [
        calls(change),
        talks(questionOf(change), 'yes', true, false),
        calls(change),
      ])
        command.run(rules, gate);
    },
    toString: () => `honest(${change.arguments})`,
  })),
];

test('whatever happens in whatever order, a change runs only verified, put to the caller, confirmed as it is, and once', () => {
  let opened = 0;
  fc.assert(
    fc.property(fc.commands(anything, { maxCommands: 40 }), (commands) => {
      const model: Rules = {
        who: undefined,
        failures: 0,
        question: undefined,
        now: 0,
        ran: 0,
        running: new Set(),
        done: new Set(),
      };
      fc.modelRun(() => ({ model, real: new Gate() }), commands);
      opened += model.ran;
    }),
    { numRuns: 1_500 },
  );
  // The rules would hold for a gate that never opens.
  expect(opened).toBeGreaterThan(300);
});
