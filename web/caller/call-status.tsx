/** In words: before the call, during it, and how it ended. */
import { activityOf, phraseFor } from './activity.ts';
import { asMinutes } from './call-timer.tsx';
import type { Phase } from './call-state.ts';
import { useCall } from './use-call.ts';

export function CallStatus({ assistant }: { assistant: string }) {
  const state = useCall();
  const { phase } = state;
  switch (phase.at) {
    case 'idle':
      return (
        <Words
          title={`Talk to ${assistant}`}
          text={'Call, say what you need in your own words, and interrupt whenever you like.'}
        />
      );
    case 'ringing':
      return <Words title="Ringing" text="Your browser may ask for the microphone." />;
    case 'live':
      return state.connection === 'reconnecting' ? (
        <Words title="Reconnecting…" text="Your call is being kept. Please hold on." />
      ) : (
        <Words title={phraseFor(activityOf(state), assistant)} />
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

function Words({ title, text }: { title: string; text?: string }) {
  return (
    <div className="max-w-sm text-center">
      <h2 className="text-xl font-bold tracking-tight sm:text-2xl">{title}</h2>
      {text !== undefined && <p className="mt-2 text-soft">{text}</p>}
    </div>
  );
}
