import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import { useArrivingFocus } from '@/components/parts/useArrivingFocus';
import type { ConflictView } from '@/lib/messages/conflict';
import type { OpenOutcome } from '@/lib/messages/opening';
import { words } from '@/lib/words';
import { ConflictNotice } from './ConflictNotice';

interface OutcomeNoticeProps {
  outcome: OpenOutcome | { kind: 'failed' };
  /** The ways out of a conflict. */
  waysOut: (notice: ConflictView) => ComponentChildren;
  /** Opens the same again; `anyway`: whoever is signed in. */
  onAgain: (anyway: boolean) => void;
  onSignIn: () => void;
  onHide: () => void;
}

/**
 * How opening a call, a chat or Сферум ended, where it did not simply open. It stays in sight however far the list below is
 * scrolled, and takes the focus.
 */
export function OutcomeNotice(props: OutcomeNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  useArrivingFocus(place);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no fields
    <div class="outcome" role="group" aria-label={words('outcomeLabel')} ref={place} tabIndex={-1}>
      <Said {...props} />
    </div>
  );
}

function Said({ outcome, waysOut, onAgain, onSignIn, onHide }: OutcomeNoticeProps) {
  const hide = (
    <button type="button" class="button button-quiet" onClick={onHide}>
      {words('hide')}
    </button>
  );
  switch (outcome.kind) {
    case 'opened':
      return null;
    case 'conflict':
      return (
        <ConflictNotice
          notice={outcome.notice}
          ways={waysOut(outcome.notice)}
          onRecheck={() => onAgain(false)}
          anyway={{ label: words('openAnyway'), onClick: () => onAgain(true) }}
        />
      );
    case 'ask':
      return (
        <Notice
          tone="calm"
          role="alert"
          actions={
            <>
              <button type="button" class="button button-main" onClick={() => onAgain(true)}>
                {words('askYes')}
              </button>
              <button type="button" class="button" onClick={onHide}>
                {words('no')}
              </button>
            </>
          }
        >
          <p class="strong">{words('askSentence', outcome.wanted)}</p>
        </Notice>
      );
    case 'signedOut':
      return (
        <Notice
          tone="warning"
          role="alert"
          actions={
            <>
              <button type="button" class="button button-main" onClick={onSignIn}>
                {words('signInAgain')}
              </button>
              {hide}
            </>
          }
        >
          <p>{words('openSignedOut')}</p>
        </Notice>
      );
    case 'gone':
      return (
        <Notice tone="calm" role="alert" actions={hide}>
          <p>{words('openGone')}</p>
        </Notice>
      );
    case 'problem':
    case 'failed':
      return (
        <Notice
          tone="warning"
          role="alert"
          actions={
            <>
              <button type="button" class="button" onClick={() => onAgain(false)}>
                {words('retry')}
              </button>
              {hide}
            </>
          }
        >
          <p>{outcome.kind === 'problem' ? problemWords(outcome.problem) : words('callFailed')}</p>
        </Notice>
      );
  }
}
