/** A tool's arguments as a person watching may see them: what proves an identity is not among it. */
const SECRET = /pin|birth|password|passcode|code|secret/i;
const LONGEST = 120;

export function masked(argumentsJson: string): Record<string, unknown> {
  const given = parse(argumentsJson);
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, SECRET.test(name) ? '•••' : shown(value)]),
  );
}

function shown(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A model may put a whole card number where four digits belong.
  return text?.slice(0, LONGEST).replaceAll(/\d(?=(?:[ -]?\d){4})/g, '•') ?? '';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // shown as no arguments; the toolbox tells the model what is wrong
  }
}
