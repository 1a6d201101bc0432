/** What a person may see of a tool's arguments and facts. Pure. */
import { redactText } from './redaction.ts';

const LAST_FOUR = new Set(['card_last_four', 'last_four', 'account_last_four']);
const SECRET = new Set(['pin', 'password', 'code', 'cvv', 'card_number', 'account_number']);
const DATES = new Set(['date_of_birth', 'birth_date']);
/** Persons: initials are left. */
const NAMES =
  /^(first_|last_|full_|recipient_|customer_|holder_)?name$|^(recipient|payee|customer)$/;
/** References and days that the bank gives out. */
const OPEN = /(_id|reference|_date|_on|_by|^date)$/;
const REFERENCE_OR_DAY = /^(?=.{3,40}$)[A-Za-z]{1,12}[-_][\w-]+$|^\d{4}-\d\d-\d\d$/;
/** Larger than any amount: a number in disguise. */
const LARGEST_AMOUNT = 1e9;

/** @param value arguments or facts, already parsed; the answer has the same shape. */
export function mask(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, maskPart(name, part)]),
  );
}

/** @param argumentsJson as a model wrote it, so perhaps no JSON at all. */
export function maskArguments(argumentsJson: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(argumentsJson);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return mask(value as Record<string, unknown>);
  } catch {
    return { unreadable: redactText(argumentsJson, { who: 'caller', asked: true }) };
  }
  return {};
}

function maskPart(name: string, part: unknown): unknown {
  if (SECRET.has(name)) return '[secret]';
  if (DATES.has(name)) return '[date]';
  if (LAST_FOUR.has(name)) return `•••• ${String(part).replaceAll(/\D/g, '').slice(-4)}`;
  if (typeof part === 'number') return Math.abs(part) < LARGEST_AMOUNT ? part : '[number]';
  if (typeof part === 'string') {
    if (NAMES.test(name)) return initials(part);
    const open = OPEN.test(name) && REFERENCE_OR_DAY.test(part);
    return open ? part : redactText(part, { who: 'assistant', asked: false });
  }
  if (Array.isArray(part)) return part.map((item) => maskPart(name, item));
  if (typeof part === 'object' && part !== null) return mask(part as Record<string, unknown>);
  return part;
}

/** "Maria Lopez" is "M. L.". */
function initials(name: string): string {
  return [...name.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)]
    .map(([word]) => `${word.slice(0, 1)}.`)
    .join(' ');
}
