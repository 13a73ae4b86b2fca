import type { ComponentChildren } from 'preact';
import { Notice } from '@/components/parts/Notice';
import type { ConflictView } from '@/lib/messages/conflict';
import { words } from '@/lib/words';

interface ConflictNoticeProps {
  notice: ConflictView;
  /** The ways to come to one's own Сферум. */
  ways: ComponentChildren;
  onRecheck: () => void;
  /** «Это тоже мой дневник»: only where the profile is linked to another diary. */
  onSamePerson?: (() => void) | undefined;
  /** Goes on whoever is signed in, with a button of this name. */
  anyway?: { label: string; onClick: () => void } | undefined;
}

/** Whose Сферум is open in this browser, and the ways to come to one's own. */
export function ConflictNotice({ notice, ways, onRecheck, onSamePerson, anyway }: ConflictNoticeProps) {
  const { present, wanted, reason } = notice;
  const who = [present.name, present.roles].filter(Boolean).join(', ') || words('conflictSomebody');
  const isLinked = reason === 'linkedToAnotherPerson';
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <button type="button" class="button" onClick={onRecheck}>
            {words('conflictAgain')}
          </button>
          {isLinked && onSamePerson && (
            <button type="button" class="button" onClick={onSamePerson}>
              {words('conflictSame')}
            </button>
          )}
          {anyway && (
            <button type="button" class="button button-quiet" onClick={anyway.onClick}>
              {anyway.label}
            </button>
          )}
        </>
      }
    >
      <div role="alert">
        {isLinked ? (
          <>
            <p class="strong">{words('conflictLinked', who)}</p>
            <p>{words('conflictLinkedOwn')}</p>
          </>
        ) : (
          <p class="strong">{wanted ? words('conflictSentence', who, wanted) : words('conflictSentenceSelf', who)}</p>
        )}
      </div>
      {ways}
    </Notice>
  );
}
