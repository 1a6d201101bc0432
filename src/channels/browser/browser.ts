/** A caller in a browser, or anybody who speaks like one: `/ws`. */
import type { WebSocket } from 'ws';
import type { CallerEvent, CallerHears, Channel } from '#channels/channel.ts';
import { JsonSocket } from '#channels/json-socket.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';
import { PageView } from './page-view.ts';
import { readPageWord } from './page-words.ts';

/** Whoever sends so many wrong events is not a page of ours. */
const PATIENCE = 100;

export function browserChannel(
  socket: WebSocket,
  { kind, clock }: { readonly kind: Channel['kind']; readonly clock: Clock },
): Channel {
  const line = new JsonSocket(socket, clock);
  const view = new PageView();
  let mistakes = 0;

  const complain = (error: ErrorDetail): void => {
    line.send({ type: 'error', event_id: makeId('event'), error });
    mistakes += 1;
    if (mistakes === PATIENCE) line.close(1008, 'too many wrong events');
  };

  return {
    kind,
    listen(onEvent: (event: CallerEvent) => void): void {
      line.listen({
        onText(text) {
          const word = readPageWord(text);
          if (word.ok) onEvent(word.event);
          else complain(word.error);
        },
        onBinary: () =>
          complain(
            clientError(null, 'invalid_event', 'Binary frames are not understood; send JSON.'),
          ),
        onEnd: (why) => onEvent({ type: 'hung-up', why }),
      });
    },
    tell(event: CallerHears): void {
      const seen = isLuna(event) ? event : view.of(event);
      if (seen) line.send(seen);
    },
    close: () => line.close(1000, 'the call is over'),
  };
}

function isLuna(event: CallerHears): event is LunaServerEvent {
  return event.type.startsWith('luna.');
}
