import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { AbsenceNotice } from '@/components/conflict/AbsenceNotice';
import { Tabs } from '@/components/controls/Tabs';
import { leadFocus } from '@/components/pages/leadFocus';
import { ReadOut } from '@/components/pages/ReadOut';
import { Notice } from '@/components/parts/Notice';
import { LongUnused } from '@/components/people/LongUnused';
import { ProfileHeader } from '@/components/people/ProfileHeader';
import { ProfileSkeleton } from '@/components/people/ProfileSkeleton';
import { UnlinkDialog } from '@/components/people/UnlinkDialog';
import { failureOf } from '@/entrypoints/section/state/askingBackground';
import { chats } from '@/entrypoints/section/state/chats';
import { hideStale, isConflictSaid } from '@/entrypoints/section/state/openingState';
import { justLinked, readSection, unlinkFromSection } from '@/entrypoints/section/state/section';
import type { SectionView } from '@/lib/messages/section';
import { ask } from '@/lib/messages/send';
import { messengerAddress } from '@/lib/sites/messenger';
import { words } from '@/lib/words';
import { CallsTab, ChatsTab, LessonsAlone } from './Lists';
import { Outcome } from './Outcome';
import { openMessenger, signIn } from './openers';
import { SignInReminder } from './SignIn';
import { permissionAddress } from './sectionAddresses';

interface LinkedProps {
  /** `null` until the background has answered: all has its place already, so that nothing jumps. */
  view: (SectionView & { kind: 'linked' }) | null;
}

/** The section of a linked account. */
export function Linked({ view }: LinkedProps) {
  const [tab, setTab] = useState<'chats' | 'calls'>('chats');
  const [asksToUnlink, setAsksToUnlink] = useState(false);
  const unread = chats.unread.value;
  const presence = view?.presence;
  const isHere = presence?.kind === 'here';
  // A later look found others here than those of whom something was said.
  useEffect(() => {
    if (view) hideStale(view.presence, view.pending);
  }, [view]);
  // «Связать» has gone with its step: the focus is led to what came of it.
  useLayoutEffect(
    () => (justLinked.peek() ? leadFocus(document.querySelector<HTMLElement>('[role=tab]')) : undefined),
    [],
  );
  // Nothing leads to whoever was there before the session changed.
  const leadsOn = isHere || (presence?.kind === 'unknown' && !presence.inDoubt);
  return (
    <>
      {view ? (
        <ProfileHeader
          profile={isHere ? view.profile : { ...view.profile, photo: null }}
          messengerAddress={messengerAddress}
          canOpen={leadsOn}
          onMessenger={openMessenger}
          onUnlink={() => setAsksToUnlink(true)}
        />
      ) : (
        <ProfileSkeleton />
      )}
      <ReadOut>
        {isHere && justLinked.value && (
          <Notice
            tone="good"
            actions={
              <button
                type="button"
                class="button button-quiet"
                onClick={() => {
                  justLinked.value = false;
                }}
              >
                {words('hide')}
              </button>
            }
          >
            <p class="strong">{words('justLinked')}</p>
          </Notice>
        )}
      </ReadOut>
      {view && <SignInReminder />}
      {view?.longUnused && (
        <LongUnused
          onKeep={() => void ask('link.keep', {}).then(() => readSection(), failureOf)}
          onUnlink={() => setAsksToUnlink(true)}
        />
      )}
      {view && <Outcome pending={view.pending} />}
      {/* Who is here is said once: what was to be opened says it already. */}
      <AbsenceNotice
        presence={presence?.kind === 'other' && isConflictSaid(view?.pending) ? undefined : presence}
        onSignIn={signIn}
        onRecheck={() => void readSection(true)}
        permissionAddress={permissionAddress()}
      />
      {!presence || presence.kind === 'asking' || isHere ? (
        <Tabs
          label={words('tabsLabel')}
          tabs={[
            {
              name: 'chats',
              label: words('tabChats'),
              count: { value: unread, label: words('todayUnread', unread) },
            },
            { name: 'calls', label: words('tabCalls') },
          ]}
          selected={tab}
          onSelect={setTab}
        >
          {tab === 'chats' ? <ChatsTab /> : <CallsTab />}
        </Tabs>
      ) : (
        <LessonsAlone />
      )}
      {asksToUnlink && (
        <UnlinkDialog
          onAnswer={(yes) => {
            setAsksToUnlink(false);
            if (yes) void unlinkFromSection();
          }}
        />
      )}
    </>
  );
}
