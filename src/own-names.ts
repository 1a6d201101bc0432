/**
 * Is a request meant for us? A name that somebody else owns may point to our address: then their page, loaded from
 * that name, is "the same site" as we are, and its visitors' browser lets it read and say whatever our own page may.
 */

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Which names requests may be for; undefined: all of them.
 * @param host that we listen on; who listens beyond this machine is called by names that we cannot know
 * @param names as the operator has set them
 */
export function ownNames(host: string, names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 && !LOOPBACK.test(host) ? undefined : names;
}

/** Nobody can make somebody else's page come from a number, or from `localhost`. Pure. */
export function isForUs(header: string | undefined, names: readonly string[] | undefined): boolean {
  if (names === undefined || header === undefined) return true;
  const name = URL.parse(`http://${header}`)?.hostname.replace(/\.$/, '');
  if (name === undefined) return false;
  const isNumber = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(name);
  return isNumber || name === 'localhost' || name.endsWith('.localhost') || names.includes(name);
}
