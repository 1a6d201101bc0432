/** What somebody else's question asks for: one of the things that are still open, found by its words. Pure. */
import type { Slot } from '#engine/flow.ts';
import { plainWords } from './phrases-in.ts';
import { goalOf, isFilled, slotOf, taskFor } from './plan.ts';
import type { Asked } from './state.ts';
import { plain } from './tool-output.ts';
import type { Turn } from './turn.ts';
import { WORDING } from './wording.ts';

export interface Question {
  readonly asked: Asked;
  /** As we would ask it. */
  readonly text: string;
}

interface Candidate extends Question {
  readonly words: ReadonlySet<string>;
}

/** Words that every question has. */
const EMPTY = new Set(
  'the a an of to for in on and or is it my me i you your with this that what which who how are do does did could can would will shall may should please tell give say so not be was were as by at like want need have one just also'.split(
    ' ',
  ),
);
const PERSON = 'person colleague specialist representative agent adviser human transfer connect';
/** A word counts less the more questions know it; so much of it must be there. */
const ENOUGH = 0.9;
/** What we would have asked at this point is meant unless something else fits clearly better. */
const PREFERENCE = 0.6;

/** Undefined where it asks for nothing that we know of. */
export function askedIn(turn: Pick<Turn, 'state' | 'scene'>, text: string): Question | undefined {
  const said = contentOf(questionsIn(text));
  const all = candidates(turn);
  const score = ({ words }: Candidate) =>
    [...said]
      .filter((word) => words.has(word))
      .reduce((sum, word) => sum + 1 / all.filter((other) => other.words.has(word)).length, 0);
  const scored = all.map((one) => ({ one, score: score(one) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < ENOUGH) return undefined;
  const ours = scored.find(({ one }) => same(one.asked, turn.state.asked));
  return ours !== undefined && ours.score >= best.score * PREFERENCE ? ours.one : best.one;
}

/** Her words ask for an answer. */
export function asksSomething(text: string): boolean {
  return /\?|\bplease (?:tell|give|say|confirm)\b|\b(?:could|can|would) you\b/i.test(text);
}

function candidates(turn: Pick<Turn, 'state' | 'scene'>): Candidate[] {
  const { values, plan, accepted, asked } = turn.state;
  const { flow } = turn.scene;
  const tools = plan ?? goalOf(turn)?.tasks.map(({ tool }) => tool) ?? [];
  const tasks = tools.flatMap((tool) => taskFor(turn, tool) ?? []);
  const offers = tasks.flatMap(({ tool, offer }) =>
    offer === undefined || accepted.includes(tool)
      ? []
      : [candidate({ for: 'offer', tool }, offer, offer)],
  );
  const slots = tasks.flatMap(({ tool, slots: all }) =>
    all
      .filter((slot) => !isFilled(slot, values))
      .map((slot) => candidate({ for: 'slot', tool, slot: slot.name }, slot.ask, wordsFor(slot))),
  );
  const present = slotOf(turn, asked);
  const again = present === undefined ? [] : [candidate(asked, present.ask, wordsFor(present))];
  return [
    ...offers,
    ...slots,
    ...again,
    candidate({ for: 'more' }, flow.anythingElse, `${flow.anythingElse} more`),
    candidate({ for: 'person', instead: asked }, WORDING.offerPerson, PERSON),
    ...(plan === undefined ? [candidate({ for: 'intent' }, WORDING.help, 'help today')] : []),
  ].filter((one, i, among) => among.findIndex((other) => same(one.asked, other.asked)) === i);
}

function candidate(asked: Asked, text: string, words: string): Candidate {
  return { asked, text, words: contentOf(words) };
}

function wordsFor({ name, orDigits = '', ask, askAgain, choices = [] }: Slot): string {
  const chosen = choices.flatMap(({ phrases }) => phrases.slice(0, 1));
  return [plain(name), plain(orDigits), ask, askAgain, ...chosen].join(' ');
}

function questionsIn(text: string): string {
  const asking = text.match(/[^.!?]*\?/g);
  return asking === null ? text : asking.join(' ');
}

function contentOf(text: string): Set<string> {
  return new Set(plainWords(text).filter((word) => word.length > 2 && !EMPTY.has(word)));
}

function same(one: Asked, other: Asked): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
