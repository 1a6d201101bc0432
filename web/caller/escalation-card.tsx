/** What the colleague who takes over has been told, so that the caller need not tell it again. */
import { Check, Copy, Download, Headset } from 'lucide-react';
import { useState } from 'react';
import type { EscalationCard } from '#protocol/luna-events.ts';
import { Button } from '#web/ui/button.tsx';
import { cardLines, cardText } from './escalation-text.ts';

export function EscalationSummary({ card }: { card: EscalationCard }) {
  return (
    <section
      aria-labelledby="handed-over"
      className="w-full max-w-lg animate-rise rounded-card border border-line bg-canvas p-4 text-left shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="handed-over" className="flex items-center gap-2 font-semibold">
          <Headset size={20} aria-hidden className="shrink-0 text-accent" /> Passed to a specialist
        </h3>
        <div className="flex gap-2">
          <CopyButton text={cardText(card)} />
          <Button aria-label="Download the summary" size="icon" onClick={() => download(card)}>
            <Download size={18} aria-hidden />
          </Button>
        </div>
      </div>
      <dl className="mt-3 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_1fr] sm:gap-y-2">
        {cardLines(card).map(({ label, values }) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="mb-2 min-w-0 break-words sm:mb-0">
              {values.map((value) => (
                <span key={value} className="block">
                  {value}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Without a secure address a browser has no clipboard; the download is beside it.
      () => setCopied(false),
    );
  };
  return (
    <Button aria-label={copied ? 'Copied' : 'Copy the summary'} size="icon" onClick={copy}>
      {copied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
    </Button>
  );
}

function download(card: EscalationCard): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(card, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `handover-${card.wanted.scenario}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
