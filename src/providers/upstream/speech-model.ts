/** A speech model elsewhere as a provider of calls. */
import type { Capabilities, Provider } from '#providers/provider.ts';
import { agentSession, laterEvent, type Speaking } from './agent-session.ts';
import { openLine } from './connection.ts';
import type { Line, LineParts } from './line.ts';

export interface SpeechModel {
  readonly id: string;
  readonly label: string;
  readonly can: Capabilities;
  readonly speaking: Speaking;
  readonly line: Line;
  readonly parts: LineParts;
}

export function speechModel({ id, label, can, speaking, line, parts }: SpeechModel): Provider {
  return {
    id,
    label,
    mode: 'ai',
    can,
    async connect(options) {
      // A client on /v1/realtime configures its session itself.
      if (options.agent === undefined) return openLine(line, options, parts);
      const session = options.session && agentSession(options.session, speaking);
      const opened = await openLine(line, { ...options, session }, parts);
      return {
        send: (event) => opened.send(laterEvent(event)),
        close: () => opened.close(),
      };
    },
  };
}
