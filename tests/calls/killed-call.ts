/** One spoken call about a lost card whose provider, a real socket to a scripted service, is killed on the way. */
import { findAgent } from '#agents/agent.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { openAiProvider } from '#providers/openai.ts';
import type { Provider } from '#providers/provider.ts';
import { chanceOf } from '../../evals/caller/chance.ts';
import { mindOf, nextWords } from '../../evals/caller/mind.ts';
import { blockCard } from '../../evals/scripts/block-card.ts';
import type { Room } from '../adversarial/room.ts';
import { hummingVoice } from '../scripted/humming-voice.ts';
import { talkingEars } from '../scripted/talking-ears.ts';
import { Upstream } from '../scripted/upstream.ts';
import { type Death, awaitDeath } from './death.ts';
import { TalkingCaller } from './talking-caller.ts';

const quiet = () => undefined;
const SILENT: Log = { info: quiet, warn: quiet, error: quiet, about: () => SILENT };
/** So long that whoever hangs is found out by nothing else than that it gives no sign of life. */
const STALL_MS = 120_000;
/** A second of it, as of a voice that takes its time. */
export const ASIDE = {
  text: 'One moment, please.',
  audio: Buffer.alloc(48_000).toString('base64'),
  ms: 1_000,
};

export interface Survived {
  readonly death: Death;
  /** False where the call was over before its provider could be killed. */
  readonly killed: boolean;
  readonly end: string;
  readonly outcome: string | null | undefined;
  /** The bank's tables of which a row has changed. */
  readonly changed: readonly string[];
  readonly greetings: number;
  /** The longest time for which she was due and made no sound. */
  readonly gapMs: number;
  /** The same, where "one moment" counts for nothing. */
  readonly answerMs: number;
  readonly fillers: number;
  readonly answeredBy: string | undefined;
  readonly script: readonly string[];
}

/** The real provider over a real socket. */
export function overSocket(upstream: Upstream): Provider {
  const model = {
    key: 'k',
    model: 'gpt-realtime-2.1',
    voice: 'marin',
    transcription: 'gpt-live-transcribe',
    turns: 'server_vad' as const,
    baseUrl: upstream.url,
  };
  return openAiProvider(model, { clock: systemClock(), log: SILENT });
}

export async function killedCall(room: Room, death: Death): Promise<Survived> {
  const flow = findAgent('block-card')?.flow;
  await using upstream = await Upstream.open({ ...(flow && { flow }), letterMs: 10 });
  const first = overSocket(upstream);
  const last = room.embedded({ ears: talkingEars(), synthesizer: hummingVoice(10) });
  const caller = new TalkingCaller();
  const diedAt = awaitDeath(death, caller, upstream);
  const { callId, over } = room.place('block-card', caller, [first, last], {
    stallMs: STALL_MS,
    aside: () => Promise.resolve(ASIDE),
  });
  const script = await talkAboutTheCard(caller, death.seed);
  caller.hangUp();
  const end = await over;
  const rows = await room.changed();
  await room.restore();
  await room.book.flush();
  const record = await room.book.read(callId);
  return {
    death,
    killed: !Number.isNaN(diedAt()),
    end: end.reason,
    outcome: record?.outcome,
    changed: rows.map((row) => row.split(' ')[0] ?? ''),
    greetings: caller.sentences.filter((text) => text.startsWith('Hello')).length,
    gapMs: gapAfter(diedAt(), caller.soundAt, caller),
    answerMs: gapAfter(diedAt(), caller.answeredAt, caller),
    fillers: caller.sentences.filter((text) => text === ASIDE.text).length,
    answeredBy: record?.provider,
    script,
  };
}

/** The caller, a simulated one of the evals, sees the call through. @returns what both said */
export async function talkAboutTheCard(caller: TalkingCaller, seed: number): Promise<string[]> {
  const [plain] = blockCard.scripts;
  if (plain === undefined) throw new Error('there is no script');
  const chance = chanceOf(`caller ${seed}`);
  let mind = mindOf(blockCard, plain);
  const script: string[] = [];
  while (!caller.over) {
    const said = await caller.listenToHer();
    script.push(`Luna: ${said}`);
    if (caller.over || /goodbye/i.test(said)) break;
    const [next, words] = nextWords(mind, said, chance);
    mind = next;
    if (words === undefined) break;
    script.push(`Caller: ${words.text}`);
    await caller.say(words.text);
  }
  return script;
}

/** What was on its way when the line died still comes: the longest silence after it counts, and what he said over it does not. */
const AFTERMATH_MS = 6_000;

function gapAfter(diedAt: number, soundAt: readonly number[], { spokeAt }: TalkingCaller): number {
  const sounds = soundAt.filter((at) => at > diedAt && at < diedAt + AFTERMATH_MS);
  const gaps = sounds.map((at, i) => {
    // Nobody waits for an answer before having finished.
    const spokeUntil = spokeAt.findLast((spoke) => spoke < at) ?? 0;
    return at - Math.max(sounds[i - 1] ?? diedAt, spokeUntil);
  });
  return Math.max(0, ...gaps);
}
