/**
 * How a caller seems, by a simple measure and with its reasons: nothing is read out of a voice.
 *
 * One point for each upset wording, for each time Luna was cut off beyond the first, and for each time she had to
 * be told the same thing again; an angry wording counts two. From 2 points a caller is tense, from 5 upset.
 * Without any, thanks make it friendly; worry is named beside it.
 */
import { plainWords } from './plain-words.ts';

export interface Mood {
  readonly is: 'friendly' | 'calm' | 'tense' | 'upset';
  /** For a person: "interrupted 3 times". */
  readonly because: readonly string[];
}

export interface MoodSigns {
  readonly angry: number;
  readonly upset: number;
  readonly worried: number;
  readonly thanks: number;
  readonly cutOff: number;
  readonly repeats: number;
  /** Words of the latest turns, to tell a repetition. */
  readonly lately: readonly string[];
}

export const NO_SIGNS: MoodSigns = {
  angry: 0,
  upset: 0,
  worried: 0,
  thanks: 0,
  cutOff: 0,
  repeats: 0,
  lately: [],
};

const ANGRY =
  /\b(damn|hell|stupid|idiot|idiots|useless|ridiculous|unacceptable|outrageous|disgusting|pathetic|shut up|lawyer|sue|suing|scam|rip off|furious|sick of|hate (you|this)|worst)\b/;
const UPSET =
  /\b(angry|annoyed|annoying|frustrated|frustrating|upset|terrible|awful|fed up|complain|complaint|disappointed|how many times|again and again|already (told|said|gave)|you are not listening|youre not listening|not listening|dont understand me|waste of time|speak to (a|your) (manager|supervisor))\b/;
const WORRIED =
  /\b(worried|scared|afraid|panic|panicking|desperate|urgent|emergency|please hurry|help me|stressed|anxious|nervous)\b/;
const THANKS =
  /\b(thank you|thanks|great|perfect|wonderful|lovely|appreciate|kind of you|excellent)\b/;
const KEPT = 6;
/** "Yes", "no" and "four eight" may come again without meaning anything. */
const SHORTEST_REPEAT_WORDS = 4;

export function heardWords(signs: MoodSigns, text: string): MoodSigns {
  const words = plainWords(text);
  const repeated =
    words.split(' ').length >= SHORTEST_REPEAT_WORDS && signs.lately.includes(words) ? 1 : 0;
  return {
    ...signs,
    angry: signs.angry + (ANGRY.test(words) ? 1 : 0),
    upset: signs.upset + (UPSET.test(words) ? 1 : 0),
    worried: signs.worried + (WORRIED.test(words) ? 1 : 0),
    thanks: signs.thanks + (THANKS.test(words) ? 1 : 0),
    repeats: signs.repeats + repeated,
    lately: [...signs.lately, words].slice(-KEPT),
  };
}

export function moodOf(signs: MoodSigns): Mood {
  const { angry, upset, worried, thanks, cutOff, repeats } = signs;
  const points = 2 * angry + upset + Math.max(0, cutOff - 1) + repeats;
  const because = [
    ...(angry > 0 ? [`angry wording${times(angry)}`] : []),
    ...(upset > 0 ? [`upset wording${times(upset)}`] : []),
    ...(worried > 0 ? [`sounds worried${times(worried)}`] : []),
    ...(cutOff > 1 ? [`interrupted${times(cutOff)}`] : []),
    ...(repeats > 0 ? [`had to repeat${times(repeats)}`] : []),
    ...(thanks > 0 ? [`said thanks${times(thanks)}`] : []),
  ];
  const is =
    points >= 5
      ? 'upset'
      : points >= 2
        ? 'tense'
        : thanks > 0 && points === 0
          ? 'friendly'
          : 'calm';
  return { is, because };
}

function times(count: number): string {
  return count === 1 ? '' : `, ${count} times`;
}
