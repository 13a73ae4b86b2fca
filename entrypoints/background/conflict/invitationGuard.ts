import { browser } from 'wxt/browser';
import type { Sender } from '@/entrypoints/background/sender';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { askTab } from '@/lib/messages/askTab';
import type { NoticeView } from '@/lib/messages/invitation';
import { sferumPatterns } from '@/lib/sites/sferum';
import { type Door, noticeOf } from './door';

/** The guard over invitations of parents that are opened while the pupil is signed in. */
export interface InvitationGuard {
  /** Who is in the way of an invitation, or that nobody can say so; `null`: nobody is, or it is none. */
  read(sender: Sender, address: string): Promise<NoticeView>;
  /** The session changed: open invitations ask again. */
  sessionMoved(): Promise<void>;
  /** A page of Сферум moved on to another address, perhaps without loading. */
  pageMoved(tabId: number, address: string): Promise<void>;
  /** Takes the notice away from the page of a tab. */
  uncover(tabId: number): Promise<void>;
}

export function createInvitationGuard(door: Door): InvitationGuard {
  return {
    async read(sender, address) {
      if (!isParentInvitation(address)) return null;
      const { verdict } = await door.ask({ kind: 'address', address }, sender);
      if (verdict.kind === 'conflict') return { kind: 'conflict', notice: noticeOf(verdict) };
      return verdict.kind === 'notKnown' ? verdict : null;
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
