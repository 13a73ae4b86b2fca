import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { answerBackground } from '@/lib/messages/answer';
import type { InvitationQuestions } from '@/lib/messages/invitation';
import { ask } from '@/lib/messages/send';
import { sferumPatterns } from '@/lib/sites/sferum';
import { createCover } from './cover';

/**
 * Guards invitations of parents. On other pages of Сферум it only listens, in case the page turns into an invitation without
 * loading.
 */
export default defineContentScript({
  matches: [...sferumPatterns],
  runAt: 'document_start',
  main(context) {
    /** The invitation of this document: the page may drop it from its address when it has failed. */
    let invitation: string | null = null;
    let allowed = false;
    const cover = createCover();

    async function check(): Promise<void> {
      if (!invitation || allowed) return;
      const verdict = await ask('invitation.check', { address: invitation }).catch(() => null);
      // Not knowing changes nothing: a cover stays, an open page stays open.
      if (!verdict || !context.isValid) return;
      if (verdict.conflict) cover.put(invitation);
      // What stands below was made for the person who has left.
      else if (cover.isThere) location.replace(invitation);
    }

    answerBackground<InvitationQuestions>({
      async 'invitation.recheck'({ address }) {
        if (isParentInvitation(address)) invitation = address;
        await check();
        return null;
      },
      async 'invitation.uncover'() {
        allowed = true;
        cover.remove();
        return null;
      },
    });
    context.onInvalidated(cover.remove);
    // A page that the browser kept in memory comes back as it was, and somebody else may have signed in meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void check();
    });

    if (!isParentInvitation(location.href)) return;
    invitation = location.href;
    void check();
  },
});
