import './OutcomeNotice.css';
import { useRef } from 'preact/hooks';
import { ProblemActions } from '@/components/controls/ProblemActions';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import { useArrivingFocus } from '@/components/parts/useArrivingFocus';
import { SettingsLink } from '@/components/settings/SettingsLink';
import type { Goal } from '@/lib/conflict/ways';
import type { OpenOutcome } from '@/lib/messages/opening';
import { words } from '@/lib/words';
import { ActiveProfileQuestion } from './ActiveProfileQuestion';
import { ConflictNotice } from './ConflictNotice';

interface OutcomeNoticeProps {
  outcome: OpenOutcome | { kind: 'failed' };
  /** What was to be opened: the ways out of a conflict lead to it. */
  goal: Goal;
  /** Its name, of a lesson or a chat, where the person is not looking at it. */
  about?: string | undefined;
  /** The extension's page where access is given back. */
  permissionAddress: string;
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

function Said({ outcome, goal, about, permissionAddress, onAgain, onSignIn, onHide }: OutcomeNoticeProps) {
  const hide = (
    <button type="button" class="button button-quiet" onClick={onHide}>
      {words('hide')}
    </button>
  );
  const anyway = words(goal.kind === 'call' ? 'joinAnyway' : 'openAnyway');
  const isSwitchedOff = outcome.kind === 'problem' && outcome.problem.kind === 'switchedOff';
  switch (outcome.kind) {
    case 'moved':
      return null;
    case 'opened':
      return (
        <Notice tone="calm" role="alert" actions={hide}>
          <p>{outcome.as === null ? words('checkWhoJoins') : words('joinsAs', outcome.as)}</p>
        </Notice>
      );
    case 'conflict':
      return (
        <ConflictNotice
          notice={outcome.notice}
          goal={goal}
          about={about}
          onRecheck={() => onAgain(false)}
          anyway={{ label: anyway, onClick: () => onAgain(true) }}
        />
      );
    case 'ask':
      return <ActiveProfileQuestion wanted={outcome.wanted} goal={goal} onOpen={() => onAgain(true)} onHide={onHide} />;
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
              {outcome.kind === 'problem' && (
                <ProblemActions
                  problem={outcome.problem}
                  onMessenger={onSignIn}
                  permissionAddress={permissionAddress}
                />
              )}
              {isSwitchedOff ? (
                <SettingsLink part="vk" class="button" />
              ) : (
                <button type="button" class="button" onClick={() => onAgain(false)}>
                  {words('retry')}
                </button>
              )}
              {outcome.kind === 'problem' && (
                <button type="button" class="button" onClick={() => onAgain(true)}>
                  {anyway}
                </button>
              )}
              {hide}
            </>
          }
        >
          <p>{outcome.kind === 'problem' ? problemWords(outcome.problem) : words('callFailed')}</p>
        </Notice>
      );
  }
}
