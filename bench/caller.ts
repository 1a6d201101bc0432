/** A simulated caller: listens to what Luna asks and answers it, as a person with a lost card would. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Incoming, Line } from './line.ts';

/** A person's pause between hearing a question and answering it. */
const REACTION_MS = 300;
const GIVE_UP_MS = 25_000;

/** Answers by what was asked: the last rule that fits Luna's latest words is used. */
export interface Persona {
  readonly name: string;
  readonly answers: readonly { readonly asked: RegExp; readonly say: readonly string[] }[];
}

export interface CallOutcome {
  readonly persona: string;
  readonly ended: string;
  readonly turns: Line['turns'];
  readonly errors: readonly string[];
  readonly tools: readonly string[];
  readonly transcript: readonly string[];
}

/** Plays one whole call. Samples are 24 kHz mono, with no silence at either end. */
export async function call(
  url: string,
  persona: Persona,
  clip: (text: string) => Promise<Int16Array>,
  onEvent?: (event: Incoming) => void,
): Promise<CallOutcome> {
  const tools: string[] = [];
  const transcript: string[] = [];
  const line = await Line.open(url, (event) => {
    onEvent?.(event);
    if (event.type === 'luna.tool.done')
      tools.push(`${String(event['tool'])}:${String(event['ok'])}`);
    if (event.type.endsWith('input_audio_transcription.completed'))
      transcript.push(`caller: ${event.transcript ?? ''}`);
    if (event.type === 'response.output_audio_transcript.done')
      transcript.push(`luna: ${event.transcript ?? ''}`);
  });
  const asked = new Map<RegExp, number>();
  let lastSaid = '';
  let since = performance.now();
  while (!line.ended && performance.now() - since < GIVE_UP_MS) {
    await wait(50);
    if (line.said !== lastSaid) since = performance.now();
    lastSaid = line.said;
    if (!line.said || line.quietMs < REACTION_MS) continue;
    const question = line.said.slice(line.said.lastIndexOf('.', line.said.length - 2) + 1);
    const rule =
      persona.answers.findLast(({ asked: pattern }) => pattern.test(question)) ??
      persona.answers.findLast(({ asked: pattern }) => pattern.test(line.said));
    if (!rule) continue;
    const times = asked.get(rule.asked) ?? 0;
    asked.set(rule.asked, times + 1);
    const words = rule.say[Math.min(times, rule.say.length - 1)] ?? '';
    if (words === 'HANG UP') break;
    line.say(words, await clip(words));
  }
  const ended = line.ended ?? 'given up';
  line.hangUp();
  return {
    persona: persona.name,
    ended,
    turns: line.turns,
    errors: line.errors,
    tools,
    transcript,
  };
}

const OPENING = /how (can|may) I help|what can I do/i;
const FOUR = /last four|four digits/i;
const FACTOR = /date of birth|birth ?date|born|PIN/i;
const BLOCK = /block/i;
const REPLACE = /replacement|new card/i;
const ELSE = /anything else/i;
const LOST = /lost|stolen|damaged|what happened/i;

/** Emma Carter's calls, as five people would make them. */
export const PERSONAS: readonly Persona[] = [
  {
    name: 'straight',
    answers: [
      { asked: OPENING, say: ['I lost my credit card'] },
      { asked: LOST, say: ['I lost it'] },
      { asked: FOUR, say: ['four eight two nine'] },
      { asked: FACTOR, say: ['march fourteenth nineteen eighty five'] },
      { asked: BLOCK, say: ['yes please'] },
      { asked: REPLACE, say: ['yes please'] },
      { asked: ELSE, say: ['no thank you'] },
    ],
  },
  {
    name: 'in groups, with the pin',
    answers: [
      { asked: OPENING, say: ['my card was stolen'] },
      { asked: LOST, say: ['it was stolen'] },
      { asked: FOUR, say: ['forty eight twenty nine'] },
      { asked: FACTOR, say: ['my pin is seven three one six'] },
      { asked: BLOCK, say: ['yes'] },
      { asked: REPLACE, say: ['no'] },
      { asked: ELSE, say: ['no that is all'] },
    ],
  },
  {
    name: 'wrong digits first',
    answers: [
      { asked: OPENING, say: ['I need to block my card'] },
      { asked: LOST, say: ['I lost it yesterday'] },
      { asked: FOUR, say: ['one two three four', 'four eight two nine'] },
      { asked: FACTOR, say: ['the fourteenth of march nineteen eighty five'] },
      { asked: BLOCK, say: ['yes go ahead'] },
      { asked: REPLACE, say: ['yes'] },
      { asked: ELSE, say: ['no thanks'] },
    ],
  },
  {
    name: 'refuses',
    answers: [
      { asked: OPENING, say: ['I think I lost my card'] },
      { asked: LOST, say: ['lost'] },
      { asked: FOUR, say: ['four eight two nine'] },
      { asked: FACTOR, say: ['march fourteenth nineteen eighty five'] },
      { asked: BLOCK, say: ['no'] },
      { asked: REPLACE, say: ['no thank you'] },
      { asked: ELSE, say: ['no goodbye'] },
    ],
  },
];
