import { Notice } from '@/components/parts/Notice';
import { WaysTo } from '@/components/ways/WaysTo';
import type { Goal } from '@/lib/conflict/ways';
import type { ConflictView } from '@/lib/messages/conflict';
import { words } from '@/lib/words';
import { whoWords } from './whoWords';

interface ConflictNoticeProps {
  notice: ConflictView;
  /** What the person wanted: each way out leads to it. */
  goal: Goal;
  /** The lesson or the chat that was to be opened; empty where that is plain. */
  about?: string | undefined;
  onRecheck: () => void;
  /** «Это тоже мой дневник»: only where the profile is linked to another diary. */
  onSamePerson?: (() => void) | undefined;
  /** Goes on whoever is signed in, with a button of this name. */
  anyway?: { label: string; onClick: () => void } | undefined;
}

/** Whose Сферум is open in this browser, and the ways to come to one's own. */
export function ConflictNotice({ notice, goal, about, onRecheck, onSamePerson, anyway }: ConflictNoticeProps) {
  const { present, wanted, reason, linkedDiary } = notice;
  const isLinked = reason === 'linkedToAnotherPerson';
  const choose = isLinked
    ? words('conflictLinkedChoose')
    : wanted
      ? words('conflictChoose', wanted)
      : words('conflictChooseSelf');
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <button type="button" class="button" onClick={onRecheck}>
            {words('conflictAgain')}
          </button>
          {anyway && (
            <button type="button" class="button button-quiet" onClick={anyway.onClick}>
              {anyway.label}
            </button>
          )}
        </>
      }
    >
      <WaysTo
        goal={goal}
        present={present.name}
        lead={(choosing) =>
          isLinked ? (
            <>
              <div role="alert">
                <p class="strong">{words('conflictLinked', whoWords(notice))}</p>
                {linkedDiary && <p>{words('conflictLinkedThere', linkedDiary.name, linkedDiary.place)}</p>}
                {wanted && <p>{words('conflictLinkedHere', wanted)}</p>}
              </div>
              {onSamePerson && (
                <>
                  <p>{words('conflictLinkedOwn')}</p>
                  <div class="actions">
                    <button type="button" class="button" onClick={onSamePerson}>
                      {words('conflictSame')}
                    </button>
                  </div>
                </>
              )}
              {choosing && <p>{choose}</p>}
            </>
          ) : (
            <div role="alert">
              {about && <p>{words('conflictAbout', about)}</p>}
              <p class="strong">
                {words('conflictPresent', whoWords(notice))}
                {choosing && ` ${choose}`}
              </p>
            </div>
          )
        }
      />
    </Notice>
  );
}
