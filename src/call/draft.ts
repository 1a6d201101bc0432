/** A conversation while one event changes it: the deciders' effects become the call's. Pure outside of one step. */
import type { CallerHears } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { Conversation, Effect, Moment, TimerName } from './conversation.ts';
import { type Past, forgotten, remembered } from './history.ts';
import { silenced, speaking } from './heard.ts';
import { lastWords } from './last-words.ts';
import { type HelpEvent, stepHelp } from './help.ts';
import { type InterruptionEvent, stepInterruption, sustainedMs } from './interruption.ts';
import type { Mishap } from './next-provider.ts';
import { type ReplyEvent, stepReply } from './reply.ts';
import { type RoundEvent, isRunning, stepRounds } from './tool-round.ts';
import { type TurnEvent, stepTurn } from './turn.ts';

/** Longer than a page needs to stop and answer; then its last report must do. */
const FLUSH_LIMIT_MS = 500;

const INSIST = { tool_choice: { type: 'function', name: 'transfer_to_agent' } } as const;
export const HANDED_OVER = {
  reason: 'escalated',
  text: 'A colleague will take over from here.',
} as const;

const NUDGE =
  'The caller has been silent for a while. Ask in one short sentence whether they are still there, and repeat your last question.';

const FILLER =
  'Say "One moment, please." and nothing else: what was asked for is still being looked up.';
/** A tool that is slower than this is a silence that somebody notices. */
const FILLER_MS = 2_000;

export class Draft {
  state: Conversation;
  readonly effects: Effect[] = [];
  readonly moment: Moment;

  /** A person takes over: she says so to the end, and what the caller says then is for that person. */
  readonly #handedOver: boolean;

  constructor(state: Conversation, moment: Moment) {
    this.state = state;
    this.moment = moment;
    this.#handedOver = state.ending?.reason === 'escalated';
  }

  set(change: Partial<Conversation>): void {
    this.state = { ...this.state, ...change };
  }

  /** To whoever answers; where nobody does, the history will tell them. */
  send(event: ClientEvent): void {
    if (this.state.line === 'up') this.effects.push({ do: 'send', event });
  }

  tell(event: CallerHears): void {
    this.effects.push({ do: 'tell', event });
  }

  /** A whole turn of the caller's; `itemId` undefined where it has no place in the conversation yet. */
  said(text: string, startedAt: CallMs, itemId: string | undefined): void {
    const { transcript, voice, answered } = this.state;
    const { text: answering, upTo } = lastWords(transcript, voice, answered, itemId);
    this.set({ answered: upTo });
    this.effects.push({ do: 'said', text, startedAt, answering });
    this.help({ type: 'said', text });
  }

  help(event: HelpEvent): void {
    const [help, effect] = stepHelp(this.state.help, event);
    this.set({ help });
    if (effect === 'none' || this.state.ending !== undefined) return;
    this.set({ insisting: true });
    if (effect === 'insist') return;
    const asked = event.type === 'said';
    const reason = asked ? 'the caller asked for a person' : 'the caller could not be understood';
    this.effects.push({ do: 'hand-over', reason });
    this.set({ ending: HANDED_OVER });
  }

  /** `afterId` as in `remembered`. */
  remember(past: Past, afterId?: string | null): void {
    this.set({ history: remembered(this.state.history, past, afterId) });
  }

  forget(itemId: string): void {
    this.set({ history: forgotten(this.state.history, itemId) });
    this.send({ type: 'conversation.item.delete', item_id: itemId });
  }

  giveUp(mishap: Mishap, message: string): void {
    this.effects.push({ do: 'lost', mishap, message });
  }

  timer(name: TimerName, ms: number): void {
    this.effects.push({ do: 'timer', name, ms });
  }

  /** Luna is being heard, or is about to be. */
  get lunaHasTheFloor(): boolean {
    return speaking(this.state.voice) !== undefined || this.state.reply.is !== 'idle';
  }

  reply(event: ReplyEvent): void {
    const { line, flushing, who, asking } = this.state;
    if (line === 'down') {
      if (event.type === 'wanted') this.set({ owed: true });
      if (event.type === 'dropped') this.set({ owed: false });
      return;
    }
    if (event.type === 'wanted' && flushing !== undefined) return this.set({ held: true });
    // Whoever decides itself when to speak cannot be asked for a word out of turn, nor for another one.
    const isAsked = event.type === 'wanted' && !who.can.createsResponses;
    if (isAsked && (asking !== 'answer' || this.state.reply.is !== 'idle'))
      return this.set({ asking: 'answer' });
    const [reply, effects] = stepReply(this.state.reply, event);
    this.set({ reply });
    for (const effect of effects)
      if (effect === 'cancel') this.send({ type: 'response.cancel' });
      else this.create();
  }

  /** Asks for the response that the reply stands for; once more, where the first asking was lost. */
  create(): void {
    const { asking, insisting, who } = this.state;
    this.set({ asking: 'answer', insisting: false });
    if (!who.can.createsResponses) return;
    const response = insisting ? INSIST : instructed(asking);
    this.send({ type: 'response.create', ...(response && { response }) });
  }

  rounds(event: RoundEvent): readonly string[] {
    const before = isRunning(this.state.rounds);
    const [rounds, effects] = stepRounds(this.state.rounds, event);
    this.set({ rounds });
    if (isRunning(rounds) !== before) {
      this.set({ filler: 'none' });
      this.timer('filler', before ? 0 : FILLER_MS);
    }
    const run: string[] = [];
    for (const effect of effects)
      if (effect.do === 'run') run.push(effect.callId);
      else this.turn({ type: 'results' });
    return run;
  }

  turn(event: TurnEvent): void {
    const before = this.state.turn;
    const [turn, effects] = stepTurn(before, event);
    this.set({ turn });
    for (const effect of effects)
      switch (effect) {
        case 'reply':
          // Whoever asks something meanwhile is answered; what was to be said is said by how she answers.
          if (typeof this.state.asking === 'object') this.set({ asking: 'answer' });
          if (!this.#handedOver || before.owed || event.type === 'results')
            this.reply({ type: 'wanted' });
          break;
        case 'nudge':
          this.set({ asking: 'nudge' });
          this.reply({ type: 'wanted' });
          break;
        case 'forget':
          if (event.type === 'words.final') this.forget(event.itemId);
          break;
        case 'give-up':
          this.set({ ending: { reason: 'assistant', text: 'The line was silent.' } });
          break;
      }
  }

  /** True where what was said over Luna's voice was no turn. */
  interruption(event: InterruptionEvent): boolean {
    const [interruption, effects] = stepInterruption(this.state.interruption, event);
    this.set({ interruption });
    const item_id = speaking(this.state.voice)?.itemId ?? null;
    for (const effect of effects)
      switch (effect) {
        case 'duck':
        case 'resume':
          this.tell({ type: 'luna.playback', action: effect, item_id });
          break;
        case 'interrupt':
          if (this.#handedOver) this.tell({ type: 'luna.playback', action: 'resume', item_id });
          else this.#silence();
          break;
        case 'watch':
          this.timer('sustained', sustainedMs(this.state.who.can));
          break;
        case 'stop-watching':
          this.timer('sustained', 0);
          break;
        case 'ignore':
          this.effects.push({ do: 'ignored' });
          break;
      }
    return effects.includes('ignore');
  }

  #silence(): void {
    const { voice, ending } = this.state;
    const said = speaking(voice);
    this.tell({ type: 'luna.playback', action: 'flush', item_id: said?.itemId ?? null });
    this.reply({ type: 'dropped' });
    this.set({
      voice: silenced(voice),
      flushing: said?.itemId,
      // Who speaks into her goodbye has something left to say.
      ending: ending?.reason === 'assistant' ? undefined : ending,
    });
    if (said) this.timer('flush', FLUSH_LIMIT_MS);
  }
}

function instructed(asking: Conversation['asking']) {
  if (asking === 'answer') return undefined;
  if (asking === 'nudge') return { instructions: NUDGE };
  const instructions = asking === 'filler' ? FILLER : `Say "${asking.say}" and nothing else.`;
  return { instructions, tool_choice: 'none' } as const;
}
