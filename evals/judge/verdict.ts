/** Was the call right? The bank, the outcome and the rules decide; pure. */
import { sentencesOf } from '../bank/sentences.ts';
import type { BankState, RowChange } from '../bank/state.ts';
import type { PlayedCall } from '../caller/call.ts';
import type { Outcome, Script } from '../caller/script.ts';
import type { Entry } from '../line/diary.ts';
import { brokenRules } from './rules.ts';

export interface Verdict {
  readonly passed: boolean;
  /** What differs from what the script expects, one sentence each. */
  readonly wrong: readonly string[];
  readonly broken: readonly string[];
  readonly outcome: Outcome | 'failed';
  readonly bank: readonly string[];
}

export interface Findings {
  readonly script: Script;
  readonly call: PlayedCall;
  readonly customer: Parameters<typeof brokenRules>[0]['customer'];
  readonly changes: readonly RowChange[];
  readonly after: BankState;
  readonly recorded: readonly string[];
}

/** Refusals that are steps on the way, or ask for something once more. */
const NO_REFUSAL = new Set([
  'needs_identity',
  'needs_confirmation',
  'in_progress',
  'bad_arguments',
  'no_match',
  'needs_another_factor',
]);

export function judge({ script, call, customer, changes, after, recorded }: Findings): Verdict {
  const bank = sentencesOf(changes, after);
  const outcome = outcomeOf(call, bank);
  const expected = [...script.bank].toSorted();
  const broken = brokenRules({
    callId: call.callId,
    entries: call.entries,
    customer,
    changes,
    bank: after,
    recorded,
  });
  const wrong: string[] = [];
  if (outcome !== script.outcome) wrong.push(`${outcome} (${call.endedBy}), not ${script.outcome}`);
  for (const missing of expected.filter((line) => !bank.includes(line)))
    wrong.push(`not done: ${missing}`);
  for (const extra of bank.filter((line) => !expected.includes(line)))
    wrong.push(`not wanted: ${extra}`);
  if (call.mind.wantsPerson && script.outcome !== 'escalated')
    wrong.push('the caller was misunderstood until he asked for a person');
  for (const error of call.entries.filter((entry) => entry.is === 'error'))
    wrong.push(`error: ${error.text}`);
  return { passed: wrong.length === 0 && broken.length === 0, wrong, broken, outcome, bank };
}

function outcomeOf({ endedBy, entries }: PlayedCall, bank: readonly string[]): Verdict['outcome'] {
  switch (endedBy) {
    case 'escalated':
      return 'escalated';
    case 'assistant':
    case 'caller':
      return bank.length === 0 && entries.some(isRefusal) ? 'refused' : 'contained';
    case 'stuck':
    case 'error':
    case 'closed':
      return 'failed';
  }
}

function isRefusal(entry: Entry): boolean {
  return entry.is === 'tool' && !entry.ok && !NO_REFUSAL.has(String(entry.returned['why']));
}
