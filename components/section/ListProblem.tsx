import { ProblemActions } from '@/components/controls/ProblemActions';
import { formatCountdown } from '@/components/parts/age';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import type { Problem } from '@/lib/problem';
import { words } from '@/lib/words';

export interface ListProblemProps {
  problem: Problem;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  onRetry: () => void;
  onMessenger: () => void;
  /** The extension's page where access is given back. */
  permissionAddress: string;
}

/** Why a list is missing or old, and what to do. */
export function ListProblem({ problem, now, onRetry, onMessenger, permissionAddress }: ListProblemProps) {
  const left = limitLeft(problem, now);
  return (
    <Notice
      tone="warning"
      actions={
        <ProblemActions problem={problem} onMessenger={onMessenger} permissionAddress={permissionAddress}>
          {left !== null ? (
            // Not read out each second: the sentence before it was.
            <span class="countdown" aria-live="off">
              {words('retryIn', formatCountdown(left))}
            </span>
          ) : (
            <button type="button" class="button" onClick={onRetry}>
              {words('retry')}
            </button>
          )}
        </ProblemActions>
      }
    >
      <p>{problemWords(problem)}</p>
    </Notice>
  );
}

/** How long a service still wants to be left alone, milliseconds; `null`: it may be asked. */
export function limitLeft(problem: Problem | null | undefined, now: number): number | null {
  const left = problem?.kind === 'rateLimited' && problem.retryAt !== undefined ? problem.retryAt - now : 0;
  return left > 0 ? left : null;
}
