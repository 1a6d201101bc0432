/** The keyboard's way into the conversation: what is typed interrupts Luna and is answered aloud. */
import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Button } from '#web/ui/button.tsx';
import { keyboardIsOut } from './call-state.ts';
import { useCall, useCallClient } from './use-call.ts';

const LONGEST = 500;

export function TypedMessage({ assistant }: { assistant: string }) {
  const state = useCall();
  const client = useCallClient();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const { typing } = state;
  // Whoever asks for the keyboard wants to type; whoever has no microphone may be doing something else.
  useEffect(() => {
    if (typing) box.current?.focus();
  }, [typing]);
  if (!keyboardIsOut(state)) return null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    client.say(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit} className="flex animate-rise gap-2 border-t border-line p-3">
      <input
        ref={box}
        aria-label={`Message to ${assistant}`}
        placeholder={`Type to ${assistant}`}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => setText(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-control bg-raised px-4 placeholder:text-soft"
      />
      <Button
        type="submit"
        look="primary"
        aria-label="Send"
        size="icon"
        disabled={text.trim() === ''}
      >
        <SendHorizontal size={20} aria-hidden />
      </Button>
    </form>
  );
}
