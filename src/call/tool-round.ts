/** Tools a response has called: each runs once, and one reply follows when all results are in and it is done. */
interface Round {
  readonly responseId: string;
  /** Call ids whose result is not with the provider yet. */
  readonly running: readonly string[];
  readonly responseDone: boolean;
}

export interface Rounds {
  readonly open: readonly Round[];
  /** A provider may name a call twice; a second run could move money twice. */
  readonly seen: readonly string[];
}

export type RoundEvent =
  | { readonly type: 'called'; readonly responseId: string; readonly callId: string }
  | { readonly type: 'result'; readonly callId: string }
  | { readonly type: 'response.done'; readonly responseId: string };

export type RoundEffect =
  | { readonly do: 'run'; readonly callId: string }
  /** All results of a response are with the provider: it may speak about them. */
  | { readonly do: 'reply' };

export const NO_ROUNDS: Rounds = { open: [], seen: [] };

export function stepRounds(rounds: Rounds, event: RoundEvent): [Rounds, readonly RoundEffect[]] {
  switch (event.type) {
    case 'called':
      return called(rounds, event.responseId, event.callId);
    case 'result':
      return close(rounds, (round) => ({
        ...round,
        running: round.running.filter((callId) => callId !== event.callId),
      }));
    case 'response.done':
      // A cancelled response's tools have run all the same: the caller must learn what they did.
      return close(rounds, (round) =>
        round.responseId === event.responseId ? { ...round, responseDone: true } : round,
      );
  }
}

/** True while a tool runs or its result has not been handed on. */
export function isRunning(rounds: Rounds): boolean {
  return rounds.open.length > 0;
}

function called(
  rounds: Rounds,
  responseId: string,
  callId: string,
): [Rounds, readonly RoundEffect[]] {
  if (rounds.seen.includes(callId)) return [rounds, []];
  const round = rounds.open.find((other) => other.responseId === responseId) ?? {
    responseId,
    running: [],
    responseDone: false,
  };
  const others = rounds.open.filter((other) => other.responseId !== responseId);
  return [
    {
      open: [...others, { ...round, running: [...round.running, callId] }],
      seen: [...rounds.seen, callId],
    },
    [{ do: 'run', callId }],
  ];
}

function close(rounds: Rounds, by: (round: Round) => Round): [Rounds, readonly RoundEffect[]] {
  const after = rounds.open.map(by);
  const open = after.filter((round) => !round.responseDone || round.running.length > 0);
  const effects: RoundEffect[] = open.length < after.length ? [{ do: 'reply' }] : [];
  return [{ ...rounds, open }, effects];
}
