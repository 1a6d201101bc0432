/** A program on `/v1/realtime`: it brings its own instructions and tools; Luna passes its words on and keeps a record. */
import type { ClientChannel } from '#channels/channel.ts';
import { spokenFor } from '#lib/call-error.ts';
import { makeId } from '#lib/id.ts';
import type { Provider } from '#providers/provider.ts';
import type { End } from './end.ts';
import type { Witness } from './witness.ts';

export interface RelayOptions {
  readonly channel: ClientChannel;
  readonly provider: Provider;
  readonly witness: Witness;
  readonly signal: AbortSignal;
}

/** Resolves when the client or the provider has gone. Never rejects. */
export async function relayClient(options: RelayOptions): Promise<void> {
  const { channel, provider, witness, signal } = options;
  const over = Promise.withResolvers<End>();
  const fail = (where: string, error: unknown): void => {
    const message = spokenFor(error);
    witness.surprised(where, error);
    channel.tell({
      type: 'error',
      event_id: makeId('event'),
      error: { type: 'server_error', code: 'provider_lost', message, param: null, event_id: null },
    });
    over.resolve({ reason: 'error', text: message });
  };
  try {
    const session = await provider.connect({
      agent: undefined,
      session: undefined,
      onEvent(event) {
        channel.tell(event);
        witness.told(event);
      },
      onClose: (text) => over.resolve({ reason: 'assistant', text }),
      signal,
    });
    channel.listen(
      (event) => session.send(event),
      (text) => over.resolve({ reason: 'caller', text }),
    );
    await over.promise;
    await session.close();
  } catch (error) {
    fail('provider: connect', error);
  }
  const end = await over.promise;
  channel.close(end.text);
  witness.ended(end, end.reason === 'error' ? 'failed' : 'relayed');
}
