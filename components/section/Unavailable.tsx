import { problemWords } from '@/components/parts/problemWords';
import { Step } from '@/components/parts/Step';
import type { Problem } from '@/lib/problem';
import { words } from '@/lib/words';

interface DiaryUnavailableProps {
  problem: Problem;
  signInAddress: string;
  onRetry: () => void;
}

/** The diary does not say who is signed in. */
export function DiaryUnavailable({ problem, signInAddress, onRetry }: DiaryUnavailableProps) {
  if (problem.kind === 'signedOut')
    return (
      <Step
        // Another step, to which the focus is led.
        key="signedOut"
        heading={words('diarySignedOutHeading')}
        sentence={words('diarySignedOutSentence')}
        actions={
          <a class="button button-main" href={signInAddress} target="_top">
            {words('diarySignIn')}
          </a>
        }
      />
    );
  return (
    <Step
      heading={words('diaryUnavailableHeading')}
      sentence={problemWords(problem)}
      actions={
        <button type="button" class="button button-main" onClick={onRetry}>
          {words('retry')}
        </button>
      }
    />
  );
}

/** This page outlived its extension: only the diary's page, loaded anew, brings a living one. */
export function Orphaned({ pageAddress }: { pageAddress: string | null }) {
  return (
    <Step
      heading={words('sectionTitle')}
      sentence={words('reloadPage')}
      actions={
        pageAddress && (
          <a class="button button-main" href={pageAddress} target="_top">
            {words('reloadPageLink')}
          </a>
        )
      }
    />
  );
}

/** The background could not answer: a defect of ours. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <Step
      heading={words('sectionTitle')}
      sentence={words('failed')}
      actions={
        <button type="button" class="button button-main" onClick={onRetry}>
          {words('retry')}
        </button>
      }
    />
  );
}
