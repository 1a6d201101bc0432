/**
 * Who owns the next response: one place asks for it, and never while another runs.
 *
 *   idle ──wanted──▶ asked ──created──▶ running ──done──▶ idle
 *                      │ refused: one runs already          └─ wanted meanwhile ──▶ asked
 *                      └──────────────▶ running
 */
export type Reply =
  | { readonly is: 'idle' }
  | {
      readonly is: 'asked' | 'running';
      /** Undefined until the provider has named it. */
      readonly responseId: string | undefined;
      /** Another was wanted meanwhile: however often, it is asked for once. */
      readonly again: boolean;
      /** The caller has cut it off: nothing of it may be heard any more. */
      readonly dropped: boolean;
    };

export type ReplyEvent =
  | { readonly type: 'wanted' }
  | { readonly type: 'created'; readonly responseId: string }
  | { readonly type: 'done'; readonly responseId: string }
  /** `conversation_already_has_active_response`: harmless, and it is asked for once more afterwards. */
  | { readonly type: 'refused' }
  /** The request failed for another reason: there is nothing to wait for. */
  | { readonly type: 'failed' }
  | { readonly type: 'dropped' };

export type ReplyEffect = 'create' | 'cancel';

export const NO_REPLY: Reply = { is: 'idle' };
const ASKED: Exclude<Reply, { is: 'idle' }> = {
  is: 'asked',
  responseId: undefined,
  again: false,
  dropped: false,
};

export function stepReply(reply: Reply, event: ReplyEvent): [Reply, readonly ReplyEffect[]] {
  if (reply.is === 'idle') {
    if (event.type === 'wanted') return [ASKED, ['create']];
    if (event.type === 'created')
      // The provider has begun by itself, e.g. after a long silence.
      return [{ ...ASKED, is: 'running', responseId: event.responseId }, []];
    // It was refused for the sake of one that is over by now.
    return event.type === 'refused' ? [ASKED, ['create']] : [reply, []];
  }
  switch (event.type) {
    case 'wanted':
      return [{ ...reply, again: true }, []];
    case 'created':
      return reply.responseId === undefined
        ? [{ ...reply, is: 'running', responseId: event.responseId }, []]
        : [reply, []];
    case 'refused':
      // Also where one that the provider began by itself was taken for ours.
      return [{ ...reply, is: 'running', again: reply.again || !reply.dropped }, []];
    case 'done':
      return isThis(reply, event.responseId) ? ended(reply.again) : [reply, []];
    case 'failed':
      return reply.is === 'asked' ? ended(reply.again) : [reply, []];
    case 'dropped':
      // The caller's own turn will ask for the next one.
      return [{ ...reply, again: false, dropped: true }, reply.dropped ? [] : ['cancel']];
  }
}

/** True where audio of this response must not reach the caller. */
export function isDropped(reply: Reply, responseId: string): boolean {
  if (reply.is === 'idle') return true;
  return reply.responseId === undefined
    ? reply.dropped
    : reply.dropped || !isThis(reply, responseId);
}

function isThis(reply: Exclude<Reply, { is: 'idle' }>, responseId: string): boolean {
  return reply.responseId === undefined ? reply.is === 'running' : reply.responseId === responseId;
}

function ended(again: boolean): [Reply, readonly ReplyEffect[]] {
  return again ? [ASKED, ['create']] : [NO_REPLY, []];
}
