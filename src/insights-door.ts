/** The doors of Insights: `/voice` begins a conversation, `/chat` begins one or joins one that speaks. */
import type { WebSocket } from 'ws';
import {
  INSIGHTS_STYLE,
  insightsAgent,
  insightsModes,
  insightsPersonas,
  type Agent,
} from '#agents/agent.ts';
import { answerCall } from '#call/call.ts';
import type { CallOptions } from '#call/call-options.ts';
import type { Switchboard } from '#call/switchboard.ts';
import type { Witness } from '#call/witness.ts';
import { SimpleChannel } from '#channels/voice/simple-channel.ts';
import type { CallId } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { Provider } from '#providers/provider.ts';
import type { Metrics } from '#record/record.ts';
import { insightsTools } from '#tools/insights/insights-tools.ts';
import { createToolbox } from '#tools/tool.ts';
import { refuseCall } from './refuse-call.ts';

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
  /** In the order in which they are asked; undefined where there is no such provider. */
  readonly providersFor: (
    name: string | undefined,
  ) => readonly [Provider, ...Provider[]] | undefined;
  readonly witness: (callId: CallId, provider: Provider, channel: string) => Witness;
}

export type SimpleDoor = '/voice' | '/chat';

const DOORS = new Set<string>(['/voice', '/chat']);

export function isSimpleDoor(path: string): path is SimpleDoor {
  return DOORS.has(path);
}

export function insightsDoor(
  parts: InsightsDoorParts,
): (socket: WebSocket, door: SimpleDoor, query: URLSearchParams) => void {
  const { clock, metrics } = parts;
  const toolbox = createToolbox(
    insightsTools(metrics, { modes: insightsModes, personas: insightsPersonas }),
  );
  const talks = new Map<string, SimpleChannel>();

  return (socket, door, query) => {
    const kind = door === '/voice' ? 'voice' : 'chat';
    const joined = kind === 'chat' ? talks.get(query.get('session') ?? '') : undefined;
    if (joined) return joined.join(socket, kind);
    const session = makeId('talk');
    const channel = new SimpleChannel({ clock, session, kind });
    channel.join(socket, kind);
    const wrong = begin(channel, session, query);
    if (wrong !== undefined) channel.refuse(wrong);
  };

  /** @returns what was wrong with the address, in plain words. */
  function begin(
    channel: SimpleChannel,
    session: string,
    query: URLSearchParams,
  ): string | undefined {
    if (query.has('session')) return 'That conversation is over; begin a new one.';
    const name = query.get('provider') ?? undefined;
    const providers = parts.providersFor(name);
    if (providers === undefined) return `There is no provider "${name?.slice(0, 64)}" here.`;
    const { mode = INSIGHTS_STYLE.mode, persona = INSIGHTS_STYLE.persona } =
      Object.fromEntries(query);
    const agent = insightsAgent({ mode, persona }, channel.kind === 'chat');
    if (agent === undefined) return 'There is no such mode or persona.';
    const voice = insightsPersonas.find(({ id }) => id === persona)?.voice;
    const { brand, board, stallMs, sessionLimitMs, aside } = parts;
    const refused = board.admit(async ({ callId, signal }) => {
      talks.set(session, channel);
      try {
        await answerCall({
          callId,
          channel,
          providers,
          stallMs,
          sessionLimitMs,
          ...(aside && { aside }),
          agent,
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
        talks.delete(session);
      }
    });
    if (refused) refuseCall(channel, refused);
    return undefined;
  }
}

function restyled(agent: Agent, style: Readonly<Record<string, string>>): Agent | undefined {
  return insightsAgent({ ...INSIGHTS_STYLE, ...agent.style, ...style }, agent.writes === true);
}
