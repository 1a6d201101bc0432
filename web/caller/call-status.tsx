/** In words: before the call, during it, and how it ended. */
import { activityOf, phraseFor } from './activity.ts';
import { CallTimer, asMinutes } from './call-timer.tsx';
import type { Phase } from './call-state.ts';
import type { Scenario } from './directory.ts';
import { useCall } from './use-call.ts';

interface CallStatusProps {
  assistant: string;
  scenario: Scenario | undefined;
}

export function CallStatus({ assistant, scenario }: CallStatusProps) {
  const state = useCall();
  const { phase } = state;
  switch (phase.at) {
    case 'idle':
      return (
        <Words
          title={`Talk to ${assistant}`}
          text={scenario?.shows ?? 'Ring, say what you need, and interrupt whenever you like.'}
        />
      );
    case 'ringing':
      return <Words title="Ringing" text="Your browser may ask for the microphone." />;
    case 'live':
      return (
        <Words
          title={phraseFor(activityOf(state), assistant)}
          text={<CallTimer sinceMs={phase.sinceMs} />}
        />
      );
    case 'ended':
      return <Words title={TITLES[phase.why]} text={afterword(phase)} />;
  }
}

type Ended = Extract<Phase, { at: 'ended' }>;

const TITLES: Readonly<Record<Ended['why'], string>> = {
  caller: 'Call ended',
  assistant: 'Call complete',
  escalated: 'Handed to a specialist',
  error: 'The call broke off',
  lost: 'The line dropped',
  unreachable: 'No answer',
};

function afterword({ why, text, lastedMs }: Ended): string {
  const lasted = `You talked for ${asMinutes(lastedMs)}.`;
  if (why === 'lost') return `The connection to the server was lost. ${lasted}`;
  if (why === 'unreachable') return 'The server did not pick up. Please try again.';
  return text === '' ? lasted : `${text} ${lasted}`;
}

function Words({ title, text }: { title: string; text: React.ReactNode }) {
  return (
    <div className="max-w-sm text-center">
      <h2 className="text-xl font-bold tracking-tight sm:text-2xl">{title}</h2>
      <p className="mt-1 text-soft">{text}</p>
    </div>
  );
}
