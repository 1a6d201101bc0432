/** A call that cannot be taken: the caller is told why, and the line is closed. */
import type { Channel, ClientChannel } from '#channels/channel.ts';
import { makeId } from '#lib/id.ts';

const REFUSALS = {
  busy: { code: 'busy', message: 'All lines are busy. Please call again in a few minutes.' },
  closing: {
    code: 'closing',
    message: 'Luna is closing for maintenance. Please call again later.',
  },
} as const;

export function refuseCall(channel: Channel | ClientChannel, why: keyof typeof REFUSALS): void {
  const { code, message } = REFUSALS[why];
  channel.tell({
    type: 'error',
    event_id: makeId('event'),
    error: { type: 'invalid_request_error', code, message, param: null, event_id: null },
  });
  if (channel.kind === 'client') {
    channel.close(message);
    return;
  }
  channel.tell({ type: 'luna.call.ended', reason: 'error', text: message });
  channel.close();
}
