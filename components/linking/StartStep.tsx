import { ConflictNotice } from '@/components/conflict/ConflictNotice';
import { PermissionLink } from '@/components/controls/PermissionLink';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import { Step } from '@/components/parts/Step';
import type { ConflictView } from '@/lib/messages/conflict';
import type { Problem } from '@/lib/problem';
import { words } from '@/lib/words';
import { CancelButton, MainButton, OtherButton } from './Buttons';
import { Hints } from './Hints';

interface StartStepProps {
  problem: Problem | null;
  conflict: ConflictView | null;
  permissionAddress: string;
  takesFocus: boolean;
  onBegin: () => void;
  /** VK ID's window was closed: there is a way without it. */
  onSkipVkid: (() => void) | undefined;
  onSamePerson: () => void;
  onCancel: () => void;
}

/** «Авторизация в Сферум»: the beginning, or where the last attempt ended and why. */
export function StartStep(props: StartStepProps) {
  const { problem, conflict, permissionAddress, takesFocus, onBegin, onSkipVkid, onSamePerson, onCancel } = props;
  const isBarred = problem?.kind === 'notPermitted';
  const BeginButton = isBarred ? OtherButton : MainButton;
  return (
    <Step
      heading={words('linkingHeading')}
      sentence={words('linkingSentence')}
      takesFocus={takesFocus}
      // The notice has its own «Проверить ещё раз», which is the same.
      actions={
        conflict ? (
          <CancelButton onClick={onCancel} />
        ) : (
          <>
            <BeginButton onClick={onBegin}>{words('linkingBegin')}</BeginButton>
            {onSkipVkid && <OtherButton onClick={onSkipVkid}>{words('linkingWithoutVkid')}</OtherButton>}
          </>
        )
      }
      below={
        <>
          {!conflict && (
            <div class="gives">
              <h2>{words('linkingGives')}</h2>
              <ul>
                <li>{words('linkingGivesChats')}</li>
                <li>{words('linkingGivesCalls')}</li>
                <li>{words('linkingGivesCheck')}</li>
              </ul>
            </div>
          )}
          <Hints keys={['hintNoPage', 'hintParentNumber']} />
        </>
      }
    >
      {problem && (
        <Notice
          tone={problem.kind === 'cancelled' ? 'calm' : 'warning'}
          role="alert"
          actions={isBarred && <PermissionLink address={permissionAddress} />}
        >
          <p>{problemWords(problem)}</p>
        </Notice>
      )}
      {conflict && (
        <ConflictNotice notice={conflict} goal={{ kind: 'diary' }} onRecheck={onBegin} onSamePerson={onSamePerson} />
      )}
    </Step>
  );
}
