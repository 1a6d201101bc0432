/** A program that speaks the Realtime protocol: `/v1/realtime`. Its words are checked here, not changed. */
import type { WebSocket } from 'ws';
import type { ClientChannel } from '#channels/channel.ts';
import type { ClientWish } from './admission.ts';
import { JsonSocket } from '#channels/json-socket.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import { fromOlderClient, toOlderClient } from '#protocol/older-dialect.ts';
import { clientError, readClientEvent } from '#protocol/read-client-event.ts';
import type { ErrorDetail, ServerEvent } from '#protocol/server-events.ts';

export function realtimeChannel(
  socket: WebSocket,
  clock: Clock,
  dialect: ClientWish['dialect'],
): ClientChannel {
  const line = new JsonSocket(socket, clock);
  const isOlder = dialect === 'older';
  const tell = (event: ServerEvent, frame?: Buffer): void => {
    if (!isOlder) return line.sendText(frame ?? JSON.stringify(event));
    for (const translated of toOlderClient({ ...event })) line.send(translated);
  };
  const complain = (error: ErrorDetail): void =>
    tell({ type: 'error', event_id: makeId('event'), error });
  return {
    kind: 'client',
    listen(onEvent, onEnd) {
      line.listen({
        onText(text, frame) {
          const read = readClientEvent(isOlder ? fromOlderClient(parsed(text)) : text);
          if (read.ok) onEvent(read.event, isOlder || !isSound(read.event) ? undefined : frame);
          else complain(read.error);
        },
        onBinary: () =>
          complain(
            clientError(null, 'invalid_event', 'Binary frames are not understood; send JSON.'),
          ),
        onEnd,
      });
    },
    tell,
    close: (why, code = 1000) => line.close(code, why),
  };
}

function isSound({ type }: ClientEvent): boolean {
  return type === 'input_audio_buffer.append';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as "must be a JSON object"
  }
}
