import { Calls } from '@/components/calls/Calls';
import { saveToCalendar } from '@/components/calls/saveToCalendar';
import { Chats } from '@/components/chats/Chats';
import { calls, readCalls, refreshing, sendZone } from '@/entrypoints/section/state/callsState';
import { chats } from '@/entrypoints/section/state/chats';
import { open } from '@/entrypoints/section/state/openingState';
import { ageOf, now } from '@/entrypoints/section/state/sectionClock';
import { computerTimeZone } from '@/lib/time';
import { words } from '@/lib/words';
import { joinFromChat, openCall, openChat, signIn } from './openers';
import { permissionAddress } from './sectionAddresses';

/** «Чаты», from the signals. */
export function ChatsTab() {
  // Read here, so that the list is drawn anew when rows come.
  void chats.slices.value;
  return (
    <Chats
      summary={chats.summary.value}
      age={ageOf(chats.summary.value?.heldAt)}
      busy={chats.refreshing.value}
      count={chats.count.value}
      rowAt={chats.rowAt}
      onSeen={chats.onSeen}
      onOpen={openChat}
      onJoin={joinFromChat}
      now={now.value}
      timeZone={computerTimeZone()}
      query={chats.query.value}
      onQuery={chats.search}
      unreadOnly={chats.unreadOnly.value}
      onUnreadOnly={chats.filter}
      onRetry={() => void chats.read(true)}
      onMessenger={signIn}
      permissionAddress={permissionAddress()}
    />
  );
}

/** «Видеоконференции», from the signals. */
export function CallsTab() {
  return (
    <Calls
      view={calls.value}
      age={ageOf(calls.value?.heldAt)}
      busy={refreshing.value}
      now={now.value}
      computerZone={computerTimeZone()}
      onOpen={openCall}
      onChat={(peerId, background) => void open({ kind: 'chat', peerId }, background)}
      onCalendar={(row) => saveToCalendar(row, now.peek(), calls.peek()?.timeZone ?? computerTimeZone())}
      onTellZone={sendZone}
      onRetry={() => void readCalls(true)}
      onMessenger={signIn}
      permissionAddress={permissionAddress()}
    />
  );
}

/** Lessons with links of their own work whoever is signed in. */
export function LessonsAlone() {
  if (!calls.value || calls.value.rows.length === 0) return null;
  return (
    <section class="lessons-alone">
      <h2>{words('callsLessons')}</h2>
      <CallsTab />
    </section>
  );
}
