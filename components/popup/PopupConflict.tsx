import './PopupConflict.css';
import { useState } from 'preact/hooks';
import { whoWords } from '@/components/conflict/whoWords';
import { Icon } from '@/components/parts/Icon';
import { WaysTo } from '@/components/ways/WaysTo';
import type { PopupView } from '@/lib/messages/popup';
import { words } from '@/lib/words';

/** Two people meet at the diary that is open: one line that says who is signed in, and unfolds to the ways out. */
export function PopupConflict({ conflict }: { conflict: NonNullable<PopupView['conflict']> }) {
  const { goal, notice } = conflict;
  const [isUnfolded, setIsUnfolded] = useState(false);
  return (
    <details class="popup-conflict" onToggle={(event) => setIsUnfolded(event.currentTarget.open)}>
      <summary>
        <Icon name="warning" />
        <span class="popup-conflict-line">{words('conflictShort', whoWords(notice))}</span>
        <Icon name="unfold" />
      </summary>
      {isUnfolded && (
        <WaysTo
          goal={goal}
          present={notice.present.name}
          inPopup
          lead={(choosing) => (
            <p>
              {words('conflictPresent', whoWords(notice))}
              {choosing && ` ${notice.wanted ? words('conflictChoose', notice.wanted) : words('conflictChooseSelf')}`}
            </p>
          )}
        />
      )}
    </details>
  );
}
