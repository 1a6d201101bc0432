/** A program on `/v1/realtime`: it brings its own instructions and tools; Luna passes its words on and keeps a record. */
import type { ClientChannel } from '#channels/channel.ts';
import { CallError, spokenFor } from '#lib/call-error.ts';
import { makeId } from '#lib/id.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Provider } from '#providers/provider.ts';
import type { End } from './end.ts';
import { SILENT, completed, heardAudio, heardText, wordsHeard } from './heard.ts';
import type { Witness } from './witness.ts';

/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const BASE64_PER_MS = 64;
const LOST = { retryable: true, spoken: 'The session was lost. Please connect again.' };
const CLOSING = 'Luna is closing for maintenance. Please call again later.';

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
  let gone = false;
  const lost = (reason: string, error?: CallError): void => {
    if (gone) return;
    if (signal.aborted) over.resolve({ reason: 'error', text: CLOSING });
    else fail('provider: lost', error ?? new CallError(`provider closed: ${reason}`, LOST));
  };
  const listen = listener();
  try {
    const session = await provider.connect({
      agent: undefined,
      session: undefined,
      onEvent(event, frame) {
        channel.tell(event, frame);
        witness.told(event);
        const cut = listen(event);
        if (cut) witness.told(cut);
      },
      onClose: lost,
      signal,
    });
    channel.listen(
      (event, frame) => session.send(event, frame),
      (text) => over.resolve({ reason: 'caller', text }),
    );
    await over.promise;
    gone = true;
    await session.close();
  } catch (error) {
    fail('provider: connect', error);
  }
  const end = await over.promise;
  channel.close(end.text);
  witness.ended(end, end.reason === 'error' ? 'failed' : 'relayed');
}

/** Tells what was heard of a sentence that the client has cut off: the events name the time and not the words. */
function listener(): (event: ServerEvent) => LunaServerEvent | undefined {
  let voice = SILENT;
  /** Of the item that is being said: counted here, as fifty pieces a second of each call need no state of their own. */
  let sound = { responseId: '', itemId: '', ms: 0 };
  const note = (): void => {
    if (sound.ms > 0) voice = heardAudio(voice, sound);
    sound = { ...sound, ms: 0 };
  };
  return (event) => {
    switch (event.type) {
      case 'response.output_audio.delta': {
        if (event.item_id !== sound.itemId) {
          note();
          sound = { responseId: event.response_id, itemId: event.item_id, ms: 0 };
        }
        sound.ms += event.delta.length / BASE64_PER_MS;
        return undefined;
      }
      case 'response.output_audio_transcript.delta': {
        const { response_id: responseId, item_id: itemId, delta: text } = event;
        note();
        voice = heardText(voice, { responseId, itemId, text });
        return undefined;
      }
      case 'response.output_audio.done':
        note();
        voice = completed(voice, event.item_id);
        return undefined;
      case 'conversation.item.truncated': {
        const { item_id, audio_end_ms: heard_ms } = event;
        note();
        const said = voice.said.find(({ itemId }) => itemId === item_id);
        return said && { type: 'luna.heard', item_id, heard_ms, text: wordsHeard(said, heard_ms) };
      }
      default:
        return undefined;
    }
  };
}
