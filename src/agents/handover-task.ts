/** The end of a scenario that a specialist takes over: what they need is gathered, then the call is passed on. */
import type { Slot, Task } from '#engine/engine.ts';

/**
 * @param reason for the specialist's card, in a few words.
 * @param slots what the specialist needs to know; it goes along as `details`.
 * @param meanwhile says that the call is being transferred.
 * @param unfinished the reason where what should have been done before could not be, or was not wanted.
 */
export function handoverTask(
  reason: string,
  slots: readonly Slot[],
  meanwhile: string,
  unfinished = reason,
): Task {
  return {
    tool: 'transfer_to_agent',
    fixed: { reason },
    gathersInto: 'details',
    slots,
    meanwhile,
    offer: undefined,
    otherwise: {
      reason: unfinished,
      say: "I'm putting you through to a specialist now, who can look at it with you.",
      offer: 'Shall I still put you through to a specialist?',
    },
  };
}
