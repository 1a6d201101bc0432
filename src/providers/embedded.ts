/** The embedded engine as a provider: always there, needs no key. */
import { type Engine, SESSION_LIMIT_S } from '#engine/engine.ts';
import type { Capabilities, Provider, ProviderSession } from './provider.ts';

const EMBEDDED_CAN: Capabilities = {
  transcribesBeforeReply: true,
  transcribesWhileSpeaking: true,
  truncates: true,
  createsResponses: true,
  updatesInstructions: true,
  answersUpdates: true,
  takesHistory: true,
  sessionLimitMs: SESSION_LIMIT_S * 1_000,
};

export function embeddedProvider(engine: Engine): Provider {
  return {
    id: 'embedded',
    label: 'Local AI',
    mode: 'local',
    can: EMBEDDED_CAN,
    async connect({ agent, session: update, callerName, onEvent, onClose, signal }) {
      signal.throwIfAborted();
      let open = true;
      const end = (reason: string) => {
        if (!open) return;
        open = false;
        signal.removeEventListener('abort', onAbort);
        onClose(reason);
      };
      const onAbort = () => {
        session.close();
        end('aborted');
      };
      const session = engine.open({ flow: agent?.flow, callerName, onEvent, onClose: end });
      signal.addEventListener('abort', onAbort, { once: true });
      if (update !== undefined) session.receive({ type: 'session.update', session: update });
      return {
        send(event) {
          session.receive(event);
        },
        async close() {
          session.close();
          end('closed');
        },
      } satisfies ProviderSession;
    },
  };
}
