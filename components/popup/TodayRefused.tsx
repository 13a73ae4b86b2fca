import { ActiveProfileQuestion } from '@/components/conflict/ActiveProfileQuestion';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import type { Goal } from '@/lib/conflict/ways';
import type { OpenOutcome } from '@/lib/messages/opening';
import { words } from '@/lib/words';
import { PopupConflict } from './PopupConflict';

interface TodayRefusedProps {
  outcome: OpenOutcome | { kind: 'failed' };
  /** Opaque id of the call that was to be opened. */
  id: string;
  onAgain: (anyway: boolean) => void;
  onHide: () => void;
}

/** Why a call did not simply open, and the ways on. */
export function TodayRefused({ outcome, id, onAgain, onHide }: TodayRefusedProps) {
  const goal: Goal = { kind: 'call', id };
  const again = (
    <button type="button" class="button" onClick={() => onAgain(outcome.kind !== 'failed')}>
      {words(outcome.kind === 'failed' ? 'retry' : 'joinAnyway')}
    </button>
  );
  if (outcome.kind === 'conflict')
    return (
      <div class="today-diary" role="alert">
        <PopupConflict conflict={{ goal, notice: outcome.notice }} />
        <div class="actions">{again}</div>
      </div>
    );
  if (outcome.kind === 'ask')
    return (
      <ActiveProfileQuestion wanted={outcome.wanted} goal={goal} inPopup onOpen={() => onAgain(true)} onHide={onHide} />
    );
  return (
    <Notice tone="warning" role="alert" actions={outcome.kind !== 'gone' && again}>
      <p>{wordsOf(outcome)}</p>
    </Notice>
  );
}

function wordsOf(outcome: TodayRefusedProps['outcome']): string {
  switch (outcome.kind) {
    case 'signedOut':
      return words('openSignedOut');
    case 'gone':
      return words('openGone');
    case 'problem':
      return problemWords(outcome.problem);
    default:
      return words('callFailed');
  }
}
