import { ProblemActions } from '@/components/controls/ProblemActions';
import { SchoolInMax } from '@/components/max/SchoolInMax';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import type { PresenceView } from '@/lib/messages/section';
import { words } from '@/lib/words';
import { ConflictNotice } from './ConflictNotice';

interface AbsenceNoticeProps {
  presence: PresenceView;
  onSignIn: () => void;
  onRecheck: () => void;
  /** The extension's page where access is given back. */
  permissionAddress: string;
}

/** Why nothing of the linked profile is shown; nothing while the profile is signed in. */
export function AbsenceNotice({ presence, onSignIn, onRecheck, permissionAddress }: AbsenceNoticeProps) {
  switch (presence.kind) {
    case 'here':
    case 'asking':
      return null;
    case 'other':
      return <ConflictNotice notice={presence.notice} goal={{ kind: 'diary' }} onRecheck={onRecheck} />;
    case 'signedOut':
      return (
        <>
          {presence.hasNoProfile && <SchoolInMax sign="noProfile" />}
          <Notice
            tone="calm"
            role="status"
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
      );
    case 'unknown': {
      const { problem } = presence;
      return (
        <Notice
          tone="warning"
          role="status"
          actions={
            <ProblemActions problem={problem} onMessenger={onSignIn} permissionAddress={permissionAddress}>
              <button type="button" class="button" onClick={onRecheck}>
                {words('retry')}
              </button>
            </ProblemActions>
          }
        >
          <p>{words('presenceUnknown')}</p>
          <p>{problemWords(problem)}</p>
        </Notice>
      );
    }
  }
}
