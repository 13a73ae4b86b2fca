import type { Link } from './types';

const day = 24 * 60 * 60_000;

/** A link that was not used for so long is asked about: 180 days. */
const longUnused = 180 * day;

/** Use is noted once a day. */
const noted = day;

/** What the last use of a link means. `now`: unix milliseconds. */
export function lastUse({ usedAt }: Pick<Link, 'usedAt'>, now: number): 'fresh' | 'toNote' | 'longAgo' {
  const age = now - usedAt;
  if (age > longUnused) return 'longAgo';
  return Math.abs(age) > noted ? 'toNote' : 'fresh';
}
