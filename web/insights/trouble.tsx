/** Why the conversation does not go on, and what can be done about it. */
import { Button } from '#web/ui/button.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';

export function Trouble() {
  const { call, unanswered } = useInsights();
  const { ask } = useInsightsClient();
  const { phase, connection, problem, toast } = call;
  if (connection === 'reconnecting')
    return <output className="border-t border-line p-3 text-sm text-soft">Reconnecting…</output>;
  const text = toast ?? problem ?? (phase.at === 'ended' ? whyEnded(phase) : undefined);
  if (text === undefined) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 bg-danger-wash px-4 py-3 text-sm text-danger-ink"
    >
      <p className="min-w-40 flex-1">{text}</p>
      {phase.at === 'ended' && unanswered !== undefined && (
        <Button onClick={() => ask(unanswered)}>Ask again</Button>
      )}
    </div>
  );
}

type Ended = Extract<ReturnType<typeof useInsights>['call']['phase'], { at: 'ended' }>;

/** Undefined for an end that nobody needs to be told of. */
function whyEnded({ why, text }: Ended): string | undefined {
  switch (why) {
    case 'unreachable':
      return 'The server cannot be reached.';
    case 'lost':
      return 'The line was lost. Your next question begins a new conversation.';
    case 'error':
      return text;
    case 'caller':
    case 'assistant':
    case 'escalated':
      return undefined;
  }
}
