/** The card of a call that was handed over, as lines: for the eye, the clipboard and a file. */
import type { EscalationCard } from '#protocol/luna-events.ts';
import { asMinutes } from './call-timer.tsx';

export interface CardLine {
  readonly label: string;
  readonly values: readonly string[];
}

/** Only what there is to say, in the order in which a colleague asks for it. */
export function cardLines(card: EscalationCard): CardLine[] {
  const { who, wanted, details, done, open, last_words: lastWords, mood } = card;
  const lines: CardLine[] = [
    { label: 'Caller', values: [callerOf(who)] },
    { label: 'About', values: [wanted.goal] },
    { label: 'Why a person', values: [asSentence(wanted.reason)] },
    { label: 'Told', values: Object.entries(details).map(named) },
    {
      label: 'Done',
      values: done.map(({ title, references }) => [title, ...references].join(' · ')),
    },
    { label: 'Open', values: open.map(({ title, why }) => `${title} (${why})`) },
    { label: 'Last words', values: lastWords.map((words) => `“${words}”`) },
    { label: 'Mood', values: [[mood.is, ...mood.because].join(', ')] },
    { label: 'Length', values: [asMinutes(card.duration_ms)] },
  ];
  return lines.filter(({ values }) => values.length > 0);
}

export function cardText(card: EscalationCard): string {
  return cardLines(card)
    .map(({ label, values }) => `${label}: ${values.join('; ')}`)
    .join('\n');
}

function callerOf({ name, card, identity, verified_by: by }: EscalationCard['who']): string {
  const how = identity === 'verified' ? `verified by ${by ?? 'the bank'}` : IDENTITY[identity];
  return [name, card === null ? null : `card ${card}`, how].filter(Boolean).join(', ');
}

const IDENTITY = { unknown: 'not verified', recognised: 'known by number, not verified' } as const;

function named([name, value]: [string, string | number | boolean]): string {
  const shown = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return `${name.replaceAll('_', ' ')}: ${shown}`;
}

function asSentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
