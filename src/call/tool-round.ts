/** Tools a response has called: each runs once, and one reply follows when all results are in and it is done. */
interface Round {
  readonly responseId: string;
  /** Call ids whose result is not with the provider yet. */
  readonly running: readonly string[];
  readonly responseDone: boolean;
  /** The model has given its answer together with the call: a second one would repeat it, unless a tool refused. */
  readonly answered: boolean;
  readonly refused: boolean;
}

export interface Rounds {
  readonly open: readonly Round[];
  /** A provider may name a call twice; a second run could move money twice. */
  readonly seen: readonly string[];
}

export type RoundEvent =
  | { readonly type: 'called'; readonly responseId: string; readonly callId: string }
  | { readonly type: 'result'; readonly callId: string; readonly ok: boolean }
  | { readonly type: 'response.done'; readonly responseId: string; readonly answered: boolean }
  /** The session is gone: no response of it will be done. The tools run on. */
  | { readonly type: 'lost' };

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
        refused: round.refused || (!event.ok && round.running.includes(event.callId)),
      }));
    case 'response.done':
      // A cancelled response's tools have run all the same: the caller must learn what they did.
      return close(rounds, (round) =>
        round.responseId === event.responseId
          ? { ...round, responseDone: true, answered: event.answered }
          : round,
      );
    case 'lost':
      return close(rounds, (round) => ({ ...round, responseDone: true }));
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
    answered: false,
    refused: false,
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
  const closed = after.filter((round) => !isOpen(round));
  const untold = closed.some((round) => !round.answered || round.refused);
  return [{ ...rounds, open: after.filter(isOpen) }, untold ? [{ do: 'reply' }] : []];
}

function isOpen(round: Round): boolean {
  return !round.responseDone || round.running.length > 0;
}
