/** The keyboard's way into the conversation: what is typed interrupts Luna and is answered aloud. */
import { useEffect, useRef } from 'react';
import { MessageBox } from '#web/ui/message-box.tsx';
import { keyboardIsOut } from './call-state.ts';
import { useCall, useCallClient } from './use-call.ts';

export function TypedMessage({ assistant }: { assistant: string }) {
  const state = useCall();
  const client = useCallClient();
  const box = useRef<HTMLInputElement>(null);
  const { typing } = state;
  // Whoever asks for the keyboard wants to type; whoever has no microphone may be doing something else.
  useEffect(() => {
    if (typing) box.current?.focus();
  }, [typing]);
  if (!keyboardIsOut(state)) return null;
  return (
    <MessageBox
      label={`Message to ${assistant}`}
      placeholder={`Type to ${assistant}`}
      onSend={client.say}
      box={box}
      className="animate-rise"
    />
  );
}
