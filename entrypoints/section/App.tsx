import { useState } from 'preact/hooks';
import { Calls } from '@/components/calls/Calls';
import { Chats } from '@/components/chats/Chats';
import { Foot } from '@/components/Foot';
import { LinksOnly } from '@/components/LinksOnly';
import { LongUnused } from '@/components/LongUnused';
import { Linking } from '@/components/linking/Linking';
import { Notice } from '@/components/Notice';
import { OutcomeNotice } from '@/components/OutcomeNotice';
import { PresenceNotice } from '@/components/PresenceNotice';
import { ProfileHeader } from '@/components/ProfileHeader';
import { SectionSkeleton } from '@/components/SectionSkeleton';
import { Tabs } from '@/components/Tabs';
import { DiaryUnavailable, Failed, Orphaned } from '@/components/Unavailable';
import { UnlinkDialog } from '@/components/UnlinkDialog';
import { UnlinkedNotice } from '@/components/UnlinkedNotice';
import { VendorStopped } from '@/components/VendorStopped';
import { SignInAgain } from '@/components/ways/SignInAgain';
import { Ways } from '@/components/ways/Ways';
import type { Goal } from '@/lib/conflict/ways';
import { listenToNews } from '@/lib/protocol/news';
import type { LinkingAction } from '@/lib/protocol/protocol';
import { ask } from '@/lib/protocol/send';
import type { CallRow, ChatRow, ConflictView, PendingView, SectionView } from '@/lib/protocol/views';
import { createWaysClient, type WaysClient } from '@/lib/protocol/waysClient';
import { computerTimeZone } from '@/lib/time';
import { words } from '@/lib/words';
import { consentAddress, messengerAddress, permissionAddress } from './addresses';
import { saveToCalendar } from './calendar';
import { failureOf, orphaned } from './state/asking';
import { calls, readCalls } from './state/calls';
import { count, onSeen, query, readChats, rowAt, search, slices, summary } from './state/chats';
import { ageOf, now } from './state/clock';
import { hideOutcome, letPendingBe, open, opened, opening, outcomeOf } from './state/opening';
import { act, acted, justLinked, leave, readSection, shown, unlink, unlinked } from './state/section';

const clients = new Map<string, WaysClient>();

/** One client for each goal: another one would make the ways be read anew. */
function clientOf(goal: Goal): WaysClient {
  const key = JSON.stringify(goal);
  const client = clients.get(key) ?? createWaysClient(goal);
  clients.set(key, client);
  return client;
}

/** The ways out of a conflict that stands before a goal. */
function waysTo(goal: Goal) {
  return ({ present }: ConflictView) => <Ways client={clientOf(goal)} present={present.name} />;
}

const waysToDiary = waysTo({ kind: 'diary' });

const readSignInAgain = () => ask('signInAgain.read', {});
const actSignInAgain = (act: 'open' | 'forget') => ask('signInAgain.act', { act });
const onWays = (hear: () => void) => listenToNews((news) => news === 'ways' && hear());

const openMessenger = (background: boolean) => void open({ kind: 'messenger' }, background);
const signIn = () => void open({ kind: 'messenger' }, false, true);
const openCall = ({ id }: CallRow, background: boolean) => void open({ kind: 'call', id }, background);
const openChat = ({ peerId }: ChatRow, background: boolean) => void open({ kind: 'chat', peerId }, background);

/** A call without a link is joined from its chat. */
function joinFromChat(row: ChatRow, background: boolean): void {
  const id = row.live?.id;
  if (id) void open({ kind: 'call', id }, background);
  else openChat(row, background);
}

function actOn(action: LinkingAction, profileId?: number): void {
  acted.value = true;
  unlinked.value = null;
  void act(action, profileId);
}

/** What was said of the last opening; stands near the top whatever is below. */
function Outcome({ pending }: { pending?: PendingView | null | undefined }) {
  const waiting = opened.value ? null : outcomeOf(pending);
  const said = opened.value ?? waiting;
  return (
    <>
      <p class="for-readers" role="status">
        {opening.value ? words('opening') : ''}
      </p>
      {said && (
        <OutcomeNotice
          outcome={said.outcome}
          waysOut={waysTo(said.target)}
          onAgain={(anyway) => void open(said.target, said.background, anyway)}
          onSignIn={signIn}
          onHide={() => (waiting ? letPendingBe(pending) : hideOutcome())}
        />
      )}
    </>
  );
}

function ChatsTab() {
  // Read here, so that the list is drawn anew when rows come.
  void slices.value;
  return (
    <Chats
      summary={summary.value}
      age={ageOf(summary.value?.heldAt)}
      count={count.value}
      rowAt={rowAt}
      onSeen={onSeen}
      onOpen={openChat}
      onJoin={joinFromChat}
      now={now.value}
      timeZone={computerTimeZone()}
      query={query.value}
      onQuery={search}
      onRetry={() => void readChats(true)}
      onMessenger={signIn}
      permissionAddress={permissionAddress()}
    />
  );
}

function CallsTab() {
  return (
    <Calls
      view={calls.value}
      age={ageOf(calls.value?.heldAt)}
      now={now.value}
      computerZone={computerTimeZone()}
      onOpen={openCall}
      onChat={(peerId, background) => void open({ kind: 'chat', peerId }, background)}
      onCalendar={(row) => saveToCalendar(row, now.peek(), calls.peek()?.timeZone ?? computerTimeZone())}
      onRetry={() => void readCalls(true)}
      onMessenger={signIn}
      permissionAddress={permissionAddress()}
    />
  );
}

/** Lessons with links of their own work whoever is signed in. */
function LessonsAlone() {
  if (!calls.value || calls.value.rows.length === 0) return null;
  return (
    <section class="lessons-alone">
      <h2>{words('callsLessons')}</h2>
      <CallsTab />
    </section>
  );
}

function Linked({ view }: { view: SectionView & { kind: 'linked' } }) {
  const [tab, setTab] = useState<'chats' | 'calls'>('chats');
  const [asksToUnlink, setAsksToUnlink] = useState(false);
  const { presence, profile } = view;
  const isHere = presence.kind === 'here';
  return (
    <>
      <ProfileHeader
        profile={isHere ? profile : { ...profile, photo: null }}
        messengerAddress={messengerAddress}
        canOpen={isHere || presence.kind === 'unknown'}
        onMessenger={openMessenger}
        onUnlink={() => setAsksToUnlink(true)}
      />
      {isHere && justLinked.value && (
        <Notice
          tone="good"
          role="status"
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
      <SignInAgain read={readSignInAgain} act={actSignInAgain} onChange={onWays} />
      {view.longUnused && (
        <LongUnused
          onKeep={() => void ask('link.keep', {}).then(readSection, failureOf)}
          onUnlink={() => setAsksToUnlink(true)}
        />
      )}
      <Outcome pending={view.pending} />
      {isHere ? (
        <Tabs
          label={words('tabsLabel')}
          tabs={[
            { name: 'chats', label: words('tabChats') },
            { name: 'calls', label: words('tabCalls') },
          ]}
          selected={tab}
          onSelect={setTab}
        >
          {tab === 'chats' ? <ChatsTab /> : <CallsTab />}
        </Tabs>
      ) : (
        <>
          <PresenceNotice
            presence={presence}
            waysOut={waysToDiary}
            onSignIn={signIn}
            onRecheck={() => void readSection()}
            permissionAddress={permissionAddress()}
          />
          <LessonsAlone />
        </>
      )}
      {asksToUnlink && (
        <UnlinkDialog
          onAnswer={(yes) => {
            setAsksToUnlink(false);
            if (yes) void unlink();
          }}
        />
      )}
    </>
  );
}

function Contents({ showsSkeleton, pageAddress }: AppProps) {
  const view = shown.value;
  if (orphaned.value) return <Orphaned pageAddress={pageAddress} />;
  switch (view.kind) {
    case 'hidden':
      return null;
    case 'loading':
      return showsSkeleton ? <SectionSkeleton /> : null;
    case 'failed':
      return <Failed onRetry={() => void readSection()} />;
    case 'diaryUnavailable':
      return (
        <DiaryUnavailable
          problem={view.problem}
          signInAddress={view.signInAddress}
          onRetry={() => void readSection()}
        />
      );
    case 'linksOnly':
      return (
        <>
          <Outcome />
          <LinksOnly reason={view.reason} messengerAddress={messengerAddress} onMessenger={openMessenger} />
        </>
      );
    case 'vendorStopped':
      return (
        <VendorStopped
          notice={view.notice}
          ways={waysToDiary(view.notice)}
          onRecheck={() => void readSection()}
          onProceed={() => void ask('vendor.proceed', {}).then(readSection, failureOf)}
        />
      );
    case 'unlinked':
      return (
        <>
          {unlinked.value && (
            <UnlinkedNotice
              consent={unlinked.value}
              consentAddress={consentAddress}
              onHide={() => {
                unlinked.value = null;
              }}
            />
          )}
          <SignInAgain read={readSignInAgain} act={actSignInAgain} onChange={onWays} />
          <Linking
            view={view.linking}
            account={view.account}
            waysOut={waysToDiary}
            messengerAddress={messengerAddress}
            takesFocus={acted.value}
            onAct={actOn}
          />
        </>
      );
    case 'linked':
      return <Linked view={view} />;
  }
}

interface AppProps {
  /** The diary's page, to be loaded anew when this one outlived its extension. */
  pageAddress: string;
  /** The page is certainly in a diary: a skeleton may stand there before the background has answered. */
  showsSkeleton: boolean;
}

/** The section, from the signals. */
export function App(props: AppProps) {
  const { kind } = shown.value;
  if (!orphaned.value && (kind === 'hidden' || (kind === 'loading' && !props.showsSkeleton))) return null;
  return (
    <div class="section">
      <main>
        <Contents {...props} />
      </main>
      <Foot onLeave={() => void leave()} />
    </div>
  );
}
