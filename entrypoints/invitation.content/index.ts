import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isParentInvitation } from '@/lib/conflict/invitation';
import { answerBackground } from '@/lib/messages/answer';
import type { InvitationQuestions } from '@/lib/messages/invitation';
import { ask, isOrphaned } from '@/lib/messages/send';
import { onceActivated } from '@/lib/onceActivated';
import { sferumPatterns } from '@/lib/sites/sferum';
import { takeOver } from '@/lib/takeOver';
import { createTurns } from '@/lib/turns';
import { createCover, removeLeftCover } from './cover';

/**
 * Guards invitations of parents. On other pages of Сферум it only listens, in case the page turns into an invitation without
 * loading.
 */
export default defineContentScript({
  matches: [...sferumPatterns],
  runAt: 'document_start',
  main() {
    const { signal } = takeOver('invitation');
    if (signal.aborted) return;
    /** The invitation of this document: the page may drop it from its address when it has failed. */
    let invitation: string | null = null;
    let allowed = false;
    const turn = createTurns();
    removeLeftCover();
    const cover = createCover();

    async function check(): Promise<void> {
      if (!invitation || allowed) return;
      const isLast = turn();
      const verdict = await ask('invitation.check', { address: invitation }).catch(() => null);
      // Somebody signed in or out meanwhile: what was asked later is true.
      if (!isLast()) return;
      if (signal.aborted || isOrphaned()) cover.remove();
      // No answer changes nothing: a cover stays and offers a way on, an open page stays open.
      else if (verdict?.covers) cover.put(invitation);
      else if (verdict && cover.isNotice) loadAnew(invitation);
      else if (verdict) cover.remove();
    }

    function uncover(): void {
      allowed = true;
      cover.remove();
    }

    answerBackground<InvitationQuestions>({
      async 'invitation.recheck'({ address }) {
        if (isParentInvitation(address)) invitation = address;
        await check();
        return null;
      },
      async 'invitation.uncover'() {
        uncover();
        return null;
      },
    });
    signal.addEventListener('abort', cover.remove);
    // A page that the browser kept in memory comes back as it was, and somebody else may have signed in meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => persisted && void check(), { signal });

    if (!isParentInvitation(location.href)) return;
    invitation = location.href;
    // The page acts as soon as it runs: who is signed in is found out behind the cover.
    cover.wait(uncover);
    void onceActivated().then(check);
  },
});

/** Loads the page again: what stands there was made for the person who has left. The address alone, with a `#` in it, would load nothing. */
function loadAnew(invitation: string): void {
  history.replaceState(history.state, '', invitation);
  location.reload();
}
