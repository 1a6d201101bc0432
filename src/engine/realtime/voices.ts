/** Names of voices that clients send, and which of the engine's voices speaks for them. Pure. */

/** Voices of other servers that sound like a man. */
const MEN = new Set(['ash', 'ballad', 'cedar', 'echo', 'verse']);
/** Of the voices that ship with the engine. */
const OUR_MEN = ['rms', 'awb', 'kal16', 'kal'];

export function voiceFor(name: string, voices: readonly string[]): string {
  if (voices.includes(name)) return name;
  const man = MEN.has(name) ? OUR_MEN.find((voice) => voices.includes(voice)) : undefined;
  return man ?? voices[0] ?? name;
}
