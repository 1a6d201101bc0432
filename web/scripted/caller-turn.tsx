/** By script, the caller's turn: have it played, speak it oneself, type something, or choose. */
import { Check, Mic, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useCall, useCallClient } from '#web/caller/use-call.ts';
import { Button } from '#web/ui/button.tsx';

export function CallerTurn() {
  const { turn } = useCall();
  const client = useCallClient();
  if (turn === undefined) return null;
  const { line, choices } = turn;
  return (
    <section
      aria-label="Your turn"
      className="flex animate-rise flex-col gap-3 border-t border-line bg-caller-wash p-3"
    >
      {line === undefined ? (
        <>
          <p className="text-sm font-semibold">What is it about?</p>
          <ul className="flex flex-wrap gap-2">
            {choices.map(({ id, name }) => (
              <li key={id}>
                <Button onClick={() => client.take({ by: 'choice', scenario: id })}>{name}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        // Each turn begins anew: nobody is still speaking from the last one.
        <OwnWords key={line} line={line} />
      )}
    </section>
  );
}

function OwnWords({ line }: { line: string }) {
  const client = useCallClient();
  const { microphone } = useCall();
  const [speaking, setSpeaking] = useState(false);
  const speak = (): void => {
    setSpeaking(true);
    if (microphone !== 'open') client.askForMicrophone();
  };
  return (
    <>
      <p>
        <span className="block text-sm font-semibold text-caller">Your turn</span>“{line}”
      </p>
      <div className="flex flex-wrap gap-2">
        {speaking ? (
          <Button look="primary" onClick={() => client.take({ by: 'voice' })}>
            <Check size={18} aria-hidden /> Done speaking
          </Button>
        ) : (
          <>
            <Button look="primary" onClick={() => client.take({ by: 'button' })}>
              <Volume2 size={18} aria-hidden /> Play my part
            </Button>
            <Button onClick={speak}>
              <Mic size={18} aria-hidden /> Say it myself
            </Button>
          </>
        )}
      </div>
    </>
  );
}
