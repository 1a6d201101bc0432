/** A flow: what the embedded dialogue asks, in which order, and how it says what it found. Plain data. */
import type { Expectation } from './recognizer.ts';

/** One of several values a slot may take, and how callers say it. */
interface Choice {
  /** As the tool wants it, e.g. `stolen`. */
  readonly value: string;
  /** Words or short phrases, lower case: "was stolen", "pickpocket". */
  readonly phrases: readonly string[];
}

/**
 * `name`: of a person or a thing ("to Maria Lopez" is "Maria Lopez"); `words`: a reason, as it was said.
 * `past`, `coming`: a date that may be said as "last Friday", "tomorrow", "the end of the month"; else a whole date.
 * `count`: a number that is no money. `time`: of the day, "half past seven" is 19:30. `list`: several choices at once.
 */
export type Reading = 'name' | 'words' | 'past' | 'coming' | 'count' | 'time' | 'list';

/** One value the dialogue must hear before a tool can be called. */
export interface Slot {
  /** The tool's argument, e.g. `card_last_four`. Two tasks of a goal that name the same one share its value. */
  readonly name: string;
  readonly ask: string;
  /** Said the second time, when the first answer was not understood. */
  readonly askAgain: string;
  /** `open` without choices is a free text: a name, a reason in the caller's own words. */
  readonly expect: Expectation;
  /** Taken when it is said, never asked for by itself. */
  readonly optional?: boolean;
  /** Not asked for where one of these is known: a charge is found by its amount, its merchant or its date. */
  readonly unless?: readonly string[];
  /** How the words are read, where the expectation leaves it open. Guessed from the name where it is not said. */
  readonly reads?: Reading;
  /** The argument that digits go to, where digits are as good an answer ("date of birth, or your PIN"). */
  readonly orDigits?: string;
  readonly choices?: readonly Choice[];
  /** Besides the choices any other words are an answer too: a reason nobody has thought of. */
  readonly anyWords?: boolean;
  /**
   * Words right after which this value comes, when several are said at once: "card", "ending in", "from", "to".
   * Two slots with the same choices (two accounts) are told apart by them.
   */
  readonly cues?: readonly string[];
  /** The same for `orDigits`: "pin". */
  readonly orCues?: readonly string[];
  /** Said when the caller does not know the answer. */
  readonly unknown?: string;
  /** The value when the caller does not know, where that is an answer as well: "not sure". */
  readonly whenUnknown?: unknown;
}

/** One tool and what it needs. The dialogue works through the tasks of a goal in their order. */
export interface Task {
  /** Within one goal each tool stands in one task at most. */
  readonly tool: string;
  /** How callers ask for this task alone, once the goal is under way: "send me a new card". */
  readonly wants?: readonly string[];
  readonly slots: readonly Slot[];
  /** Said while the tool runs: "One moment, I'm checking that." Empty: nothing is said. */
  readonly meanwhile: string;
  /** Asked before the task is begun, where it is an offer the caller may refuse: "Shall I order a new card?" */
  readonly offer: string | undefined;
  /** Said when the caller refuses this task, when it is offered or read back. */
  readonly declined?: string;
  /** How callers say, asked for one of its slots, that they do not want this at all: "no link". */
  readonly refusals?: readonly string[];
  /** True where the later tasks make no sense when the caller refuses this one. */
  readonly essential?: boolean;
  /** Arguments that are always the same: a reason for `transfer_to_agent`. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The slots' values go into this argument as a flat record: `details` of `transfer_to_agent`. */
  readonly gathersInto?: string;
  /** Facts of the tool's result that fill slots of later tasks by the same name: `transaction_id`. */
  readonly keeps?: readonly string[];
  /**
   * Of the task that passes the call on: where an essential one before it comes to nothing, the caller is passed on all
   * the same, or asked whether they want to be. `reason` is for the specialist, in a few words.
   */
  readonly otherwise?: { readonly reason: string; readonly say: string; readonly offer: string };
  /** Left out where what was kept says so: nothing to unlock where `access` is `active`. */
  readonly skipIf?: Readonly<Record<string, unknown>>;
}

/** One thing a caller may want: a scenario. */
export interface Goal {
  /** The scenario's id. */
  readonly id: string;
  /**
   * How callers say that this is what they want: words or short phrases, lower case. The words of a phrase may
   * stand apart ("block … card"). Among several goals the longest phrase said wins.
   */
  readonly wants: readonly string[];
  /** For "Is it about … or …?": "a loan", "your mortgage". */
  readonly topic?: string;
  /** Said once, when it begins: "I'm sorry to hear that. I'll block it right away." */
  readonly acknowledge: string;
  /** A whole sentence: "I can block a lost, stolen or damaged card and send you a new one." */
  readonly scope: string;
  readonly tasks: readonly Task[];
}

/** `{caller}`, `{assistant}` and `{bank}` are filled in everywhere. */
export interface Flow {
  /** Answers questions about the calls, by grammar, instead of leading through goals. */
  readonly answers?: 'insights';
  readonly greeting: string;
  /** A scenario has one; freeform has them all. */
  readonly goals: readonly Goal[];
  /** All she can do here, said when the caller was not understood or wants something else. */
  readonly scope: string;
  /** Asked when the tasks are done: "Is there anything else I can help you with?" */
  readonly anythingElse: string;
  readonly closing: string;
}

/** Everything that is said word for word. */
export function sentencesOf({ greeting, goals, scope, anythingElse, closing }: Flow): string[] {
  const own = goals.flatMap((goal) => [
    goal.acknowledge,
    goal.scope,
    ...goal.tasks.flatMap(({ meanwhile, offer = '', declined = '', otherwise, slots }) => [
      meanwhile,
      offer,
      declined,
      otherwise?.say ?? '',
      otherwise?.offer ?? '',
      ...slots.flatMap(({ ask, askAgain, unknown = '' }) => [ask, askAgain, unknown]),
    ]),
  ]);
  return [...new Set([greeting, scope, ...own, anythingElse, closing])].filter(Boolean);
}
