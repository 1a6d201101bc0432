/** The Realtime door: what a client wishes for becomes a session of its own, or one of Luna's agents. */
import type { WebSocket } from 'ws';
import { type Agent, agents, findAgent, freeform } from '#agents/agent.ts';
import type { Channel, ClientChannel } from '#channels/channel.ts';
import type { ClientWish } from '#channels/realtime/admission.ts';
import { agentChannel } from '#channels/realtime/agent-channel.ts';
import { realtimeChannel } from '#channels/realtime/realtime.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';
import type { Provider } from '#providers/provider.ts';

/** Of a WebSocket. */
const POLICY_VIOLATION = 1008;

export interface RealtimeDoorParts {
  readonly clock: Clock;
  readonly models: Models;
  /** The client brings its own instructions and tools. */
  readonly onOwner: (channel: ClientChannel, provider: Provider) => void;
  /** The client speaks with one of Luna's agents. */
  readonly onGuest: (
    channel: Channel,
    agent: Agent,
    provider: Provider,
    /** What is said before there is a call. */
    line: ClientChannel,
  ) => void;
}

interface Models {
  /** `embedded`, `openai:NAME`, `azure:NAME`; undefined: whoever answers by default. */
  find(name: string | undefined): Provider | undefined;
  /** For a client that asked for one that is not there. */
  readonly offered: readonly string[];
}

export function realtimeDoor(
  parts: RealtimeDoorParts,
): (socket: WebSocket, wish: ClientWish, mayUseKeys: boolean) => void {
  const { clock, models, onOwner, onGuest } = parts;
  return (socket, { model, agent: id, dialect }, mayUseKeys) => {
    const channel = realtimeChannel(socket, clock, dialect);
    const provider = models.find(model === '' ? undefined : model);
    if (provider === undefined) return refuse(channel, unknownModel(model ?? '', models.offered));
    if (provider.mode === 'ai' && !mayUseKeys) return refuse(channel, noToken());
    if (id === undefined) return onOwner(channel, provider);
    const agent = findAgent(id);
    if (agent === undefined) return refuse(channel, unknownAgent(id));
    onGuest(agentChannel(channel, clock), agent, provider, channel);
  };
}

function refuse(channel: ClientChannel, error: ErrorDetail): void {
  channel.tell({ type: 'error', event_id: makeId('event'), error });
  channel.close(error.message, POLICY_VIOLATION);
}

/** Like a 404: what is there is named. */
function unknownModel(name: string, offered: readonly string[]): ErrorDetail {
  const message = `There is no model "${name.slice(0, 64)}"; there is ${offered.join(', ')}.`;
  return clientError(null, 'model_not_found', message, 'model');
}

/** Otherwise whoever reaches the port would speak at the operator's expense. */
function noToken(): ErrorDetail {
  const message =
    'Luna answers from another machine by a model elsewhere only with tokens: set LUNA_API_TOKENS and show one.';
  return clientError(null, 'token_required', message, 'model');
}

function unknownAgent(id: string): ErrorDetail {
  const ids = [...agents, freeform].map((agent) => agent.id).join(', ');
  const message = `There is no agent "${id.slice(0, 64)}"; there is ${ids}.`;
  return clientError(null, 'unknown_agent', message, 'agent');
}
