import { ProblemActions } from '@/components/controls/ProblemActions';
import { SchoolInMax } from '@/components/max/SchoolInMax';
import { ReadOut } from '@/components/pages/ReadOut';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import type { PresenceView } from '@/lib/messages/section';
import { words } from '@/lib/words';
import { ConflictNotice } from './ConflictNotice';

interface AbsenceNoticeProps {
  /** `undefined`: not known yet, or said already. */
  presence: PresenceView | undefined;
  onSignIn: () => void;
  onRecheck: () => void;
  /** The extension's page where access is given back. */
  permissionAddress: string;
}

/** Why nothing of the linked profile is shown; nothing while the profile is signed in. */
export function AbsenceNotice({ presence, onSignIn, onRecheck, permissionAddress }: AbsenceNoticeProps) {
  return (
    <>
      {presence?.kind === 'other' && (
        <ConflictNotice notice={presence.notice} goal={{ kind: 'diary' }} onRecheck={onRecheck} />
      )}
      <ReadOut>
        {presence?.kind === 'signedOut' && (
          <>
            {presence.hasNoProfile && <SchoolInMax sign="noProfile" />}
            <Notice
              tone="calm"
              actions={
                <>
                  <button type="button" class="button button-main" onClick={onSignIn}>
                    {words('signInAgain')}
                  </button>
                  <button type="button" class="button" onClick={onRecheck}>
                    {words('signedInAlready')}
                  </button>
                </>
              }
            >
              <p>{words('presenceSignedOut')}</p>
              {presence.mayBeHidden && <p>{words('presenceHidden')}</p>}
            </Notice>
          </>
        )}
        {presence?.kind === 'unknown' && (
          <Notice
            tone="warning"
            actions={
              <ProblemActions problem={presence.problem} onMessenger={onSignIn} permissionAddress={permissionAddress}>
                <button type="button" class="button" onClick={onRecheck}>
                  {words('retry')}
                </button>
              </ProblemActions>
            }
          >
            <p>{words('presenceUnknown')}</p>
            <p>{problemWords(presence.problem)}</p>
          </Notice>
        )}
      </ReadOut>
    </>
  );
}
