/** The manager's end of the conversation: a microphone to switch on, and a line to type into. */
import { Mic } from 'lucide-react';
import { Button } from '#web/ui/button.tsx';
import { MessageBox } from '#web/ui/message-box.tsx';
import { useInsights, useInsightsClient } from './use-insights.ts';

export function Composer({ assistant }: { assistant: string }) {
  const { voice } = useInsights();
  const { ask, speak } = useInsightsClient();
  return (
    <MessageBox label={`Ask ${assistant}`} placeholder="Ask about the calls" onSend={ask}>
      {voice === 'off' && (
        <Button onClick={speak} className="shrink-0">
          <Mic size={20} aria-hidden className="text-accent" /> Talk
        </Button>
      )}
    </MessageBox>
  );
}
