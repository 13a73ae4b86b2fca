import { browser } from 'wxt/browser';
import type { Sender } from '@/entrypoints/background/sender';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { askTab } from '@/lib/messages/askTab';
import type { NoticeView } from '@/lib/messages/invitation';
import { sferumPatterns } from '@/lib/sites/sferum';
import { type Door, noticeOf } from './door';

/** The guard over invitations of parents that are opened while the pupil is signed in. */
export interface InvitationGuard {
  /** Whether an invitation that was opened must be covered. */
  covers(sender: Sender, address: string): Promise<boolean>;
  /**
   * Who is in the way of an invitation, or that nobody can say so; `null`: nobody is, or it is none. A notice over what nobody could
   * say so of just now does not wait for it once more.
   */
  read(sender: Sender, address: string): Promise<NoticeView>;
  /** The session changed: open invitations ask again. */
  sessionMoved(): Promise<void>;
  /** A page of Сферум moved on to another address, perhaps without loading. */
  pageMoved(tabId: number, address: string): Promise<void>;
  /** Takes the notice away from the page of a tab. */
  uncover(tabId: number): Promise<void>;
}

/** A notice that was put is read within this time, milliseconds; one that stands longer asks anew. */
const loading = 2000;

export function createInvitationGuard(door: Door): InvitationGuard {
  /** What the last invitation was covered for, where nobody could say who is here; its notice is about to read it. */
  let unanswered: { address: string; view: NoticeView; at: number } | null = null;

  async function look(sender: Sender, address: string): Promise<NoticeView> {
    if (!isParentInvitation(address)) return null;
    const { verdict } = await door.ask({ kind: 'address', address }, sender);
    if (verdict.kind === 'conflict') return { kind: 'conflict', notice: noticeOf(verdict) };
    return verdict.kind === 'notKnown' ? verdict : null;
  }

  return {
    async covers(sender, address) {
      unanswered = null;
      const view = await look(sender, address);
      if (view?.kind === 'notKnown') unanswered = { address, view, at: performance.now() };
      return view !== null;
    },
    async read(sender, address) {
      const before = unanswered;
      unanswered = null;
      const isOfNow = before?.address === address && performance.now() - before.at < loading;
      return isOfNow ? before.view : look(sender, address);
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
