/** For tests: the bank of block-card as Emma Carter meets it, with answers by script. */
import { findAgent } from '#agents/agent.ts';
import { playCall } from '#engine/realtime/rehearsed-call.ts';

const blockCard = findAgent('block-card');

/** How most of Emma's calls begin: what she wants, and who she is. */
export const START = [
  'i lost my credit card',
  'four eight two nine',
  'march fourteenth nineteen eighty five',
];

interface Answer {
  readonly ok: boolean;
  readonly why?: string;
  readonly say: string;
}
/** `times`: how often it has been called with just these arguments, this time included. */
type Tools = Readonly<Record<string, (args: Record<string, unknown>, times: number) => Answer>>;

/** Bank and gate as they answer in a call: identity, read-back, yes. */
const BANK: Tools = {
  verify_identity: ({ card_last_four: card, date_of_birth: born, pin }) =>
    card === '4829' && (born === '1985-03-14' || pin === '7316')
      ? { ok: true, say: 'Thank you, Emma.' }
      : {
          ok: false,
          why: 'no_match',
          say: "I'm sorry, that doesn't match what we have. Could you give me the last four digits once more, and your date of birth or your PIN?",
        },
  block_card: ({ reason }, times) =>
    times === 1
      ? {
          ok: false,
          why: 'needs_confirmation',
          say: `Shall I block your Visa card ending in 4829 as ${String(reason)}?`,
        }
      : { ok: true, say: 'Your Visa card ending in 4829 is now blocked.' },
  order_replacement: (_, times) =>
    times === 1
      ? { ok: false, why: 'needs_confirmation', say: 'Shall I send a new card to your address?' }
      : { ok: true, say: 'Your new card will arrive by Friday.' },
  transfer_to_agent: () => ({ ok: true, say: 'A colleague will call you back shortly.' }),
  end_call: () => ({ ok: true, say: '' }),
};

const TOOLS = [...(blockCard?.tools ?? []), 'end_call'].map((name) => ({
  type: 'function' as const,
  name,
  parameters: {
    type: 'object',
    properties: name === 'transfer_to_agent' ? { reason: { type: 'string' } } : {},
  },
}));

/** Emma Carter calls about her lost card; `answers` replaces some of the bank's. */
export function emmaCalls(callerSays: readonly string[], answers: Tools = {}): Promise<string> {
  const bank = { ...BANK, ...answers };
  const times = new Map<string, number>();
  const run = (tool: string, json: string): Promise<string> => {
    const count = (times.get(tool + json) ?? 0) + 1;
    times.set(tool + json, count);
    const args = JSON.parse(json) as Record<string, unknown>;
    return Promise.resolve(JSON.stringify(bank[tool]?.(args, count) ?? 'no such tool'));
  };
  return playCall({ flow: blockCard?.flow, callerName: 'Emma', tools: TOOLS, callerSays, run });
}
