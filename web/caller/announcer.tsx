/** For screen readers: each sentence once, when it is finished, and how the call stands. */
import type { CallState } from './call-state.ts';
import type { Line } from './line.ts';
import { splitAtPlayed } from './spoken-text.ts';

export function Announcer({ assistant, call }: { assistant: string; call: CallState }) {
  const { phase, lines, connection, colleague, toast } = call;
  return (
    <div className="sr-only" aria-live="polite">
      {phase.at === 'ringing' && <p>Ringing</p>}
      {connection === 'reconnecting' && <p>Reconnecting</p>}
      {lines.map((line) => (
        <p key={line.id}>{finished(line, assistant)}</p>
      ))}
      {colleague === 'here' && <p>A specialist is with you.</p>}
      {toast !== undefined && <p>{toast}</p>}
      {phase.at === 'ended' && <p>The call has ended.</p>}
    </div>
  );
}

function finished(line: Line, assistant: string): string {
  switch (line.who) {
    case 'caller':
      return line.state === 'final' ? `You: ${line.text}` : '';
    case 'luna':
      return line.state === 'speaking' ? '' : `${assistant}: ${splitAtPlayed(line.said)[0]}`;
    case 'tool':
      return line.outcome.state === 'running' ? '' : line.title;
    case 'note':
      return line.text;
    case 'colleague':
      return `${line.name}: ${line.text}`;
  }
}
