import './Linking.css';
import { ReadOut } from '@/components/pages/ReadOut';
import { Notice } from '@/components/parts/Notice';
import { Step } from '@/components/parts/Step';
import type { LinkingAction, LinkingView } from '@/lib/messages/linking';
import type { AccountView } from '@/lib/messages/section';
import { words } from '@/lib/words';
import { CancelButton, MainButton } from './Buttons';
import { ChoiceStep } from './ChoiceStep';
import { ConfirmationStep } from './ConfirmationStep';
import { Hints } from './Hints';
import { StartStep } from './StartStep';
import { WaitingStep } from './WaitingStep';

interface LinkingProps {
  view: LinkingView;
  account: AccountView;
  messengerAddress: string;
  /** The extension's page where access is given back. */
  permissionAddress: string;
  /** The person has done something in this page already: focus follows the steps. */
  takesFocus: boolean;
  onAct: (action: LinkingAction, profileId?: number) => void;
}

/** The wizard: one picture a step. */
export function LinkingScreen(props: LinkingProps) {
  const { withoutVkid, name } = props.view;
  return (
    <>
      <ReadOut>
        {withoutVkid && name !== 'start' && (
          <Notice tone="calm">
            <p>{words('withoutVkid')}</p>
          </Notice>
        )}
      </ReadOut>
      <CurrentStep {...props} />
    </>
  );
}

function CurrentStep({ view, account, messengerAddress, permissionAddress, takesFocus, onAct }: LinkingProps) {
  const cancel = () => onAct('cancel');
  switch (view.name) {
    case 'start':
      return (
        <StartStep
          key="start"
          problem={view.problem}
          conflict={view.conflict}
          permissionAddress={permissionAddress}
          takesFocus={takesFocus}
          onBegin={() => onAct('begin')}
          onSkipVkid={view.canSkipVkid ? () => onAct('beginWithoutVkid') : undefined}
          onSamePerson={() => onAct('confirmSamePerson')}
          onCancel={cancel}
        />
      );
    case 'checking':
      return (
        <Step
          key="checking"
          heading={words('checkingHeading')}
          sentence={words('checkingSentence')}
          takesFocus={takesFocus}
          actions={<CancelButton onClick={cancel} />}
        >
          <div class="busy" aria-hidden="true" />
        </Step>
      );
    case 'vkid':
      return (
        <Step
          key="vkid"
          heading={words('vkidHeading')}
          sentence={words('vkidSentence')}
          takesFocus={takesFocus}
          actions={
            <>
              <MainButton onClick={() => onAct('begin')}>{words('showWindow')}</MainButton>
              <CancelButton onClick={cancel} />
            </>
          }
          below={
            <Hints
              keys={['hintParentNumber', 'hintCodeWait', 'hintCodeCall', 'hintCodeSecret', 'hintPassword', 'hintNotMe']}
            />
          }
        />
      );
    case 'interrupted':
      return (
        <Step
          key="interrupted"
          heading={words('interruptedHeading')}
          sentence={words('interruptedSentence')}
          takesFocus={takesFocus}
          actions={
            <>
              <MainButton onClick={() => onAct('begin')}>{words('beginAgain')}</MainButton>
              <CancelButton onClick={cancel} />
            </>
          }
        />
      );
    case 'waiting':
      return (
        <WaitingStep
          key={view.purpose}
          purpose={view.purpose}
          windowClosed={view.windowClosed}
          timedOut={view.timedOut}
          problem={view.problem}
          mayBeHidden={view.mayBeHidden}
          messengerAddress={messengerAddress}
          permissionAddress={permissionAddress}
          takesFocus={takesFocus}
          onOpenWindow={() => onAct('createProfile')}
          onRecheck={() => onAct('recheck')}
          onCancel={cancel}
        />
      );
    case 'choice':
      return (
        <ChoiceStep
          key="choice"
          profiles={view.profiles}
          suggestedId={view.suggestedId}
          takesFocus={takesFocus}
          onChoose={(profileId) => onAct('choose', profileId)}
          onCancel={cancel}
        />
      );
    case 'confirmation':
      return (
        <ConfirmationStep
          key="confirmation"
          view={view}
          account={account}
          takesFocus={takesFocus}
          onConfirm={() => onAct('confirm', view.profile.id)}
          onChooseAgain={() => onAct('chooseAgain')}
          onCancel={cancel}
        />
      );
  }
}
