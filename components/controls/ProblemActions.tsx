import type { ComponentChildren } from 'preact';
import { asksForPerson } from '@/components/parts/problemWords';
import type { Problem } from '@/lib/problem';
import { words } from '@/lib/words';
import { PermissionLink } from './PermissionLink';

interface ProblemActionsProps {
  problem: Problem;
  onMessenger: () => void;
  /** The extension's page where access is given back. */
  permissionAddress: string;
  /** What there is besides: trying again. */
  children?: ComponentChildren;
}

/** The ways on from a problem with VK: access given back, whatever VK wants of the person there, trying again. */
export function ProblemActions({ problem, onMessenger, permissionAddress, children }: ProblemActionsProps) {
  return (
    <>
      {problem.kind === 'notPermitted' && <PermissionLink address={permissionAddress} />}
      {asksForPerson(problem) && (
        <button type="button" class="button button-main" onClick={onMessenger}>
          {words(problem.kind === 'signedOut' ? 'signInAgain' : 'messengerLink')}
        </button>
      )}
      {children}
    </>
  );
}
