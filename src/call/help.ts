/**
 * When a caller needs a person and whoever answers does not see it: any provider, whatever its model does.
 *
 *   asks for a person, or is not understood ─▶ the model's own business
 *   asks again, or is not understood 4 times on end ─▶ insist: its next reply must hand over
 *   it does not ─▶ hand over: the call does it
 */
import { plainWords } from './plain-words.ts';

export interface Help {
  /** Turns in which the caller asked for a person. */
  readonly wishes: number;
  /** Turns on end in which no word was understood. */
  readonly misheard: number;
  readonly insisted: boolean;
}

export type HelpEvent =
  | { readonly type: 'said'; readonly text: string }
  /** A voice, and no word in it. */
  | { readonly type: 'misheard' };

export type HelpEffect = 'none' | 'insist' | 'hand-over';

export const NO_HELP: Help = { wishes: 0, misheard: 0, insisted: false };

const WISHES = 2;
const MISHEARD = 4;

const PERSON =
  '(a |an |another |any |some|your |the |one of your )?(real |live |actual |human )*(person|human|human being|agent|representative|operator|colleague|adviser|advisor|specialist|supervisor|manager|somebody|someone|people)';
const ASKS = new RegExp(
  [
    `\\b(speak|talk)( to| with) ${PERSON}\\b`,
    `\\b(connect|transfer|put|pass|switch) me( through| over| on)?( to| with)? ${PERSON}\\b`,
    `\\b(get|give) me ${PERSON}\\b`,
    `\\b(i want|i need|id like|i would like|id prefer) ${PERSON}\\b`,
    `^(a |an )?(real |live |human )*(person|human|human being|agent|representative|operator)( please| now)*$`,
  ].join('|'),
);
const NOT_SO = /\b(dont|do not|no need to|not|never|did|didnt|already|yesterday|last time)\b/;

export function asksForPerson(text: string): boolean {
  const words = plainWords(text);
  return ASKS.test(words) && !NOT_SO.test(words);
}

export function stepHelp(help: Help, event: HelpEvent): [Help, HelpEffect] {
  if (event.type === 'misheard') return need({ ...help, misheard: help.misheard + 1 });
  const heard = { ...help, misheard: 0 };
  return asksForPerson(event.text) ? need({ ...heard, wishes: help.wishes + 1 }) : [heard, 'none'];
}

function need(help: Help): [Help, HelpEffect] {
  if (help.wishes < WISHES && help.misheard < MISHEARD) return [help, 'none'];
  return help.insisted ? [help, 'hand-over'] : [{ ...help, insisted: true }, 'insist'];
}
