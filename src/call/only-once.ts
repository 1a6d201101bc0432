/** A provider may send an event twice; its sound would be heard twice. */
const REMEMBERED = 256;

/** True the first time that an event of this id comes. Events without an id are all different. */
export function onlyOnce(): (eventId: string | null | undefined) => boolean {
  const seen = new Set<string>();
  return (eventId) => {
    if (eventId === null || eventId === undefined) return true;
    if (seen.has(eventId)) return false;
    seen.add(eventId);
    if (seen.size > REMEMBERED) for (const oldest of seen) return seen.delete(oldest);
    return true;
  };
}
