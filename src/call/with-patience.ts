/** Opening a session that may never open: it is waited for so long, and not a moment longer. */
import { CallError } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import type { ProviderSession } from '#providers/provider.ts';

interface Patience {
  readonly clock: Clock;
  readonly ms: number;
  /** The call is over. */
  readonly signal: AbortSignal;
}

const NO_ANSWER = {
  retryable: true,
  spoken: 'Sorry, nobody can take your call at the moment. Please call again.',
};

/** @throws CallError where nothing came in time, or what `connect` was rejected with. */
export async function withPatience(
  connect: (signal: AbortSignal) => Promise<ProviderSession>,
  { clock, ms, signal }: Patience,
): Promise<ProviderSession> {
  const gone = new AbortController();
  const late = Promise.withResolvers<never>();
  const giveUp = (): void => {
    gone.abort();
    late.reject(new CallError(`no session within ${ms} ms`, NO_ANSWER));
  };
  const stop = clock.after(ms, giveUp);
  signal.addEventListener('abort', giveUp, { once: true });
  const opening = connect(AbortSignal.any([signal, gone.signal]));
  try {
    return await Promise.race([opening, late.promise]);
  } catch (error) {
    // Whoever answers after all finds that nobody is there any more.
    opening.then(
      (session) => session.close(),
      () => undefined,
    );
    throw error;
  } finally {
    stop();
    signal.removeEventListener('abort', giveUp);
  }
}
