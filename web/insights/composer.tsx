/** The manager's end of the conversation: a microphone to switch on, and a line to type into. */
import { Mic, SendHorizontal } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Button } from '#web/ui/button.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';

const LONGEST = 500;

export function Composer({ assistant }: { assistant: string }) {
  const { voice } = useInsights();
  const client = useInsightsClient();
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    client.ask(text.trim());
    setText('');
  };
  return (
    <form onSubmit={submit} className="flex gap-2 border-t border-line p-3">
      {voice === 'off' && (
        <Button onClick={client.speak} className="shrink-0">
          <Mic size={20} aria-hidden className="text-accent" /> Talk
        </Button>
      )}
      <input
        aria-label={`Ask ${assistant}`}
        placeholder="Ask about the calls"
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
