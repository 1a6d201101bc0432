/** A program that speaks the Realtime protocol: `/v1/realtime`. Its words are checked here, not changed. */
import type { WebSocket } from 'ws';
import type { ClientChannel } from '#channels/channel.ts';
import { JsonSocket } from '#channels/json-socket.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { clientError, readClientEvent } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';

export function realtimeChannel(socket: WebSocket, clock: Clock): ClientChannel {
  const line = new JsonSocket(socket, clock);
  const complain = (error: ErrorDetail): void =>
    line.send({ type: 'error', event_id: makeId('event'), error });
  return {
    kind: 'client',
    listen(onEvent, onEnd) {
      line.listen({
        onText(text) {
          const read = readClientEvent(text);
          if (read.ok) onEvent(read.event);
          else complain(read.error);
        },
        onBinary: () =>
          complain(
            clientError(null, 'invalid_event', 'Binary frames are not understood; send JSON.'),
          ),
        onEnd,
      });
    },
    tell: (event) => line.send(event),
    close: (why) => line.close(1000, why),
  };
}
