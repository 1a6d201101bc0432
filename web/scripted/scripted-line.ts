/** One call while nobody answers it but the script: the same page, the same sound, the words known beforehand. */
import type { Clock } from '#lib/clock.ts';
import type { CallSound } from '#web/audio/call-sound.ts';
import type { CallEvent, ScriptedTurn } from '#web/caller/call-state.ts';
import type { ServerWord } from '#web/caller/server-words.ts';
import { cardOfScript } from './handed-over.ts';
import { recordingOf, reportPlayed } from './script-recording.ts';
import { ScriptVoices } from './script-voices.ts';
import type { Script, ScriptLine } from './scripts.ts';

const TOOL_MS = 900;
const PAUSE_MS = 350;
const FREEFORM = 'freeform';

export interface ScriptedCall {
  readonly script: Script;
  /** Index of its first line to be played. */
  readonly from: number;
  /** The scenario's name on the page. */
  readonly goal: string;
  /** Tools that did their work before the script took over. */
  readonly done: readonly string[];
}

/** What the caller did with his turn. */
export type CallerTurn =
  | { readonly by: 'button' | 'voice' }
  | { readonly by: 'text'; readonly text: string }
  | { readonly by: 'choice'; readonly scenario: string };

export interface ScriptedLineParts {
  readonly sound: CallSound;
  readonly clock: Clock;
  readonly tell: (event: CallEvent) => void;
  readonly call: ScriptedCall;
  /** In freeform: the scenario that these words belong to; undefined where that is not clear. */
  readonly meantBy: (text: string) => string | undefined;
  /** How a scenario goes on once it is known that the caller wants it. */
  readonly callAbout: (scenario: string) => ScriptedCall | undefined;
  /** What the caller may choose from where his words did not tell. */
  readonly choices: ScriptedTurn['choices'];
}

export class ScriptedLine {
  readonly #parts: ScriptedLineParts;
  readonly #voices: ScriptVoices;
  readonly #over = new AbortController();
  readonly #startedAtMs: number;
  readonly #tools: { name: string; label: string }[] = [];
  readonly #words: string[] = [];
  #call: ScriptedCall;
  #onTurn: ((turn: CallerTurn) => void) | undefined;
  /** Said while Luna spoke. */
  #early: CallerTurn | undefined;
  #items = 0;

  constructor(parts: ScriptedLineParts) {
    this.#parts = parts;
    this.#call = parts.call;
    this.#voices = new ScriptVoices(parts);
    this.#startedAtMs = parts.clock.now();
  }

  /** Plays to the end, or until the caller hangs up. */
  async play(): Promise<void> {
    this.#voices.listen();
    for (let at = this.#call.from; !this.#isOver; at++) {
      const line = this.#call.script.lines[at];
      if (line === undefined) return this.#end();
      if (line.who === 'luna') await this.#lunaSays(line);
      else if (await this.#callerSays(line)) at = this.#call.from - 1;
    }
  }

  /** Whoever types or presses while Luna speaks interrupts her. */
  take(turn: CallerTurn): void {
    if (this.#onTurn !== undefined) return this.#onTurn(turn);
    this.#early = turn;
    this.#voices.cut();
  }

  hangUp(): void {
    if (this.#isOver) return;
    this.#stop('abandoned');
    this.#parts.tell({ type: 'ended', why: 'caller', text: '', atMs: this.#parts.clock.now() });
  }

  get #isOver(): boolean {
    return this.#over.signal.aborted;
  }

  async #lunaSays({ n, text, tool }: ScriptLine): Promise<void> {
    const recording = recordingOf(this.#call.script.scenario, n, this.#over.signal);
    if (tool !== undefined && !this.#call.done.includes(tool.name)) await this.#work(tool);
    const samples = await recording;
    if (this.#isOver) return;
    await this.#voices.luna(this.#newItem('luna'), text, samples);
    await this.#wait(PAUSE_MS);
  }

  async #work(tool: { name: string; label: string }): Promise<void> {
    const named = { tool_call_id: this.#newItem('tool'), tool: tool.name };
    this.#word({ type: 'luna.tool.started', ...named, title: tool.label });
    await this.#wait(TOOL_MS);
    if (this.#isOver) return;
    const returned = { note: 'Played by script: nothing was changed in the bank.' };
    const done = { ok: true, asked: {}, returned, took_ms: TOOL_MS };
    this.#word({ type: 'luna.tool.done', ...named, ...done });
    this.#tools.push(tool);
    if (tool.name === 'verify_identity') this.#word({ type: 'luna.identity', level: 'verified' });
  }

  /** True where what was said leads into another script. */
  async #callerSays(line: ScriptLine): Promise<boolean> {
    let turn = await this.#nextTurn({ line: line.text, choices: [] });
    for (;;) {
      if (turn === undefined) return false;
      const chosen = turn.by === 'choice' ? this.#parts.callAbout(turn.scenario) : undefined;
      const text = turn.by === 'text' ? turn.text : (chosen?.goal ?? line.text);
      await this.#showCaller(line, turn, text);
      if (this.#call.script.scenario !== FREEFORM) return false;
      const about = chosen?.script.scenario ?? this.#parts.meantBy(text);
      const next = about === undefined ? undefined : this.#parts.callAbout(about);
      if (next !== undefined) {
        this.#call = next;
        this.#word({ type: 'luna.scenario', id: next.script.scenario });
        return true;
      }
      turn = await this.#nextTurn({ line: undefined, choices: this.#parts.choices });
    }
  }

  async #nextTurn(turn: ScriptedTurn): Promise<CallerTurn | undefined> {
    const early = this.#early;
    this.#early = undefined;
    if (early !== undefined || this.#isOver) return early;
    this.#parts.tell({ type: 'turn', turn });
    const taken = await new Promise<CallerTurn | undefined>((resolve) => {
      this.#onTurn = resolve;
      this.#over.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    this.#onTurn = undefined;
    this.#parts.tell({ type: 'turn', turn: undefined });
    return taken;
  }

  async #showCaller({ n }: ScriptLine, turn: CallerTurn, text: string): Promise<void> {
    const id = this.#newItem('caller');
    const transcription = 'conversation.item.input_audio_transcription';
    this.#words.push(text);
    this.#word({ type: 'input_audio_buffer.speech_started', item_id: id });
    this.#word({ type: `${transcription}.delta`, item_id: id, delta: text });
    if (turn.by === 'button') {
      const samples = await recordingOf(this.#call.script.scenario, n, this.#over.signal);
      if (samples !== undefined && !this.#isOver) await this.#voices.caller(id, samples);
    }
    if (this.#isOver) return;
    this.#word({ type: 'input_audio_buffer.speech_stopped', item_id: id });
    this.#word({ type: `${transcription}.completed`, item_id: id, transcript: text });
    await this.#wait(PAUSE_MS);
  }

  #end(): void {
    const { script, goal } = this.#call;
    const escalated = script.ends === 'escalated';
    const lastedMs = this.#parts.clock.now() - this.#startedAtMs;
    if (escalated) {
      const played = { script, goal, tools: this.#tools, words: this.#words, lastedMs };
      this.#word({ type: 'luna.escalation', card: cardOfScript(played) });
    }
    this.#stop(escalated ? 'escalated' : 'contained');
    const reason = escalated ? 'escalated' : 'assistant';
    this.#word({ type: 'luna.call.ended', reason, text: '' });
  }

  #stop(outcome: 'contained' | 'escalated' | 'abandoned'): void {
    this.#over.abort();
    this.#voices.end();
    this.#parts.sound.close();
    const seconds = (this.#parts.clock.now() - this.#startedAtMs) / 1000;
    reportPlayed(this.#call.script.scenario, { seconds, outcome });
  }

  #word(word: ServerWord): void {
    this.#parts.tell({ type: 'word', word, atMs: this.#parts.clock.now() });
  }

  #newItem(of: string): string {
    this.#items += 1;
    return `script ${of} ${this.#items}`;
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.clock.after(ms, resolve);
      this.#over.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
