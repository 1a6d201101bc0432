/** A flow: what the embedded dialogue asks, in which order, and how it says what it found. Plain data. */
import type { Expectation } from './recognizer.ts';

/** One of several values a slot may take, and how callers say it. */
interface Choice {
  /** As the tool wants it, e.g. `stolen`. */
  readonly value: string;
  /** Words or short phrases, lower case: "was stolen", "pickpocket". */
  readonly phrases: readonly string[];
}

/** One value the dialogue must hear before a tool can be called. */
export interface Slot {
  /** The tool's argument, e.g. `card_last_four`. Two tasks that name the same one share its value. */
  readonly name: string;
  readonly ask: string;
  /** Said the second time, when the first answer was not understood. */
  readonly askAgain: string;
  readonly expect: Expectation;
  /** The argument that digits go to, where digits are as good an answer ("date of birth, or your PIN"). */
  readonly orDigits?: string;
  readonly choices?: readonly Choice[];
  /** Words after which this value comes, when several are said at once: "card", "ending in". */
  readonly cues?: readonly string[];
  /** The same for `orDigits`: "pin". */
  readonly orCues?: readonly string[];
  /** Said when the caller does not know the answer. */
  readonly unknown?: string;
}

/** One tool and what it needs. The dialogue works through the tasks of a flow in their order. */
export interface Task {
  readonly tool: string;
  /** How callers ask for this task alone, once the flow is under way: "send me a new card". */
  readonly wants?: readonly string[];
  readonly slots: readonly Slot[];
  /** Said while the tool runs: "One moment, I'm checking that." Empty: nothing is said. */
  readonly meanwhile: string;
  /** Asked before the task is begun, where it is an offer the caller may refuse: "Shall I order a new card?" */
  readonly offer: string | undefined;
  /** Said when the caller refuses this task, when it is offered or read back. */
  readonly declined?: string;
  /** True where the later tasks make no sense when the caller refuses this one. */
  readonly essential?: boolean;
}

/** `{caller}`, `{assistant}` and `{bank}` are filled in everywhere. */
export interface Flow {
  readonly greeting: string;
  /** How callers say that this is what they want: words or short phrases, lower case. */
  readonly wants: readonly string[];
  /** Said once, before the first question: "I'm sorry to hear that. I'll block it right away." */
  readonly acknowledge: string;
  /** What this flow can do, said when the caller was not understood or wants something else. */
  readonly scope: string;
  readonly tasks: readonly Task[];
  /** Asked when the tasks are done: "Is there anything else I can help you with?" */
  readonly anythingElse: string;
  readonly closing: string;
}

/** Everything that is said word for word. */
export function sentencesOf(flow: Flow): string[] {
  const tasks = flow.tasks.flatMap(({ meanwhile, offer = '', declined = '', slots }) => [
    meanwhile,
    offer,
    declined,
    ...slots.flatMap(({ ask, askAgain, unknown = '' }) => [ask, askAgain, unknown]),
  ]);
  const { greeting, acknowledge, scope, anythingElse, closing } = flow;
  return [greeting, acknowledge, scope, ...tasks, anythingElse, closing].filter(Boolean);
}
