import { useEffect, useRef } from 'preact/hooks';
import { Page } from '@/components/pages/Page';
import { WaysTo } from '@/components/ways/WaysTo';
import type { NoticeView } from '@/lib/messages/invitation';
import { words } from '@/lib/words';
import { whoWords } from './whoWords';

interface InvitationNoticeProps {
  /** `undefined`: not known yet; `null`: nothing is in the way, the page below is about to be loaded again. */
  view: NoticeView | undefined;
  invitation: string;
  /** Asks once more who is there. */
  onAgain: () => void;
  onLeave: () => void;
}

/** The notice over an invitation of a parent that was opened while the pupil is signed in. */
export function InvitationNotice({ view, invitation, onAgain, onLeave }: InvitationNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = view !== undefined;
  useEffect(() => {
    // It covers the whole page: whoever cannot see it must come upon it first.
    if (isKnown) heading.current?.focus();
  }, [isKnown]);

  return (
    <Page hasHelp>
      <div role="alertdialog" aria-modal="true" aria-labelledby="notice-heading" aria-describedby="notice-sentence">
        <h1 id="notice-heading" ref={heading} tabIndex={-1}>
          {words('invitationHeading')}
        </h1>
        {!view && (
          <p id="notice-sentence" role="status">
            {words(isKnown ? 'invitationClear' : 'invitationChecking')}
          </p>
        )}
        {view && (
          <>
            {view.kind === 'conflict' ? (
              <WaysTo
                goal={{ kind: 'address', address: invitation }}
                present={view.notice.present.name}
                lead={(choosing) => (
                  <>
                    <p id="notice-sentence" class="strong">
                      {words('conflictPresent', whoWords(view.notice))}
                      {choosing && ` ${words('conflictChoose', words('waysParent'))}`}
                    </p>
                    <p class="pale">{words('invitationWhy')}</p>
                  </>
                )}
              />
            ) : (
              <p id="notice-sentence" class="strong">
                {words(view.problem.kind === 'switchedOff' ? 'invitationSwitchedOff' : 'invitationNotKnown')}
              </p>
            )}
            <div class="actions">
              {view.kind !== 'conflict' && view.problem.kind !== 'switchedOff' && (
                <button type="button" class="button button-main" onClick={onAgain}>
                  {words('conflictAgain')}
                </button>
              )}
              <button type="button" class="button button-quiet" onClick={onLeave}>
                {words('invitationOpenAnyway')}
              </button>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
