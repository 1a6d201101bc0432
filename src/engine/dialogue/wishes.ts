/** What callers want, as far as they say it: the flow begins, goes on, or ends. Pure. */
import type { Flow } from '#engine/flow.ts';
import type { Act } from './acts.ts';
import { missed } from './misunderstood.ts';
import type { Context } from './moves.ts';
import { bestCover, plainWords } from './phrases-in.ts';
import { ask, goOn, greet, isFilled, say, set, taskFor, type Turn } from './plan.ts';
import { ended, offerPerson } from './results.ts';
import { freeText, toolAbout } from './tool-flow.ts';
import { WORDING } from './wording.ts';

export interface Said {
  readonly text: string;
  readonly unclear: boolean;
  readonly acts: ReadonlySet<Act>;
  readonly yesNo: 'yes' | 'no' | undefined;
}

export function more(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  const again = wanted(turn, said, flow, context);
  if (again !== undefined) return again;
  if (said.yesNo === 'no' || said.acts.has('goodbye') || said.acts.has('thanks'))
    return goodbye(turn, said, flow, context);
  if (said.acts.has('other-banking')) return notWanted(turn, said, flow, context);
  if (said.yesNo === 'yes') return ask(turn, { for: 'intent' }, WORDING.whatElse);
  return missed(turn, flow, context);
}

function goodbye(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  const thanked = said.acts.has('thanks') ? say(turn, WORDING.welcome) : turn;
  return ended(say(thanked, flow.closing), context);
}

/** The caller says what they want, or undefined. */
export function wanted(turn: Turn, said: Said, flow: Flow, context: Context): Turn | undefined {
  const words = plainWords(said.text);
  const { plan } = turn.state;
  if (plan === undefined && bestCover(words, flow.wants) > 0)
    return begin(turn, flow, context, undefined);
  const single = flow.tasks.filter(({ wants = [] }) => bestCover(words, wants) > 0);
  if (plan !== undefined && single.length > 0)
    return begin(
      turn,
      flow,
      context,
      single.map(({ tool }) => tool),
    );
  if (plan !== undefined && bestCover(words, flow.wants) > 1) {
    // The same once more, for another card: what was said of the first is forgotten, who calls is not.
    const tools = flow.tasks.map(({ tool }) => tool).filter((tool) => tool !== 'verify_identity');
    return begin(set(turn, { values: {}, accepted: [] }), flow, context, tools);
  }
  if (flow.wants.length > 0) return undefined;
  const tool = toolAbout(said.text, context.tools);
  return tool === undefined
    ? undefined
    : begin(withFreeText(turn, said, tool, flow, context), flow, context, [tool]);
}

/** "What is the weather in London?" holds the one free text that the tool wants. */
function withFreeText(turn: Turn, said: Said, tool: string, flow: Flow, context: Context): Turn {
  const open = taskFor(flow, tool, context)?.slots.filter(
    ({ expect, choices }) => expect.for === 'open' && choices === undefined,
  );
  const [only] = open ?? [];
  const text = open?.length === 1 ? freeText(said.text, false) : undefined;
  if (only === undefined || text === undefined || isFilled(only, turn.state.values)) return turn;
  return set(turn, { values: { ...turn.state.values, [only.name]: text } });
}

export function begin(
  turn: Turn,
  flow: Flow,
  context: Context,
  tools: readonly string[] | undefined,
): Turn {
  const plan = tools ?? flow.tasks.map(({ tool }) => tool);
  const planned = set(turn, { plan, acknowledged: true });
  return goOn(turn.state.acknowledged ? planned : say(planned, flow.acknowledge), flow, context);
}

export function notWanted(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  if (said.acts.has('goodbye')) return goodbye(turn, said, flow, context);
  if (said.acts.has('other-banking'))
    return offerPerson(say(turn, WORDING.otherBanking, flow.scope), flow, context);
  if (said.acts.has('hello') || said.acts.has('thanks')) {
    if (!turn.state.greeted) return greet(turn, flow);
    return ask(turn, { for: 'intent' }, said.acts.has('thanks') ? WORDING.howElse : WORDING.help);
  }
  return missed(turn, flow, context);
}
