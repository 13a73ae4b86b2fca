import { useEffect, useState } from 'preact/hooks';
import { PermissionLink } from '@/components/controls/PermissionLink';
import { SchoolInMax } from '@/components/max/SchoolInMax';
import { ReadOut } from '@/components/pages/ReadOut';
import { Notice } from '@/components/parts/Notice';
import { problemWords } from '@/components/parts/problemWords';
import { Step } from '@/components/parts/Step';
import type { WaitingPurpose } from '@/lib/linking/steps';
import type { Problem } from '@/lib/problem';
import { type MessageKey, words } from '@/lib/words';
import { CancelButton, MainButton, OtherButton } from './Buttons';
import { Hints } from './Hints';

interface WaitingStepProps {
  purpose: WaitingPurpose;
  windowClosed: boolean;
  timedOut: boolean;
  /** Why the last look at who is signed in failed. */
  problem: Problem | null;
  /** The browser may keep the person's session from the extension. */
  mayBeHidden: boolean;
  messengerAddress: string;
  permissionAddress: string;
  takesFocus: boolean;
  onOpenWindow: () => void;
  onRecheck: () => void;
  onCancel: () => void;
}

/** How long «Проверяем…» stands before it is said that nothing was found, milliseconds. */
const patience = 3000;

const purposeWords = {
  signIn: { heading: 'signInHeading', sentence: 'signInSentence', open: 'signInOpen', done: 'signedInAlready' },
  creation: {
    heading: 'creationHeading',
    sentence: 'creationSentence',
    open: 'createProfile',
    done: 'createdAlready',
  },
  answer: { heading: 'answerHeading', sentence: 'answerSentence', open: 'messengerLink', done: 'conflictAgain' },
} as const satisfies Record<WaitingPurpose, Record<string, MessageKey>>;

/** An educational profile is waited for, or that VK Мессенджер answers who is there. */
export function WaitingStep(props: WaitingStepProps) {
  const { purpose, windowClosed, timedOut, problem, mayBeHidden, messengerAddress, takesFocus } = props;
  const { permissionAddress, onOpenWindow, onRecheck, onCancel } = props;
  const [asked, setAsked] = useState<'no' | 'now' | 'inVain'>('no');
  useEffect(() => {
    if (asked !== 'now') return undefined;
    const timer = setTimeout(() => setAsked('inVain'), patience);
    return () => clearTimeout(timer);
  }, [asked]);

  const { heading, sentence, open, done } = purposeWords[purpose];
  const already = words(done);
  // No window was opened to finish something in.
  const isForPerson = purpose !== 'answer';
  const notYet = isForPerson ? 'waitingNotYet' : heading;
  const openWindow = windowClosed || purpose === 'creation' ? open : 'showWindow';
  const recheck = () => {
    setAsked('now');
    onRecheck();
  };
  return (
    <Step
      heading={words(heading)}
      sentence={words(sentence)}
      takesFocus={takesFocus}
      actions={
        <>
          <MainButton onClick={onOpenWindow}>{words(openWindow)}</MainButton>
          <OtherButton onClick={recheck}>{already}</OtherButton>
          <CancelButton onClick={onCancel} />
        </>
      }
      below={
        <>
          <p class="step-state" role="status">
            {asked === 'now' ? words('waitingAsked') : asked === 'inVain' ? words(notYet) : ''}
          </p>
          <p>
            {words('windowFallback')}{' '}
            <a href={messengerAddress} target="_blank" rel="noopener noreferrer">
              {words('windowFallbackLink')}
            </a>
          </p>
          {isForPerson && (
            <Hints keys={['hintParentNumber', 'hintCodeWait', 'hintCodeCall', 'hintCodeSecret', 'hintNotMe']} />
          )}
        </>
      }
    >
      <ReadOut>
        {purpose === 'creation' && <SchoolInMax sign="noProfile" />}
        {problem && (
          <Notice
            tone="warning"
            actions={problem.kind === 'notPermitted' && <PermissionLink address={permissionAddress} />}
          >
            <p>{problemWords(problem)}</p>
          </Notice>
        )}
        {mayBeHidden && (
          <Notice tone="calm">
            <p>{words('presenceHidden')}</p>
          </Notice>
        )}
        {(timedOut || (windowClosed && isForPerson)) && (
          <Notice tone="calm">
            <p>{timedOut ? words('waitingTimedOut', already) : words('windowClosed')}</p>
          </Notice>
        )}
      </ReadOut>
    </Step>
  );
}
