import type { PresenceKeeper } from '@/lib/messenger/keepers/presence';

/**
 * Whether the browser may keep the person's session from the extension: they said twice that they are signed in, and nobody was seen.
 * Firefox with first-party isolation does so.
 *
 * @param before how many of the looks came of a click that said no such thing
 */
export function mayBeHidden(presence: Pick<PresenceKeeper, 'looksInVain'>, before = 0): boolean {
  return import.meta.env.FIREFOX && presence.looksInVain() - before > 1;
}
