import { browser } from 'wxt/browser';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { askTab } from '@/lib/messages/askTab';
import type { NoticeView } from '@/lib/messages/invitation';
import { sferumPatterns } from '@/lib/sites/sferum';
import { findObstacle } from './obstacle';

/** The guard over invitations of parents that are opened while the pupil is signed in. */
export interface InvitationGuard {
  /** Who is in the way of an invitation; `null`: nobody, it is none, or it could not be found out. */
  read(sender: Sender, address: string): Promise<NoticeView>;
  /** The session changed: open invitations ask again. */
  sessionMoved(): Promise<void>;
  /** A page of Сферум moved on to another address, perhaps without loading. */
  pageMoved(tabId: number, address: string): Promise<void>;
  /** Takes the notice away from the page of a tab. */
  uncover(tabId: number): Promise<void>;
}

export function createInvitationGuard(services: Services): InvitationGuard {
  return {
    async read(sender, address) {
      if (!isParentInvitation(address)) return null;
      const obstacle = await findObstacle({ kind: 'address', address }, sender, services);
      // Not knowing covers nothing: the page itself says what is wrong.
      return obstacle.ok ? (obstacle.value?.notice ?? null) : null;
    },
    async sessionMoved() {
      const tabs = await browser.tabs.query({ url: [...sferumPatterns] });
      await Promise.all(
        tabs.map(({ id, url }) => (id === undefined ? null : askTab(id, 'invitation.recheck', { address: url ?? '' }))),
      );
    },
    async pageMoved(tabId, address) {
      if (isParentInvitation(address)) await askTab(tabId, 'invitation.recheck', { address });
    },
    async uncover(tabId) {
      await askTab(tabId, 'invitation.uncover', {});
    },
  };
}
