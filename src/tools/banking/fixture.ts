/** For tests: the bank's tools over a real, freshly seeded bank, with Emma on the line. */
import { type Bank, openBank } from '#bank/bank.ts';
import { type Database, openDatabase } from '#database/database.ts';
import type { CallId } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { type Caller, type ToolResult, type Toolbox, createToolbox } from '#tools/tool.ts';

/** Thursday, 1 October 2026. */
const CLOCK: Clock = {
  now: () => 0,
  date: () => Date.UTC(2026, 9, 1, 12),
  after: () => () => undefined,
};

export const EMMA: Caller = {
  callId: 'call_1' as CallId,
  phone: '+15550104829',
  customerId: 'cust_emma_carter',
};
export const DANIEL = customer('daniel_okafor');
export const NOBODY_YET: Caller = { ...EMMA, customerId: undefined };

/** Somebody else on the line, who has proved it: `aisha_rahman`. */
export function customer(name: string): Caller {
  return { ...EMMA, customerId: `cust_${name}` };
}

interface TestTools extends AsyncDisposable {
  readonly bank: Bank;
  readonly database: Database;
  readonly toolbox: Toolbox;
  readonly run: (name: string, input: object, caller?: Caller) => Promise<ToolResult>;
  readonly readBack: (name: string, input: object, caller?: Caller) => Promise<string | ToolResult>;
}

export async function openTools(): Promise<TestTools> {
  const database = openDatabase(':memory:');
  const bank = await openBank(database, CLOCK);
  const toolbox = createToolbox(bankingTools(bank));
  const find = (name: string, input: object) => {
    const found = toolbox.find(name, JSON.stringify(input));
    if (!found.ok) throw new Error(found.result.say);
    return found.request;
  };
  return {
    bank,
    database,
    toolbox,
    run: (name, input, caller = EMMA) => find(name, input).run(caller),
    readBack: (name, input, caller = EMMA) => find(name, input).readBack(caller),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
