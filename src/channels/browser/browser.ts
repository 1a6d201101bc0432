/** A caller in a browser, or anybody who speaks like one: `/ws`. */
import type { WebSocket } from 'ws';
import type { CallerEvent, CallerHears, Channel } from '#channels/channel.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';
import { PageView } from './page-view.ts';
import { readPageWord } from './page-words.ts';
import type { ResumableLines } from './resumable-line.ts';
import { SilentCaller } from './silent-caller.ts';

/** Somebody who has a socket and no call may take so long to begin one. */
const LOBBY_MS = 60_000;
/** Whoever sends so many wrong events is not a page of ours. */
const PATIENCE = 100;

export interface BrowserChannel extends Channel {
  /** There is no call yet: the page is told why, and may begin one by `luna.start`. */
  lobby(error: ErrorDetail, onStart: (scenario: string) => void): void;
}

interface BrowserChannelOptions {
  readonly kind: Channel['kind'];
  readonly clock: Clock;
  /** The page is answered in writing, too. */
  readonly reads?: boolean;
  /** Where the call is found again after its socket was lost. */
  readonly lines: ResumableLines;
}

export function browserChannel(
  socket: WebSocket,
  { kind, clock, lines, reads = false }: BrowserChannelOptions,
): BrowserChannel {
  const line = lines.open(socket);
  const view = new PageView({ reads });
  let mistakes = 0;
  let over = false;
  const silence = new SilentCaller(clock);

  let stopWaiting: (() => void) | undefined;
  const complain = (error: ErrorDetail): void => {
    line.send({ type: 'error', event_id: makeId('event'), error });
    mistakes += 1;
    if (mistakes === PATIENCE) line.close(1008, 'too many wrong events');
  };

  const onBinary = (): void =>
    complain(clientError(null, 'invalid_event', 'Binary frames are not understood; send JSON.'));

  return {
    kind,
    lobby(error, onStart) {
      stopWaiting?.();
      complain(error);
      stopWaiting = clock.after(LOBBY_MS, () => line.close(1000, 'no call was begun'));
      line.listen({
        onText(text) {
          const word = readPageWord(text);
          if (!word.ok) complain(word.error);
          else if (word.event.type === 'start') {
            stopWaiting?.();
            onStart(word.event.scenario);
          } else if (word.event.type === 'hung-up') line.close(1000, 'the caller hung up');
          // A microphone that is already open is no mistake.
          else if (word.event.type !== 'audio') complain(noCall(word.eventId));
        },
        onBinary,
        onEnd: () => stopWaiting?.(),
      });
    },
    listen(onEvent: (event: CallerEvent) => void): void {
      line.listen({
        onText(text) {
          const word = readPageWord(text);
          if (!word.ok) complain(word.error);
          else if (word.event.type === 'start') complain(oneCall(word.eventId));
          else {
            if (word.event.type === 'hung-up') line.forget();
            onEvent(word.event);
          }
        },
        onBinary,
        // After the call's own end there is nobody to be silent for.
        onGone(gone) {
          silence.stop();
          if (gone && !over) silence.start(onEvent);
        },
        onEnd(why) {
          silence.stop();
          onEvent({ type: 'hung-up', why });
        },
      });
    },
    tell(event: CallerHears): void {
      // A recording is spoken once: nobody takes it up again.
      if (event.type === 'luna.call.started' && kind === 'browser')
        line.send({ ...event, resume: line.begin() });
      else {
        const seen = isLuna(event) ? event : view.of(event);
        if (seen) line.send(seen);
      }
    },
    close() {
      over = true;
      silence.stop();
      line.close(1000, 'the call is over');
    },
  };
}

function noCall(eventId: string | null): ErrorDetail {
  const message = 'There is no call on this socket yet; begin one with luna.start.';
  return clientError(eventId, 'no_call', message);
}

function oneCall(eventId: string | null): ErrorDetail {
  const message = 'There is a call on this socket already; open another socket for a second one.';
  return clientError(eventId, 'call_in_progress', message);
}

function isLuna(event: CallerHears): event is LunaServerEvent {
  return event.type.startsWith('luna.');
}
