/**
 * The person who takes a call over: today one who speaks by script. The door for a real one is `welcomeColleague`:
 * whoever sits at the desk would be told of the card there, and answer in the place of these lines.
 */
import type { Clock } from '#lib/clock.ts';
import type { EscalationCard } from '#protocol/luna-events.ts';
import type { CallEvent } from './call-state.ts';

const NAME = 'Alex';
/** As long as it takes to read a card. */
const TRANSFER_MS = 2_600;
const TYPING_MS = 1_800;

/** The transfer is seen, then the colleague speaks, line by line. */
export function welcomeColleague(
  card: EscalationCard,
  clock: Clock,
  tell: (event: CallEvent) => void,
): void {
  tell({ type: 'colleague', is: 'coming' });
  clock.after(TRANSFER_MS, () => tell({ type: 'colleague', is: 'here' }));
  for (const [index, text] of colleagueSays(card).entries())
    clock.after(TRANSFER_MS + TYPING_MS * (index + 0.3), () =>
      tell({
        type: 'line',
        line: { who: 'colleague', id: `colleague ${index}`, name: NAME, text },
      }),
    );
}

/** What the colleague says first, having read the card. */
export function colleagueSays({ who, wanted, done, open }: EscalationCard): string[] {
  const known = who.identity === 'verified' ? ' You need not identify yourself again.' : '';
  const settled = done.map(({ title }) => title.toLowerCase());
  const undone = open.map(({ title }) => title.toLowerCase());
  return [
    `Hello, this is ${NAME}, a specialist. I have Luna's notes before me, so you need not repeat anything.${known}`,
    `It is about this: ${wanted.goal.toLowerCase()}.${listed(' Already done: ', settled)}${listed(' Still open: ', undone)}`,
    'I am taking it from here. Please give me a moment to look into it.',
  ];
}

function listed(before: string, things: readonly string[]): string {
  return things.length === 0 ? '' : `${before}${things.join(', ')}.`;
}
