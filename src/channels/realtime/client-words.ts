/** What a client may say to one of Luna's agents, field by field; everything else is refused by its name. Pure. */
import { decodePcm16 } from '#audio/pcm16.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';

export type ClientWord =
  | { readonly type: 'audio'; readonly audio: string; readonly ms: number }
  | { readonly type: 'typed'; readonly text: string; readonly itemId: string | undefined }
  /** The client says that the caller has finished. */
  | { readonly type: 'finished' }
  | { readonly type: 'configure' }
  | { readonly type: 'retrieve'; readonly itemId: string }
  | { readonly type: 'truncate'; readonly itemId: string; readonly heardMs: number }
  | { readonly type: 'cancel'; readonly responseId: string | undefined }
  /** An answer is owed anyway: Luna decides when she speaks. */
  | { readonly type: 'nothing' };

export type ReadWord =
  | { readonly ok: true; readonly word: ClientWord }
  | { readonly ok: false; readonly error: ErrorDetail };

/** 24 kHz. */
const SAMPLES_PER_MS = 24;
const LONGEST_MESSAGE = 2_000;

export function readWord(event: ClientEvent): ReadWord {
  const refuse = (param: string, why: string): ReadWord => ({
    ok: false,
    error: clientError(event.event_id, 'not_allowed', `${why} (${param})`, param),
  });
  const wrong = (param: string, message: string): ReadWord => ({
    ok: false,
    error: clientError(event.event_id, 'invalid_value', message, param),
  });
  switch (event.type) {
    case 'input_audio_buffer.append': {
      const decoded = decodePcm16(event.audio);
      if (decoded.ok)
        return hear({
          type: 'audio',
          audio: event.audio,
          ms: decoded.samples.length / SAMPLES_PER_MS,
        });
      return wrong(
        'audio',
        decoded.why === 'odd-bytes'
          ? 'Invalid audio: 16-bit samples need an even number of bytes.'
          : 'Invalid audio: it is not base64.',
      );
    }
    case 'input_audio_buffer.commit':
      return hear({ type: 'finished' });
    case 'session.update': {
      const param = changed(event.session);
      if (param !== undefined) return refuse(param, 'This session belongs to an agent of Luna’s.');
      return hear({ type: 'configure' });
    }
    case 'conversation.item.create': {
      const { item, previous_item_id: previous } = event;
      if (item.type !== 'message') return refuse('item.type', 'Tools are the agent’s own.');
      if (item.role !== 'user') return refuse('item.role', 'Only the caller speaks here.');
      if (previous !== undefined && previous !== null)
        return refuse('previous_item_id', 'What is said comes after what was said.');
      const texts = item.content.map((part) =>
        part.type === 'input_text' ? part.text : undefined,
      );
      if (texts.includes(undefined))
        return refuse('item.content', 'Only input_text is taken here.');
      const text = texts.join('\n').trim();
      if (text === '' || text.length > LONGEST_MESSAGE)
        return wrong('item.content', `A message has 1 to ${LONGEST_MESSAGE} characters.`);
      return hear({ type: 'typed', text, itemId: item.id });
    }
    case 'conversation.item.retrieve':
      return hear({ type: 'retrieve', itemId: event.item_id });
    case 'conversation.item.truncate':
      if (event.content_index !== 0) return wrong('content_index', 'content_index must be 0.');
      return hear({ type: 'truncate', itemId: event.item_id, heardMs: event.audio_end_ms });
    case 'response.create': {
      const param = Object.entries(event.response ?? {}).find(
        ([key, value]) => !isHarmless(key, value),
      );
      if (param) return refuse(`response.${param[0]}`, 'The agent decides what it says.');
      return hear({ type: 'nothing' });
    }
    case 'response.cancel':
      return hear({ type: 'cancel', responseId: event.response_id });
    case 'conversation.item.delete':
    case 'input_audio_buffer.clear':
    case 'output_audio_buffer.clear':
      return refuse('type', `${event.type} is not allowed with an agent.`);
  }
}

type Update = Extract<ClientEvent, { type: 'session.update' }>['session'];

/** The first field that would change who speaks, how she is told to, or the form of the sound. */
function changed(session: Update): string | undefined {
  const { audio } = session;
  const formats = [
    ['input', audio?.input?.format],
    ['output', audio?.output?.format],
  ] as const;
  const format = formats.find(([, asked]) => asked !== undefined && asked.type !== 'audio/pcm');
  const asked: readonly (readonly [string, boolean])[] = [
    ['instructions', isSet(session.instructions)],
    ['tools', (session.tools ?? []).length > 0],
    ['tool_choice', session.tool_choice !== undefined && session.tool_choice !== 'auto'],
    ['prompt', isSet(session.prompt)],
    ['output_modalities', session.output_modalities?.[0] === 'text'],
    ['audio.input.turn_detection', audio?.input?.turn_detection === null],
    [`audio.${format?.[0]}.format`, format !== undefined],
  ];
  const found = asked.find(([, isChanged]) => isChanged);
  return found && `session.${found[0]}`;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** What every client sends by habit and what says nothing that is not so. */
function isHarmless(key: string, value: unknown): boolean {
  if (!isSet(value)) return true;
  if (key === 'conversation') return value === 'auto';
  return key === 'output_modalities' && Array.isArray(value) && value[0] === 'audio';
}

function hear(word: ClientWord): ReadWord {
  return { ok: true, word };
}
