/** The doors of Insights: `/voice` begins a conversation, `/chat` begins or joins one, the page's line does both. */
import type { WebSocket } from 'ws';
import {
  INSIGHTS_STYLE,
  insightsAgent,
  insightsModes,
  insightsPersonas,
  type Agent,
} from '#agents/agent.ts';
import { answerCall } from '#call/call.ts';
import type { CallOptions, Restyled } from '#call/call-options.ts';
import type { Switchboard } from '#call/switchboard.ts';
import type { Witness } from '#call/witness.ts';
import type { Channel } from '#channels/channel.ts';
import { SimpleChannel } from '#channels/voice/simple-channel.ts';
import type { CallId } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { Provider } from '#providers/provider.ts';
import type { Metrics } from '#record/record.ts';
import { insightsTools } from '#tools/insights/insights-tools.ts';
import { SAME_VOICE } from '#tools/insights/switching.ts';
import { createToolbox } from '#tools/tool.ts';
import { refuseCall } from './refuse-call.ts';

/** In the order in which they are asked. */
type Answers = readonly [Provider, ...Provider[]];

interface Beginning {
  readonly agent: Agent;
  readonly providers: Answers;
  readonly greets: boolean;
}

export interface InsightsDoorParts {
  readonly clock: Clock;
  readonly brand: { readonly bank: string; readonly assistant: string };
  readonly metrics: Metrics;
  readonly board: Switchboard;
  readonly aside?: CallOptions['aside'];
  /** A provider that goes silent is given up after so long. */
  readonly stallMs: number;
  /** No session of a provider is kept longer. */
  readonly sessionLimitMs?: number;
  /** Undefined where there is no such provider. */
  readonly providersFor: (name: string | undefined) => Answers | undefined;
  readonly witness: (callId: CallId, provider: Provider, channel: string) => Witness;
}

export interface InsightsDoor {
  /** A program's socket. */
  readonly onTalk: (socket: WebSocket, door: SimpleDoor, query: URLSearchParams) => void;
  /**
   * The page's line, `/ws?scenario=insights&mode=&persona=&answers=`; `&begins=manager`: with a question, not with a greeting.
   * @param own whom this browser has a key of its own for
   */
  readonly onPage: (channel: Channel, query: URLSearchParams, own: Answers | undefined) => void;
}

export type SimpleDoor = '/voice' | '/chat';

const DOORS = new Set<string>(['/voice', '/chat']);
const ALOUD = 'aloud';
const IN_WRITING = 'in-writing';

export function isSimpleDoor(path: string): path is SimpleDoor {
  return DOORS.has(path);
}

/** @param query of a socket at `/ws` */
export function isForManagers(query: URLSearchParams): boolean {
  return query.get('scenario') === 'insights';
}

export function insightsDoor(parts: InsightsDoorParts): InsightsDoor {
  const { clock, metrics } = parts;
  const toolbox = createToolbox(
    insightsTools(metrics, { modes: insightsModes, personas: insightsPersonas }),
  );
  const talks = new Map<string, SimpleChannel>();

  return {
    onTalk(socket, door, query) {
      const kind = door === '/voice' ? 'voice' : 'chat';
      const joined = talks.get(query.get('session') ?? '');
      if (joined) return joined.join(socket, kind);
      const session = makeId('talk');
      const channel = new SimpleChannel({ clock, session, kind });
      channel.join(socket, kind);
      if (query.has('session'))
        return channel.refuse('That conversation is over; begin a new one.');
      const name = query.get('provider') ?? undefined;
      const providers = parts.providersFor(name);
      if (providers === undefined)
        return channel.refuse(`There is no provider "${name?.slice(0, 64)}" here.`);
      const agent = agentIn(query, kind === 'chat' ? IN_WRITING : ALOUD);
      if (agent === undefined) return channel.refuse('There is no such mode or persona.');
      talks.set(session, channel);
      begin(channel, { agent, providers, greets: true }, () => talks.delete(session));
    },
    onPage(channel, query, own) {
      const providers = own ?? parts.providersFor(undefined);
      if (providers === undefined) throw new Error('nobody answers managers');
      // What a page remembers may be older than this house's modes.
      const answers = query.get('answers');
      const agent = agentIn(query, answers) ?? agentIn(new URLSearchParams(), answers);
      if (agent === undefined) throw new Error('the usual mode and persona are missing');
      const greets = query.get('begins') !== 'manager';
      begin(channel, { agent, providers, greets }, () => undefined);
    },
  };

  function begin(channel: Channel, who: Beginning, onOver: () => void): void {
    const { agent, providers, greets } = who;
    const { brand, board, stallMs, sessionLimitMs, aside } = parts;
    const voice = insightsPersonas.find(({ id }) => id === agent.style?.['persona'])?.voice;
    const refused = board.admit(async ({ callId, signal }) => {
      try {
        await answerCall({
          callId,
          channel,
          providers,
          stallMs,
          sessionLimitMs,
          ...(aside && { aside }),
          agent,
          greets,
          restyled,
          scenarioOf: () => undefined,
          caller: undefined,
          toolbox,
          brand,
          voice: (providers[0].mode === 'local' ? voice?.local : voice?.ai) ?? '',
          witness: parts.witness(callId, providers[0], channel.kind),
          clock,
          signal,
        });
      } finally {
        onOver();
      }
    });
    if (refused === undefined) return;
    onOver();
    refuseCall(channel, refused);
  }
}

function agentIn(query: URLSearchParams, answers: string | null): Agent | undefined {
  const { mode, persona } = INSIGHTS_STYLE;
  return styled({
    mode: query.get('mode') ?? mode,
    persona: query.get('persona') ?? persona,
    answers: answers ?? ALOUD,
  });
}

function restyled(
  { style: before = {} }: Agent,
  style: Readonly<Record<string, string>>,
): Restyled | undefined {
  const agent = styled({ ...INSIGHTS_STYLE, ...before, ...style });
  if (agent === undefined) return undefined;
  const { mode, persona, answers } = agent.style;
  const says: string[] = [];
  if (mode !== before['mode'])
    says.push(...insightsModes.flatMap(({ id, confirms }) => (id === mode ? [confirms] : [])));
  if (persona !== before['persona'])
    says.push(
      ...insightsPersonas.flatMap(({ id, confirms }) => (id === persona ? [confirms] : [])),
      ...(answers === ALOUD ? [SAME_VOICE] : []),
    );
  return { agent, says: says.length === 0 ? undefined : says.join(' ') };
}

/** @returns undefined where there is no such mode or persona. */
function styled({ mode = '', persona = '', answers }: Readonly<Record<string, string>>) {
  const writes = answers === IN_WRITING;
  const agent = insightsAgent({ mode, persona }, writes);
  return agent && { ...agent, style: { mode, persona, answers: writes ? IN_WRITING : ALOUD } };
}
