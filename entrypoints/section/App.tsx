import { VendorStopped } from '@/components/conflict/VendorStopped';
import { LinkingScreen } from '@/components/linking/LinkingScreen';
import { ReadOut } from '@/components/pages/ReadOut';
import { UnlinkedNotice } from '@/components/people/UnlinkedNotice';
import { LinksOnly } from '@/components/section/LinksOnly';
import { SectionPage } from '@/components/section/SectionPage';
import { StepSkeleton } from '@/components/section/StepSkeleton';
import { DiaryUnavailable, Failed, Orphaned } from '@/components/section/Unavailable';
import { failureOf, orphaned } from '@/entrypoints/section/state/askingBackground';
import { act, acted, leave, readSection, shown, unlinked } from '@/entrypoints/section/state/section';
import type { LinkingAction } from '@/lib/messages/linking';
import { ask } from '@/lib/messages/send';
import { messengerAddress } from '@/lib/sites/messenger';
import { consentAddress } from '@/lib/sites/vkid';
import { Linked } from './Linked';
import { LessonsAlone } from './Lists';
import { Outcome } from './Outcome';
import { openMessenger } from './openers';
import { SignInReminder } from './SignIn';
import { permissionAddress } from './sectionAddresses';

function actOn(action: LinkingAction, profileId?: number): void {
  acted.value = true;
  unlinked.value = null;
  void act(action, profileId);
}

function Contents({ skeleton, pageAddress }: AppProps) {
  const view = shown.value;
  if (orphaned.value) return <Orphaned pageAddress={pageAddress} />;
  switch (view.kind) {
    case 'hidden':
      return null;
    case 'loading':
      return skeleton === 'linked' ? <Linked view={null} /> : <StepSkeleton />;
    case 'failed':
      return <Failed onRetry={() => void readSection()} />;
    case 'diaryUnavailable':
      return (
        <DiaryUnavailable
          problem={view.problem}
          signInAddress={view.signInAddress}
          onRetry={() => void readSection(true)}
        />
      );
    case 'linksOnly':
      return (
        <>
          <Outcome />
          <LinksOnly reason={view.reason} messengerAddress={messengerAddress} onMessenger={openMessenger} />
          <LessonsAlone />
        </>
      );
    case 'vendorStopped':
      return (
        <VendorStopped
          notice={view.notice}
          onRecheck={() => void readSection(true)}
          onProceed={() => void ask('vendor.proceed', {}).then(() => readSection(), failureOf)}
        />
      );
    case 'unlinked':
      return (
        <>
          <ReadOut>
            {unlinked.value && (
              <UnlinkedNotice
                consent={unlinked.value}
                consentAddress={consentAddress}
                onHide={() => {
                  unlinked.value = null;
                }}
              />
            )}
          </ReadOut>
          <SignInReminder />
          <Outcome pending={view.pending} />
          <LinkingScreen
            view={view.linking}
            account={view.account}
            messengerAddress={messengerAddress}
            permissionAddress={permissionAddress()}
            takesFocus={acted.value}
            onAct={actOn}
          />
          {/* Between two answers of linking nothing else is offered. */}
          {(view.linking.name === 'start' || view.linking.name === 'waiting') && <LessonsAlone />}
        </>
      );
    case 'linked':
      return <Linked view={view} />;
  }
}

interface AppProps {
  /** The diary's page, to be loaded anew when this one outlived its extension. */
  pageAddress: string;
  /**
   * What stands there before the background has answered: `linked` where the account is known to be linked; none where the page
   * is not certainly in a diary.
   */
  skeleton: 'linked' | 'any' | 'none';
}

/** The section, from the signals. */
export function App(props: AppProps) {
  const { kind } = shown.value;
  if (!orphaned.value && (kind === 'hidden' || (kind === 'loading' && props.skeleton === 'none'))) return null;
  return (
    <SectionPage onLeave={() => void leave()}>
      <Contents {...props} />
    </SectionPage>
  );
}
