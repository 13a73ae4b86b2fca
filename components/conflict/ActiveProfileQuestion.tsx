import { useState } from 'preact/hooks';
import { Notice } from '@/components/parts/Notice';
import { WaysTo } from '@/components/ways/WaysTo';
import type { Goal } from '@/lib/conflict/ways';
import { words } from '@/lib/words';

interface ActiveProfileQuestionProps {
  /** Given name of the one who should be active. */
  wanted: string;
  goal: Goal;
  /** In the toolbar popup, where there is little room. */
  inPopup?: boolean;
  onOpen: () => void;
  onHide: () => void;
}

/** Several people are signed in: «Это Мария?» Whoever says no is led to the ways to change that. */
export function ActiveProfileQuestion({ wanted, goal, inPopup, onOpen, onHide }: ActiveProfileQuestionProps) {
  const [isAnother, setIsAnother] = useState(false);
  const hide = (
    <button type="button" class="button button-quiet" onClick={onHide}>
      {words('hide')}
    </button>
  );
  if (isAnother)
    return (
      <Notice
        tone="calm"
        actions={
          <>
            <button type="button" class="button" onClick={onOpen}>
              {words('askChanged')}
            </button>
            {hide}
          </>
        }
      >
        <WaysTo
          goal={goal}
          present=""
          inPopup={inPopup}
          lead={() => (
            <p class="strong" role="alert">
              {words('askChange', wanted)}
            </p>
          )}
        />
      </Notice>
    );
  return (
    <Notice
      tone="calm"
      role="alert"
      actions={
        <>
          <button type="button" class="button button-main" onClick={onOpen}>
            {words('askYes')}
          </button>
          <button type="button" class="button" onClick={() => setIsAnother(true)}>
            {words('askNo')}
          </button>
          {hide}
        </>
      }
    >
      <p class="strong">{words('askSentence', wanted)}</p>
    </Notice>
  );
}
