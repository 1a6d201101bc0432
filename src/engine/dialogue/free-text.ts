/** Names and reasons, in the caller's own words: "to Maria Lopez", "her name is …", "because I lost my job". Pure. */
import { spokenIn } from '#engine/understanding/number-words.ts';

const LEAD_IN =
  /^(?:(?:um|uh|er|oh|well|so|yes|yeah|okay|sure|no|sorry|please|and|i said|i meant|i mean|it is|it's|its|that is|that's|this is|(?:his|her|their|the|my)(?: \w+)?(?:'s)? (?:name|full name|city|address) is|(?:he|she|it) is called|the (?:recipient|person|merchant|shop|store|company) is|called|named|i think(?: it is| it's)?|(?:send|pay|make|wire|transfer|move)(?: it| the money| money)?|to|for|from|in|at|with|by|on|(?:my|our) (?:sister|brother|mother|mom|father|dad|wife|husband|son|daughter|friend|landlord|aunt|uncle|cousin|partner|grandmother|grandfather))(?![\w'])[ ,]*)+/i;
/** Words that no name has, and where one ends. */
const NOT_IN_NAMES = new Set(
  (
    'a an the my your his her our their this that these those it is are was were be been am do does did have has had ' +
    'i me you he she we they him them us what why how when where who which can could will would shall should may might must ' +
    'from to for with in at on by about into as if because since and or but not no yes yeah please thanks thank okay ok sure ' +
    'today tomorrow yesterday now tonight next last week month year morning evening dollars dollar cents bucks ' +
    'account checking savings card money loan number amount name send wire transfer move pay make need want know mean said ' +
    'there here again just only sorry wait hold stop help repeat mind leave forget nothing anything something somebody someone'
  ).split(' '),
);
const LONGEST_NAME = 4;
const LONGEST_TEXT = 200;
const FILLERS =
  /^(?:(?:um|uh|er|well|so|yes|yeah|okay|because|it is because|it's because|it is|it's|that is|the reason is(?: that)?)[ ,]+)+/i;

/** A name as the answer to a question, with or without words around it. */
export function nameIn(text: string): string | undefined {
  const clean = text.trim().replace(/[.?!,]+$/, '');
  const rest = clean.replace(LEAD_IN, '');
  const name = nameAtStart(rest);
  // "What do you need that for" begins with no name, and neither does a whole sentence go on after one.
  return name !== undefined && rest.split(/\s+/).length <= name.split(' ').length + 6
    ? name
    : undefined;
}

/** A name that is announced by one of these cues, anywhere in the sentence. */
export function nameAfter(text: string, cues: readonly string[]): string | undefined {
  for (const cue of cues)
    for (const { 0: found, index } of text.matchAll(
      new RegExp(`\\b${cue}\\b(?: is| are| called| named)?`, 'gi'),
    )) {
      const rest = text.slice(index + found.length).trim();
      const relative = /^(?:my|our) \w+ (?=\w)/i.exec(rest)?.[0] ?? '';
      const name = nameAtStart(rest.slice(relative.length));
      if (name !== undefined) return name;
    }
  return undefined;
}

/** What follows one of these cues, to the end: "because I lost my job". */
export function wordsAfter(text: string, cues: readonly string[]): string | undefined {
  for (const cue of cues) {
    const rest = new RegExp(`\\b${cue}\\b (?<rest>.{8,})$`, 'i').exec(text)?.groups?.['rest'];
    if (rest !== undefined) return wordsIn(rest);
  }
  return undefined;
}

/** A reason in the caller's words, without what hesitates at its beginning. */
export function wordsIn(text: string): string | undefined {
  const rest = text
    .trim()
    .replace(/[.!]+$/, '')
    .replace(FILLERS, '');
  if (rest === '' || /^(?:yes|no|yeah|nope|okay|um|uh|what|why)$/i.test(rest)) return undefined;
  if (
    rest.endsWith('?') ||
    /^(?:why|what|how|who|do|can|could|will|are) (?:do|is|are|you|i|it)\b/i.test(rest)
  )
    return undefined;
  return rest.slice(0, LONGEST_TEXT);
}

function nameAtStart(text: string): string | undefined {
  const name: string[] = [];
  for (const word of text.split(/[\s,.?!]+/).slice(0, LONGEST_NAME)) {
    if (!/^[a-z][a-z'’-]*$/i.test(word) || NOT_IN_NAMES.has(word.toLowerCase()) || isNumber(word))
      break;
    name.push(word[0]?.toUpperCase() + word.slice(1));
  }
  return name.length === 0 ? undefined : name.join(' ');
}

function isNumber(word: string): boolean {
  return spokenIn(word).some(({ kind }) => kind === 'number' || kind === 'ordinal');
}
