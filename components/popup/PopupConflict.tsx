import { whoWords } from '@/components/conflict/whoWords';
import { WaysTo } from '@/components/ways/WaysTo';
import type { PopupView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

/** Two people meet at the diary that is open: who is signed in, and the ways out. */
export function PopupConflict({ conflict }: { conflict: NonNullable<PopupView['conflict']> }) {
  const { goal, notice } = conflict;
  return (
    <section>
      <p class="strong" role="alert">
        {words('conflictSentence', whoWords(notice), notice.wanted || words('conflictSelf'))}
      </p>
      <WaysTo goal={goal} present={notice.present.name} inPopup />
    </section>
  );
}
