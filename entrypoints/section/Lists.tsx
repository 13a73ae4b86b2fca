import { Calls } from '@/components/calls/Calls';
import { Chats } from '@/components/chats/Chats';
import { calls, refreshing as callsRefreshing, readCalls } from '@/entrypoints/section/state/calls';
import {
  refreshing as chatsRefreshing,
  count,
  onSeen,
  query,
  readChats,
  rowAt,
  search,
  slices,
  summary,
} from '@/entrypoints/section/state/chats';
import { ageOf, now } from '@/entrypoints/section/state/clock';
import { open } from '@/entrypoints/section/state/opening';
import { computerTimeZone } from '@/lib/time';
import { words } from '@/lib/words';
import { permissionAddress } from './addresses';
import { saveToCalendar } from './calendar';
import { joinFromChat, openCall, openChat, signIn } from './openers';

/** «Чаты», from the signals. */
export function ChatsTab() {
  // Read here, so that the list is drawn anew when rows come.
  void slices.value;
  return (
    <Chats
      summary={summary.value}
      age={ageOf(summary.value?.heldAt)}
      busy={chatsRefreshing.value}
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

/** «Видеоконференции», from the signals. */
export function CallsTab() {
  return (
    <Calls
      view={calls.value}
      age={ageOf(calls.value?.heldAt)}
      busy={callsRefreshing.value}
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
export function LessonsAlone() {
  if (!calls.value || calls.value.rows.length === 0) return null;
  return (
    <section class="lessons-alone">
      <h2>{words('callsLessons')}</h2>
      <CallsTab />
    </section>
  );
}
