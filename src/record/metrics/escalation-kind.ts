/** Why a call went to a person, as one of a few kinds that can be counted. Pure. */
export const ESCALATION_KINDS = [
  /** The caller asked for a person. */
  'asked_for_person',
  'identity_failed',
  /** Luna did not understand, several times. */
  'not_understood',
  /** The matter always ends with a specialist. */
  'specialist',
  'upset',
  'other',
] as const;
export type EscalationKind = (typeof ESCALATION_KINDS)[number];

const SIGNS: readonly (readonly [EscalationKind, RegExp])[] = [
  ['identity_failed', /\bidentity\b|\bverif(?:y|ied|ication)\b|\battempts\b/],
  ['not_understood', /\bunderst(?:and|ood)|\bunclear\b|\bnot be helped\b/],
  [
    'specialist',
    /\bspecialist|\bpassed on\b|\brestructur|\bhardship\b|\bmortgage\b|\bcredit limit\b|\bwire\b/,
  ],
  ['upset', /\bupset\b|\bangry\b|\bfrustrat|\bcomplain/],
  ['asked_for_person', /\b(?:person|human|agent|colleague|somebody|someone)\b/],
];

/** @param reason in a model's, the gate's or the server's words. */
export function escalationKind(reason: string): EscalationKind {
  const words = reason.toLowerCase();
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
}
