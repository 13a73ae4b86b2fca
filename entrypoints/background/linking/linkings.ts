import type { Perishable } from '@/entrypoints/background/browser/expiry';
import type { Clock } from '@/lib/clock';
import { keptLinkings, toKept } from '@/lib/linking/kept';
import { isExpired, linkingLifetime } from '@/lib/linking/limits';
import type { Linking } from '@/lib/linking/steps';

/** The linkings under way, by the key of the diary account: whole in memory, and on disk what is needed to go on. */
export interface Linkings extends Perishable {
  get(accountKey: string): Promise<Linking | null>;
  keys(): Promise<string[]>;
  keep(accountKey: string, linking: Linking | null): Promise<void>;
}

/** Makes the keeper of linkings. */
export function createLinkings(clock: Clock): Linkings {
  const live = new Map<string, Linking>();
  let loading: Promise<void> | null = null;

  function load(): Promise<void> {
    loading ??= keptLinkings.get().then((kept) => {
      for (const [key, linking] of Object.entries(kept)) live.set(key, linking);
    });
    return loading;
  }

  async function keep(accountKey: string, linking: Linking | null): Promise<void> {
    await load();
    if (linking) live.set(accountKey, linking);
    else live.delete(accountKey);
    const kept = toKept(linking);
    await keptLinkings.update(({ [accountKey]: _, ...others }) => (kept ? { ...others, [accountKey]: kept } : others));
  }

  return {
    keep,
    async get(accountKey) {
      await load();
      const linking = live.get(accountKey);
      return linking && !isExpired(linking, clock.computerNow()) ? linking : null;
    },
    async keys() {
      await load();
      return [...live.keys()];
    },
    async deleteDead() {
      await load();
      const now = clock.computerNow();
      for (const [key, linking] of live) if (isExpired(linking, now)) await keep(key, null);
      const ends = [...live.values()].map(({ startedAt }) => startedAt + linkingLifetime + 1 - now);
      return ends.length > 0 ? Math.min(...ends) : null;
    },
  };
}
