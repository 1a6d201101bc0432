/** What callers do with words beside answering: ask to repeat, want a person, put something right. Pure. */
import { ACT_PHRASES, CORRECTING, TAKING_BACK, TURNING_AWAY, type Act } from './act-phrases.ts';
import { has, plainWords } from './phrases-in.ts';

export type { Act } from './act-phrases.ts';

export function actsIn(text: string): ReadonlySet<Act> {
  const words = plainWords(text);
  const acts = Object.keys(ACT_PHRASES) as Act[];
  return new Set(acts.filter((act) => has(words, ACT_PHRASES[act])));
}

/** Says plainly that the answer before was wrong. */
export function takesBack(text: string): boolean {
  return has(plainWords(text), TAKING_BACK);
}

/** "No, I meant …", "sorry, it's …", "make it …": what follows replaces what was said before. */
export function corrects(text: string): boolean {
  return has(plainWords(text), CORRECTING);
}

/** "Actually I'd rather …": something else is wanted. */
export function turnsAway(text: string): boolean {
  return has(plainWords(text), TURNING_AWAY);
}
