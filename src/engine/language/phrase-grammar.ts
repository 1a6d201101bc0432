/** The notation of phrasebooks, parsed: `(a|b)` one of, `[a]` may be left out, `{name}` a class, `*3` a weight. */

/** A set of word sequences with probabilities. */
export type Phrase =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Phrase[] }
  | { readonly kind: 'choice'; readonly options: readonly Option[] };

export interface Option {
  /** Relative to the other options of the choice; 1 unless `*number` follows the option. */
  readonly weight: number;
  readonly phrase: Phrase;
}

/** A phrase that cannot be read. The message shows the phrase and points at the place. */
class PhraseError extends Error {
  override readonly name = 'PhraseError';
  constructor(source: string, at: number, problem: string) {
    super(`${problem}\n  ${source}\n  ${' '.repeat(at)}^`);
  }
}

const EMPTY: Phrase = { kind: 'sequence', parts: [] };
const TOKEN =
  /\s*(?:(?<word>[a-z][a-z'-]*|'[a-z]+)|\{(?<name>[a-z-]+)\}|\*(?<weight>\d*\.?\d+)|(?<mark>[()[\]|]))/y;

interface Token {
  readonly kind: 'word' | 'name' | 'weight' | 'mark';
  readonly text: string;
  readonly at: number;
}

/**
 * Reads one line of a phrasebook; `|` and weights are allowed at the top, too.
 * @throws PhraseError for anything else: unclosed brackets, digits, capitals, empty choices.
 */
export function parsePhrase(source: string): Option {
  const tokens = tokenize(source);
  let next = 0;

  function choice(closing: string | undefined): Phrase {
    const options = [option()];
    while (tokens[next]?.text === '|') {
      next += 1;
      options.push(option());
    }
    const end = tokens[next];
    if (end?.text !== closing) {
      const problem =
        closing === undefined ? `"${end?.text}" closes nothing` : `"${closing}" is missing`;
      throw new PhraseError(source, end?.at ?? source.length, problem);
    }
    next += 1;
    const only = options.length === 1 ? options[0] : undefined;
    return only?.weight === 1 ? only.phrase : { kind: 'choice', options };
  }

  function option(): Option {
    const begin = tokens[next]?.at ?? source.length;
    const parts: Phrase[] = [];
    for (let part = single(); part !== undefined; part = single()) parts.push(part);
    const [first] = parts;
    if (first === undefined) throw new PhraseError(source, begin, 'a word is missing here');
    const weightToken = tokens[next];
    let weight = 1;
    if (weightToken?.kind === 'weight') {
      next += 1;
      weight = Number(weightToken.text);
      if (weight === 0) throw new PhraseError(source, weightToken.at, 'a weight must be above 0');
    }
    return { weight, phrase: parts.length === 1 ? first : { kind: 'sequence', parts } };
  }

  function single(): Phrase | undefined {
    const token = tokens[next];
    if (token === undefined || token.kind === 'weight') return undefined;
    if (token.kind === 'mark' && token.text !== '(' && token.text !== '[') return undefined;
    next += 1;
    if (token.kind === 'word') return { kind: 'word', word: token.text };
    if (token.kind === 'name') return { kind: 'class', name: token.text };
    if (token.text === '(') return choice(')');
    // What may be left out is said as often as not.
    const inner = choice(']');
    return {
      kind: 'choice',
      options: [
        { weight: 1, phrase: inner },
        { weight: 1, phrase: EMPTY },
      ],
    };
  }

  const whole = choice(undefined);
  return whole.kind === 'choice' && whole.options.length === 1 && whole.options[0] !== undefined
    ? whole.options[0]
    : { weight: 1, phrase: whole };
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const trimmedEnd = source.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmedEnd) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match?.groups === undefined) {
      const at = from + (source.slice(from).search(/\S/) ?? 0);
      throw new PhraseError(source, at, `"${source[at]}" is not part of the notation`);
    }
    const { word, name, weight, mark } = match.groups;
    const text = word ?? name ?? weight ?? mark ?? '';
    const kind =
      word !== undefined
        ? 'word'
        : name !== undefined
          ? 'name'
          : weight !== undefined
            ? 'weight'
            : 'mark';
    tokens.push({ kind, text, at: from + match[0].search(/\S/) });
  }
  return tokens;
}
