/** The keyboard's way into the conversation. */
import { SendHorizontal } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Button } from '#web/ui/button.tsx';
import { useCall, useCallClient } from './use-call.ts';

const LONGEST = 500;

export function TypedMessage({ assistant }: { assistant: string }) {
  const { phase } = useCall();
  const client = useCallClient();
  const [text, setText] = useState('');
  const live = phase.at === 'live';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    client.say(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit} className="flex gap-2 border-t border-line p-3">
      <input
        aria-label={`Message to ${assistant}`}
        placeholder={live ? `Type to ${assistant}` : 'You can also type during the call'}
        value={text}
        maxLength={LONGEST}
        disabled={!live}
        onChange={(event) => setText(event.target.value)}
        className="min-h-11 min-w-0 flex-1 rounded-control bg-raised px-4 placeholder:text-soft disabled:opacity-60"
      />
      <Button
        type="submit"
        look="primary"
        aria-label="Send"
        size="icon"
        disabled={!live || text.trim() === ''}
      >
        <SendHorizontal size={20} aria-hidden />
      </Button>
    </form>
  );
}
