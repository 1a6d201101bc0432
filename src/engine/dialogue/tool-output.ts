/** What a tool's output means to the dialogue: our own result with `say`, or any client's text or JSON. Pure. */

export interface Outcome {
  readonly ok: boolean;
  /** Why not, e.g. `needs_identity`; empty where nothing is known. */
  readonly why: string;
  readonly say: string;
  /** The argument that was refused, where the tool names it. */
  readonly argument: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function readOutput(output: string): Outcome {
  const value = parse(output);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: true, why: '', say: spoken(value), argument: undefined, facts: {} };
  const { ok, why, say, error, facts } = value as Record<string, unknown>;
  const known = typeof facts === 'object' && facts !== null ? { ...facts } : {};
  const { argument } = known as { argument?: unknown };
  return {
    ok: ok !== false && error === undefined,
    why: typeof why === 'string' ? why : '',
    say: typeof say === 'string' ? say : spoken(error ?? value),
    argument: typeof argument === 'string' ? argument : undefined,
    facts: known,
  };
}

/** The arguments of a call that somebody else has made; a history with broken arguments is still a history. */
export function argumentsIn(json: string): Readonly<Record<string, unknown>> {
  const value = parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return output.trim(); // plain words
  }
}

/** A few facts, read out: "city: London, temperature: 12". */
function spoken(value: unknown): string {
  if (typeof value === 'string') return sentence(value);
  if (typeof value === 'number') return `It is ${value}.`;
  if (typeof value === 'boolean') return value ? 'Yes, that is so.' : 'No, that is not so.';
  if (Array.isArray(value))
    return value.length === 0 ? 'I found nothing.' : `I found ${value.length}.`;
  if (typeof value !== 'object' || value === null) return 'That is done.';
  const facts = Object.entries(value)
    .filter(([, fact]) => typeof fact === 'string' || typeof fact === 'number')
    .slice(0, 3)
    .map(([name, fact]) => `${plain(name)} ${String(fact)}`);
  return facts.length === 0
    ? 'That is done.'
    : sentence(`Here is what I found: ${facts.join(', ')}`);
}

/** `card_last_four` or `cardLastFour` as a person says it. */
export function plain(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}.`;
}
