/** The lines of a call and how each word from the server, or each played sample, changes them. */
import { writtenForm } from '#lib/written-form.ts';
import type { CallerLine, ColleagueLine, Line, LunaLine, NoteLine, ToolLine } from './line.ts';
import type { ServerWord } from './server-words.ts';
import {
  NOTHING_SPOKEN,
  playedTo,
  splitAtPlayed,
  withAudio,
  withText,
  written,
} from './spoken-text.ts';

type Lines = readonly Line[];
type Added = Extract<ServerWord, { type: 'conversation.item.added' }>;

export function withServerWord(lines: Lines, word: ServerWord): Lines {
  switch (word.type) {
    case 'conversation.item.added':
      return withItem(lines, word);
    case 'input_audio_buffer.speech_started':
      return withCaller(lines, word.item_id, () => ({ state: 'speaking' }));
    case 'input_audio_buffer.speech_stopped':
      return withCaller(lines, word.item_id, (line) =>
        line.state === 'final' ? {} : { state: 'hearing' },
      );
    case 'conversation.item.input_audio_transcription.delta':
      return withCaller(lines, word.item_id, ({ text }) => ({ text: text + word.delta }));
    case 'conversation.item.input_audio_transcription.completed':
      return withCallerFinal(lines, word.item_id, word.transcript);
    case 'response.output_audio_transcript.delta':
      return withLuna(lines, word.item_id, ({ said }) => ({ said: withText(said, word.delta) }));
    case 'response.output_text.delta':
      return withLuna(lines, word.item_id, ({ said }) => ({ said: written(said, word.delta) }));
    case 'response.output_text.done':
      return withLuna(lines, word.item_id, () => ({ state: 'heard' }));
    case 'luna.heard':
      return withLuna(lines, word.item_id, (line) => cutTo(line, word.heard_ms, word.text));
    case 'luna.turn':
      return withLuna(lines, word.item_id, () => ({
        latency: {
          voiceToVoiceMs: word.voice_to_voice_ms,
          endDetectedMs: word.end_detected_ms,
          recognisedMs: word.recognised_ms,
          firstAudioMs: word.first_audio_ms,
        },
      }));
    case 'luna.provider':
      return withLine(lines, {
        who: 'note',
        id: `provider ${lines.length}`,
        text: `The call goes on with ${word.label}.`,
      });
    case 'luna.tool.started':
    case 'luna.tool.done':
      return withTool(lines, word);
    default:
      return lines;
  }
}

/** Said of the call or by a person: it is whole at once. */
export function withLine(lines: Lines, line: CallerLine | NoteLine | ColleagueLine): Lines {
  return put(lines, line);
}

export function withReceivedAudio(lines: Lines, itemId: string, addedMs: number): Lines {
  return withLuna(lines, itemId, ({ said }) => ({ said: withAudio(said, addedMs) }));
}

export function withPlayed(lines: Lines, itemId: string, playedMs: number): Lines {
  return withLuna(lines, itemId, ({ said }) => ({ said: playedTo(said, playedMs) }));
}

export function withDrained(lines: Lines, itemId: string): Lines {
  return withLuna(lines, itemId, (line) => ({
    said: playedTo(line.said, line.said.receivedMs),
    state: line.state === 'cut' ? 'cut' : 'heard',
  }));
}

/** The server's own count of what was heard decides; the page's is the same to within a frame. */
function cutTo({ said }: LunaLine, heardMs: number, text: string): Partial<LunaLine> {
  const whole = said.pieces.map((piece) => piece.text).join('');
  const heard = whole.startsWith(text) ? text : splitAtPlayed({ ...said, playedMs: heardMs })[0];
  const pieces = [
    { text: heard, fromMs: 0 },
    { text: whole.slice(heard.length), fromMs: heardMs },
  ];
  const receivedMs = Math.max(said.receivedMs, heardMs + 1);
  return { state: 'cut', said: { pieces, receivedMs, playedMs: heardMs } };
}

function withItem(lines: Lines, { item, previous_item_id: before }: Added): Lines {
  if (item.role === 'system') return lines;
  const text = item.content.map((part) => part.text ?? part.transcript ?? '').join('');
  const placed =
    item.role === 'assistant'
      ? withLuna(lines, item.id, () => ({}))
      : withCaller(lines, item.id, () => (text === '' ? {} : { text, state: 'final' }));
  // The caller's first sound opens a line before anybody knows where in the conversation it belongs.
  const at = placed.findIndex(({ id }) => id === item.id);
  const after = placed.findIndex(({ id }) => id === before);
  if (after === -1 || at > after) return placed;
  const moved = placed[at];
  if (moved === undefined) return placed;
  return [
    ...placed.slice(0, at),
    ...placed.slice(at + 1, after + 1),
    moved,
    ...placed.slice(after + 1),
  ];
}

/** A cough is heard as nothing: its line goes again. */
function withCallerFinal(lines: Lines, id: string, transcript: string): Lines {
  const text = writtenForm(transcript.trim());
  if (text === '') return lines.filter((line) => line.id !== id);
  return withCaller(lines, id, () => ({ text, state: 'final' }));
}

function withCaller(
  lines: Lines,
  id: string,
  change: (line: CallerLine) => Partial<CallerLine>,
): Lines {
  const line = lines.find(
    (each): each is CallerLine => each.id === id && each.who === 'caller',
  ) ?? {
    who: 'caller',
    id,
    text: '',
    state: 'hearing',
  };
  return put(lines, { ...line, ...change(line) });
}

function withLuna(lines: Lines, id: string, change: (line: LunaLine) => Partial<LunaLine>): Lines {
  const line = lines.find((each): each is LunaLine => each.id === id && each.who === 'luna') ?? {
    who: 'luna',
    id,
    said: NOTHING_SPOKEN,
    state: 'speaking',
    latency: undefined,
  };
  return put(lines, { ...line, ...change(line) });
}

function withTool(
  lines: Lines,
  word: Extract<ServerWord, { type: 'luna.tool.started' | 'luna.tool.done' }>,
): Lines {
  const id = word.tool_call_id;
  const known = lines.find((each): each is ToolLine => each.id === id && each.who === 'tool');
  const { tool } = word;
  if (word.type === 'luna.tool.started')
    return put(lines, { who: 'tool', id, tool, title: word.title, outcome: { state: 'running' } });
  const { asked, returned, took_ms: tookMs } = word;
  const waits = String(returned['why']).startsWith('needs_');
  const state = word.ok ? 'done' : waits ? 'waiting' : 'refused';
  const title = known?.title ?? tool;
  return put(lines, { who: 'tool', id, tool, title, outcome: { state, tookMs, asked, returned } });
}

function put(lines: Lines, line: Line): Lines {
  const at = lines.findIndex(({ id }) => id === line.id);
  return at === -1 ? [...lines, line] : lines.with(at, line);
}
