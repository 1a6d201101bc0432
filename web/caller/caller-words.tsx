/** What the caller says, at the right, as it is being understood. */
import type { CallerLine } from './line.ts';

export function CallerWords({ line: { text, state } }: { line: CallerLine }) {
  return (
    <p className="max-w-[85%] animate-rise self-end rounded-card rounded-br-md bg-caller-wash px-4 py-2">
      <span className="sr-only">You: </span>
      {asWritten(text)}
      {state !== 'final' && <Dots />}
    </p>
  );
}

/** The recogniser writes no capitals. */
function asWritten(text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toUpperCase()).replaceAll(/\bi\b/g, 'I');
}

function Dots() {
  return (
    <span aria-hidden className="ml-1 inline-flex gap-1 align-middle">
      {[0, 1, 2].map((dot) => (
        <span
          key={dot}
          className={`size-1.5 animate-blink rounded-full bg-caller ${['', '[animation-delay:200ms]', '[animation-delay:400ms]'][dot] ?? ''}`}
        />
      ))}
    </span>
  );
}
