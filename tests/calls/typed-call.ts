/** A whole call in typed words: the agent's flow, the real tool desk with its gate, and a bank of its own. */
import { type Agent, findAgent } from '#agents/agent.ts';
import { openBank } from '#bank/bank.ts';
import { endCallTool } from '#call/end-call.ts';
import { ToolDesk } from '#call/tool-desk.ts';
import { Witness } from '#call/witness.ts';
import { openDatabase } from '#database/database.ts';
import {
  rehearseCall,
  type Rehearsed,
  type RehearsedCall,
} from '#engine/realtime/rehearsed-call.ts';
import type { CallId, CallMs } from '#lib/brand.ts';
import type { Log } from '#lib/log.ts';
import { openRecord } from '#record/record.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { createToolbox, type Tool } from '#tools/tool.ts';
import { type Led, leadCall } from './led-call.ts';
import { type Row, differences, putBack, readBank } from '../../evals/bank/state.ts';

export interface TypedCall {
  /** The call as a script, tools included. */
  readonly script: string;
  readonly items: Rehearsed['items'];
  readonly ending: 'escalated' | 'goodbye' | undefined;
  /** The tools that did what they were asked, in order. */
  readonly did: readonly string[];
  /** What a specialist is told. */
  readonly details: unknown;
  /** What the call has changed in the bank: rows that are new or not as before, by table. */
  readonly changed: Readonly<Record<string, readonly Row[]>>;
}

export interface TypedBank extends AsyncDisposable {
  /**
   * @param callerSays line after line, or an answer to what Luna has just said
   * @param before.lostAfter the session is lost when so many items stand in the conversation; another one goes on
   * @param before.led how somebody else leads the call, for so many `steps`, before this engine comes to it
   */
  call(
    scenario: string | Agent,
    callerSays: RehearsedCall['callerSays'],
    before?: {
      readonly lostAfter?: number;
      readonly led?: readonly Led[];
      readonly steps?: number;
    },
  ): Promise<TypedCall>;
  /** As it was before any call. */
  restore(): Promise<void>;
}

/** Sunday, November 22, 2026 */
const TODAY = Date.UTC(2026, 10, 22, 15);
const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
  about: () => SILENT,
};

/** @param further tools beside those of the bank */
export async function typedBank(further: readonly Tool[] = []): Promise<TypedBank> {
  const database = openDatabase(':memory:');
  const clock = { now: () => 0, date: () => TODAY, after: () => () => undefined };
  const bank = await openBank(database, clock);
  const book = await openRecord(database, clock, () => undefined);
  const toolbox = createToolbox([...bankingTools(bank), ...further]);
  let calls = 0;
  const seed = await readBank(database);

  const call: TypedBank['call'] = async (
    scenario,
    callerSays,
    { lostAfter, led = [], steps = 0 } = {},
  ) => {
    const agent = typeof scenario === 'string' ? findAgent(scenario) : scenario;
    if (agent === undefined) throw new Error('there is no such scenario');
    const before = await readBank(database);
    const callId = `call_${calls++}` as CallId;
    const record = book.open({ id: callId, scenario: agent.id, provider: 'test', channel: 'test' });
    let now = 0;
    let ending: TypedCall['ending'];
    let details: unknown;
    const did: string[] = [];
    const answers = new Map<string, (output: string) => void>();
    const desk = new ToolDesk({
      callId,
      phone: agent.callerPhone,
      toolbox,
      tools: agent.tools,
      clock,
      at: () => (now += 10) as CallMs,
      tell: () => undefined,
      onResult: (id, output, ended) => {
        if (ended !== undefined) ending = 'escalated';
        answers.get(id)?.(output);
      },
      onAsked: () => undefined,
      onEscalated: () => undefined,
      witness: new Witness(record, SILENT),
    });
    let asked = 0;
    const run = async (name: string, json: string): Promise<string> => {
      if (name === endCallTool.name) {
        ending ??= 'goodbye';
        return '{"ok":true,"say":""}';
      }
      const id = `tool_${asked++}`;
      const output = await new Promise<string>((resolve) => {
        answers.set(id, resolve);
        desk.run(id, name, json);
      });
      if ((JSON.parse(output) as { ok: boolean }).ok) did.push(name);
      if (name === 'transfer_to_agent') ({ details } = JSON.parse(json) as { details?: unknown });
      return output;
    };
    const onSaid = (text: string, answering: string) => {
      desk.said(text, (now += 10) as CallMs, answering);
    };
    const past = await leadCall(led, steps, { run, onSaid });
    const { script, items } = await rehearseCall({
      past,
      flow: agent.flow,
      callerName: agent.callerPhone === undefined ? undefined : agent.demo.name.split(' ')[0],
      tools: [...toolbox.definitions(agent.tools), endCallTool],
      callerSays,
      lostAfter,
      onSaid,
      run,
    });
    const rows = differences(before, await readBank(database));
    const tables = Map.groupBy(rows, ({ table }) => table);
    const changed = Object.fromEntries(
      [...tables].map(([table, of]) => [table, of.map(({ after = {} }) => after)]),
    );
    return { script, items, ending, did, details, changed };
  };

  return {
    call,
    restore: async () => putBack(database, differences(seed, await readBank(database))),
    [Symbol.asyncDispose]: async () => {
      await book.close();
      await database.close();
    },
  };
}
