import type { ComponentChildren } from 'preact';
import { Notice } from '@/components/parts/Notice';
import { PermissionLink } from '@/components/parts/PermissionLink';
import { problemWords } from '@/components/parts/problemWords';
import type { ConflictView } from '@/lib/messages/conflict';
import type { PresenceView } from '@/lib/messages/section';
import { words } from '@/lib/words';
import { ConflictNotice } from './ConflictNotice';

interface AbsenceNoticeProps {
  presence: PresenceView;
  /** The ways out of a conflict. */
  waysOut: (notice: ConflictView) => ComponentChildren;
  onSignIn: () => void;
  onRecheck: () => void;
  /** The extension's page where access is given back. */
  permissionAddress: string;
}

/** Why nothing of the linked profile is shown; nothing while the profile is signed in. */
export function AbsenceNotice({ presence, waysOut, onSignIn, onRecheck, permissionAddress }: AbsenceNoticeProps) {
  switch (presence.kind) {
    case 'here':
      return null;
    case 'other':
      return <ConflictNotice notice={presence.notice} ways={waysOut(presence.notice)} onRecheck={onRecheck} />;
    case 'signedOut':
      return (
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
        </Notice>
      );
    case 'unknown':
      return (
        <Notice
          tone="warning"
          role="status"
          actions={
            <>
              {presence.problem.kind === 'notPermitted' && <PermissionLink address={permissionAddress} />}
              <button type="button" class="button" onClick={onRecheck}>
                {words('retry')}
              </button>
              {presence.problem.kind === 'captcha' && (
                <button type="button" class="button" onClick={onSignIn}>
                  {words('messengerLink')}
                </button>
              )}
            </>
          }
        >
          <p>{words('presenceUnknown')}</p>
          <p>{problemWords(presence.problem)}</p>
        </Notice>
      );
  }
}
