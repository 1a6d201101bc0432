/** "Switch to analyst mode", "be more formal": a wish for another mode or persona. The whole sentence must be one, not a word in it. Pure. */

export type Switch =
  | { readonly tool: 'switch_mode'; readonly arguments: { readonly mode: string } }
  | { readonly tool: 'switch_persona'; readonly arguments: { readonly persona: string } };

const MODES: readonly (readonly [string, string])[] = [
  [
    'executive',
    'executive(?: briefings?| summary| summaries)?|exec(?: briefings?)?|briefing|management',
  ],
  ['analyst', 'analysts?|analysis|analytics|analytical'],
  ['coach', 'coach(?:es|ing)?|quality coach|trainer'],
];

/** Names, and manners. */
const PERSONAS: readonly (readonly [string, string, string])[] = [
  [
    'sunny',
    'sunny',
    "less (?:formal(?:ly)?|stiff(?:ly)?|serious(?:ly)?)|(?:stop being|don't be|not) so (?:formal|stiff|serious)|(?:drop|skip|forget|enough of|cut) (?:all )?the formalit(?:y|ies)|(?:loosen|lighten) up(?: a (?:bit|little))?|like (?:a |an old |my )?(?:friend|buddy|mate|pal)|(?:more |a (?:bit|little) (?:more )?|very )?(?:casual(?:ly)?|relaxed|informal(?:ly)?|laid[- ]back|chatty|colloquial(?:ly)?|easy[- ]going)",
  ],
  [
    'sterling',
    'sterling',
    "(?:stop being|don't be|not) so (?:casual|chatty|informal|relaxed|cheeky)|(?:more |a (?:bit|little) (?:more )?|very |rather )?(?:formal(?:ly)?|serious(?:ly)?|business-?like|professional(?:ly)?|official(?:ly)?)|less (?:casual(?:ly)?|chatty|informal(?:ly)?|relaxed)",
  ],
  [
    'luna',
    'luna',
    '(?:more |a (?:bit|little) (?:more )?|very )?(?:warm(?:er|ly)?|friendl(?:y|ier)|kind(?:er|ly)?|normal(?:ly)?)|yourself again|as (?:usual|before)',
  ],
];

const BEFORE =
  '(?:(?:ok(?:ay)?|now|please|luna|hey|and|then|so|well|um|uh|alright|all right|actually|great|thanks|thank you|enough (?:of|with) [^,]{1,30},|no more [^,]{1,30},)[, ]+)*';
const POLITE =
  "(?:(?:can|could|shall|should|may) we (?:please )?|(?:can|could|would|will) you (?:please |kindly |maybe |perhaps )?|i(?:'d| would) (?:like|prefer|rather have) (?:you |it )?(?:to )?|i want (?:you )?(?:to )?|i need (?:you )?(?:to )?|let's |let us |please |you (?:can|should|may) |time to |would you mind |be so kind (?:as )?to |we(?:'d| would) like (?:you )?to )?(?:please )?";
const AFTER =
  '(?:,? (?:please|now|for me|from now on|for now|again|then|with me|to me|instead|if you (?:can|like|please)|would|does|when you answer|will you|would you|for a (?:while|moment|change)|for the rest(?: of .{1,20})?|thanks|thank you|luna))*';
const TURN =
  '(?:switch(?:ing)?|chang(?:e|ing)|go(?:ing)?|mov(?:e|ing)|turn(?:ing)?|set|put yourself|shift|get|jump|return|back)(?: yourself| it| this| over| back| your mode| the mode| modes?| mode)*(?: in)?(?: ?to| into| onto)?(?: being)?';
const BEING =
  '(?:us(?:e|ing)|try(?:ing)?|start(?:ing)?|activate|enable|tak(?:e|ing)|be(?:ing|come)?|act(?:ing)?|behave|talk(?:ing)?|speak(?:ing)?|answer(?:ing)?|respond|sound|have|do|put on|give me|work)(?: to me| with me)?(?: as| like| in| on)?';
const WANTED =
  "(?:i (?:want|need|prefer)|i(?:'d| would) (?:like|prefer)(?: to have)?|(?:can|could|may) (?:i|we) (?:have|get)|let me have|give me)";
const A = '(?: (?:a|an|the|your|my|our))?';

/** @returns undefined where the sentence is about something else, whatever words are in it. */
export function switchIn(words: string): Switch | undefined {
  const text = words
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[?!.;:"]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (const [mode, names] of MODES)
    if (whole(modeWish(names)).test(text)) return { tool: 'switch_mode', arguments: { mode } };
  for (const [persona, name, manner] of PERSONAS)
    if (whole(personaWish(name, manner)).test(text))
      return { tool: 'switch_persona', arguments: { persona } };
  return undefined;
}

function whole(wish: string): RegExp {
  return new RegExp(`^${BEFORE}${POLITE}(?:${wish})${AFTER}$`);
}

function modeWish(names: string): string {
  const named = `(?:(?:${names})(?: mode| view| style| hat| role)?|mode (?:${names}))`;
  return [
    `${TURN}${A} ${named}`,
    `${BEING}${A} ${named}`,
    // Roles can be asked for like people; a briefing or an analysis may be meant as such.
    `${WANTED} (?:the |a |an |my )?(?:${names.includes('coach') ? 'coach' : names.includes('analyst') ? 'analyst' : 'executive briefing'})(?: mode| view)?`,
    `(?:start |begin )?coach(?:ing)? me${names.includes('coach') ? '' : '(?!)'}`,
    // Bare, it must say that it is a mode; "the analyst" alone may be anybody.
    `(?:the |in )?(?:${names}) (?:mode|view|style)(?: on)?`,
  ].join('|');
}

function personaWish(name: string, manner: string): string {
  const as = `(?:${manner})`;
  return [
    `(?:${TURN}|${BEING})(?: the persona)?(?: to)?${A} ${name}(?: persona| voice)?`,
    `(?:${TURN}|${BEING})${A} ${as} (?:persona|manner|tone|style|voice|way)`,
    `(?:be|become|sound|talk|speak|act|answer|respond|go)(?: to me| with me)?(?: in)?${A} ${as}(?: (?:tone|manner|style|way))?`,
    `(?:i |we )?prefer (?:it |you )?(?:a bit |a little )?${as}`,
    `(?:let me |can i |could i |may i |i want to |i'd like to )?(?:talk|speak) (?:to|with) ${name}`,
    `(?:(?:can|could|may|let) )?${name} (?:can |should |may )?take over`,
    `(?:put|bring|get|call) (?:in |back )?${name}(?: on| in| back)?`,
    `(?:${as}|${name}) persona`,
    `${manner.startsWith('less') ? '' : '(?:a )?'}(?:bit )?${as}`,
  ].join('|');
}
