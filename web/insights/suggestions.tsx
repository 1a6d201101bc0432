/** Before anything was asked: what one might ask. */
import { useInsightsClient } from './use-insights.ts';

const QUESTIONS = [
  'How many calls did Luna contain this week, and why were the others escalated?',
  'Show calls per day this month compared with the month before',
  'Which scenario has the longest handling time?',
  'When are we busiest?',
];

export function Suggestions({ assistant }: { assistant: string }) {
  const { ask } = useInsightsClient();
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region must be reachable by keyboard
      tabIndex={0}
      aria-label="Suggestions"
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4 max-lg:py-3"
    >
      <div className="mt-auto max-lg:hidden">
        <p className="text-lg font-bold tracking-tight">Ask {assistant} about the calls</p>
        <p className="mt-1 text-sm text-soft">
          Talk or type. The answer is told here, and drawn on the board.
        </p>
      </div>
      <ul className="mb-auto flex gap-2 max-lg:fade-x max-lg:overflow-x-auto lg:flex-col">
        {QUESTIONS.map((question) => (
          <li key={question} className="max-lg:shrink-0">
            <button
              type="button"
              onClick={() => ask(question)}
              className="min-h-11 rounded-card bg-caller-wash px-4 py-2 text-left text-sm transition-colors hover:text-caller max-lg:max-w-64"
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
