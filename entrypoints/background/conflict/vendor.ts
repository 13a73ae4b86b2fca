import type { Services } from '@/entrypoints/background/services/services';
import { judge } from '@/lib/conflict/rules';
import type { DiaryAccount } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';

/** The vendor's own linking button in the diary: what is known to stand in its way. */
export interface VendorGuard {
  /** Whether it is already known, without asking VK, that another person's profile would be linked. */
  isConflictKnown(account: DiaryAccount): Promise<boolean>;
  /** The button of a tab was stopped; its section tells why. */
  stop(tabId: number): void;
  isStopped(tabId: number): boolean;
  /** «Всё равно продолжить». */
  release(tabId: number): void;
}

export function createVendorGuard({ presence, profiles }: Services): VendorGuard {
  const stopped = new Set<number>();
  return {
    async isConflictKnown(account) {
      const tokens = await presence.known();
      const people = await Promise.all((tokens ?? []).map(({ profileId }) => profiles.known(profileId)));
      const here = people.flatMap((profile) => profile ?? []);
      if (here.length === 0 || here.length < people.length) return false;
      const verdict = judge({
        purpose: 'linking',
        account,
        profiles: here,
        links: Object.values(await links.get()),
        profileId: null,
      });
      return verdict.kind === 'conflict';
    },
    stop: (tabId) => void stopped.add(tabId),
    isStopped: (tabId) => stopped.has(tabId),
    release: (tabId) => void stopped.delete(tabId),
  };
}
