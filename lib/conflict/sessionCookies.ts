/** The cookies that hold VK's session (seen in public clients, 2024–2026): `remixdsid`, in 2026 `remixsid`, too. All others say nothing. */
export const sessionCookies: readonly string[] = ['remixdsid', 'remixsid'];

/** The domain whose cookies are looked at, sub-domains included. */
export const sessionDomain = 'vk.me';

/** A cookie as the browser tells of it. */
export interface CookieEvent {
  name: string;
  domain: string;
  value: string;
  removed: boolean;
  /** The browser says that a new value comes at once: the removal alone means nothing. */
  overwritten: boolean;
}

/**
 * Tells a change of session among the browser's news of cookies: a session's cookie that was set to another value or removed. Of the
 * values only a digest is kept, in memory; a value that is seen for the first time counts as another one.
 */
export function createSessionCookies(): (event: CookieEvent) => boolean {
  const digests = new Map<string, number>();
  return ({ name, domain, value, removed, overwritten }) => {
    const host = domain.replace(/^\./, '');
    if (!sessionCookies.includes(name) || (host !== sessionDomain && !host.endsWith(`.${sessionDomain}`))) return false;
    const key = `${name} ${domain}`;
    if (removed) {
      if (!overwritten) digests.delete(key);
      return !overwritten;
    }
    const digest = digestOf(value);
    const isSame = digests.get(key) === digest;
    digests.set(key, digest);
    return !isSame;
  };
}

/** FNV-1a, 32 bits: tells one value from another and gives none of them back. */
function digestOf(text: string): number {
  let digest = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    digest = Math.imul(digest ^ text.charCodeAt(index), 0x01000193);
  }
  return digest >>> 0;
}

/** So many changes of session are followed within so many milliseconds; the next one waits for its turn. */
const mostFollowed = 3;
const followedWithin = 10_000;

/**
 * How long to wait with following a change of session, milliseconds.
 *
 * @param followed when changes were followed before, unix milliseconds, oldest first
 */
export function pauseBeforeFollowing(followed: readonly number[], now: number): number {
  const recent = followed.filter((at) => at <= now && now - at < followedWithin);
  const [oldest] = recent.slice(-mostFollowed);
  return oldest === undefined || recent.length < mostFollowed ? 0 : oldest + followedWithin - now;
}
