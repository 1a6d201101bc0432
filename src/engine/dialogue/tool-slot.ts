/** One property of a JSON Schema as something to ask for, and a value that was heard as the schema wants it. Pure. */
import type { Reading, Slot } from '#engine/flow.ts';
import type { Expectation } from '#engine/recognizer.ts';
import { plain } from './tool-output.ts';

/** The schemas we look at; whatever else they hold is the tool's own business. */
interface Property {
  type?: unknown;
  description?: unknown;
  enum?: unknown;
  items?: unknown;
  format?: unknown;
  pattern?: unknown;
  minLength?: unknown;
  maxLength?: unknown;
}

const LONGEST_DESCRIPTION = 60;
const MONEY = /amount|price|cost|budget|salary|income|dollar|money|payment|fee/i;
const SWITCH = /^(?:on|off|state|power|enabled?|active|locked|turned_?on|is_?on)$/i;
/** What stands before a value of this name in a sentence, or, for counts, after it. */
const CUES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:from|source|origin)|_from$/i, ['from']],
  [/^(?:to|target|destination)|_to$/i, ['to', 'into', 'in']],
  [/location|city|place|country|where/i, ['in', 'for', 'at', 'near']],
  [/recipient|receiver/i, ['to', 'for']],
  [/party|guest|people|person|seats/i, ['people', 'guests', 'persons', 'party of', 'table for']],
  [/^name$|_name$/i, ['name is', 'under the name', 'called', 'named']],
  [/temperature|degrees|brightness|level|percent|volume/i, ['to', 'at', 'degrees', 'percent']],
];
/** Codes that nobody spells out. */
const SPOKEN_CODES: Readonly<Record<string, readonly string[]>> = {
  usd: ['dollars', 'dollar', 'us dollars', 'american dollars'],
  eur: ['euros', 'euro'],
  gbp: ['pounds', 'pound', 'british pounds', 'sterling'],
  jpy: ['yen', 'japanese yen'],
  chf: ['francs', 'franc', 'swiss francs'],
  cad: ['canadian dollars', 'canadian dollar'],
  aud: ['australian dollars', 'australian dollar'],
};

export function slotFrom(name: string, schema: unknown): Slot {
  const property: Property = typeof schema === 'object' && schema !== null ? schema : {};
  const choices = choicesOf(name, property);
  const what = described(name, property);
  const list = choices?.map(({ phrases }) => phrases[0] ?? '').join(', or ');
  const isSwitch = property.type === 'boolean';
  const which = list === undefined || isSwitch ? undefined : list;
  const reads = readingFrom(name, property);
  return {
    name,
    ask: isSwitch
      ? `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}: yes or no?`
      : which === undefined
        ? `Could you tell me ${what}?`
        : `Which is it: ${which}?`,
    askAgain: `I need ${what}${which === undefined ? '' : `: ${which}`}. What is it?`,
    expect: expectationFrom(property),
    cues: [...(CUES.find(([pattern]) => pattern.test(name))?.[1] ?? []), plain(name)],
    ...(choices === undefined ? {} : { choices }),
    ...(reads === undefined ? {} : { reads }),
  };
}

/** As the schema has it: "5" is a number where numbers are listed, and one of several is a list of one. */
export function asSchema(value: unknown, schema: unknown): unknown {
  const { type, items } = (typeof schema === 'object' && schema !== null ? schema : {}) as Property;
  if (type === 'array') {
    const all = Array.isArray(value) ? value : String(value).split(/\s*,\s*(?:and )?|\s+and\s+/);
    return all.map((one) => asSchema(one, items));
  }
  if ((type === 'number' || type === 'integer') && typeof value === 'string') return Number(value);
  if (type === 'boolean' && typeof value === 'string') return value === 'true';
  return value;
}

function choicesOf(name: string, { type, enum: values, items }: Property): Slot['choices'] {
  const listed =
    type === 'array' && typeof items === 'object' && items !== null
      ? (items as Property).enum
      : values;
  if (Array.isArray(listed))
    return listed.map((value) => {
      const said = plain(String(value));
      return { value: String(value), phrases: [...(SPOKEN_CODES[said] ?? []), said] };
    });
  if (type !== 'boolean' || !SWITCH.test(name)) return undefined;
  return [
    { value: 'true', phrases: ['on', 'enable', 'activate', 'lock'] },
    { value: 'false', phrases: ['off', 'disable', 'deactivate', 'unlock'] },
  ];
}

/** "The city, e.g. Paris" → "the city". */
function described(name: string, { description }: Property): string {
  if (typeof description !== 'string') return `the ${plain(name)}`;
  const short = (description.split(/[,;(.]| e\.g/)[0] ?? '').trim();
  if (short === '' || short.length > LONGEST_DESCRIPTION) return `the ${plain(name)}`;
  const lower = short.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return /^(?:the|a|an|your|which|what|how|when|where|whether|amount)\b/.test(lower)
    ? lower
    : `the ${lower}`;
}

function readingFrom(name: string, { type, description, format }: Property): Reading | undefined {
  if (type === 'array') return 'list';
  if (type === 'integer') return MONEY.test(name) ? undefined : 'count';
  if (type === 'number') return MONEY.test(`${name} ${String(description)}`) ? undefined : 'count';
  if (format === 'time' || (type === 'string' && /^(?:time|start_?time|at)$/i.test(name)))
    return 'time';
  if (format === 'date' || /^date$|_date$/i.test(name))
    return /birth/i.test(name) ? undefined : 'coming';
  return undefined;
}

function expectationFrom({ type, format, pattern, minLength, maxLength }: Property): Expectation {
  if (type === 'number' || type === 'integer') return { for: 'amount' };
  if (type === 'boolean') return { for: 'yes-no' };
  if (format === 'date') return { for: 'date' };
  const digits =
    typeof pattern === 'string' ? /^\^?(?:\\d|\[0-9\])\{(?<count>\d+)\}\$?$/.exec(pattern) : null;
  const count = Number(digits?.groups?.['count'] ?? Number.NaN);
  if (count > 0) return { for: 'digits', count };
  const isFixed = typeof minLength === 'number' && minLength === maxLength && pattern !== undefined;
  return isFixed ? { for: 'digits', count: minLength } : { for: 'open' };
}
