import './Chats.css';
import { useRef } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { SchoolInMax } from '@/components/max/SchoolInMax';
import { ReadOut } from '@/components/pages/ReadOut';
import { Empty } from '@/components/parts/Empty';
import { Notice } from '@/components/parts/Notice';
import { Freshness } from '@/components/section/Freshness';
import { ListProblem, limitLeft } from '@/components/section/ListProblem';
import { Withheld } from '@/components/section/Withheld';
import type { ChatsView } from '@/lib/messages/chats';
import { words } from '@/lib/words';
import { ChatList, type ChatListProps } from './ChatList';

interface ChatsProps extends ChatListProps {
  /** What is known of the list as a whole; `null` while it is read for the first time. */
  summary: Omit<ChatsView, 'rows'> | null;
  /** Age of what is shown, milliseconds. */
  age: number | null;
  /** It is being read again because the person wants it. */
  busy: boolean;
  query: string;
  onQuery: (query: string) => void;
  unreadOnly: boolean;
  onUnreadOnly: (unreadOnly: boolean) => void;
  onRetry: () => void;
  onMessenger: () => void;
  permissionAddress: string;
}

/** The tab «Чаты». */
export function Chats({
  summary,
  age,
  busy,
  query,
  onQuery,
  unreadOnly,
  onUnreadOnly,
  onRetry,
  onMessenger,
  permissionAddress,
  ...list
}: ChatsProps) {
  const panel = useRef<HTMLDivElement>(null);
  const intoList = () => panel.current?.querySelector<HTMLElement>('.chat-open[tabindex="0"]')?.focus();
  // The button that is pressed goes with what it stands in.
  const intoSearch = () => panel.current?.querySelector('input')?.focus();
  const isReading = summary?.reading === true && !summary.problem;
  const isKnown = summary !== null && (summary.heldAt !== null || summary.problem !== null) && !summary.withheld;
  const isEmpty = isKnown && summary.heldAt !== null && list.count === 0;

  return (
    <div class="chats" ref={panel}>
      <div class="toolbar">
        <SearchField label={words('chatsSearch')} query={query} onQuery={onQuery} onLeave={intoList} />
        <button
          type="button"
          class="button button-chosen"
          aria-pressed={unreadOnly}
          onClick={() => onUnreadOnly(!unreadOnly)}
        >
          {words('chatsUnreadOnly')}
        </button>
        <Freshness age={age} busy={busy} limitLeft={limitLeft(summary?.problem, list.now)} onRefresh={onRetry} />
      </div>
      <div class="progress" aria-hidden={!isReading}>
        {isReading && <progress aria-label={words('chatsLoading')} />}
      </div>
      <p class="for-readers" role="status">
        {(query || unreadOnly) && isKnown && words('chatsFound', summary.count)}
      </p>
      <ReadOut>
        {summary?.withheld && <Withheld onRetry={onRetry} />}
        {summary?.problem && !summary.withheld && (
          <ListProblem
            problem={summary.problem}
            now={list.now}
            onRetry={onRetry}
            onMessenger={onMessenger}
            permissionAddress={permissionAddress}
          />
        )}
        {isKnown && summary.isReadOnly && !query && !unreadOnly && <SchoolInMax sign="readOnly" />}
        {isKnown && summary.unreadable > 0 && (
          <Notice tone="calm">
            <p>{words('unreadableChats', summary.unreadable)}</p>
          </Notice>
        )}
        {query && summary?.reach === 'refused' && (
          <Notice tone="calm">
            <p>{words('chatsSearchRefused')}</p>
          </Notice>
        )}
      </ReadOut>
      {isEmpty && !query && unreadOnly && !summary.problem && (
        <Empty
          heading={words('chatsNoneUnread')}
          sentence={words(summary.reading ? 'chatsNotFoundYet' : 'chatsNoneUnreadHow')}
        >
          <button
            type="button"
            class="button"
            onClick={() => {
              onUnreadOnly(false);
              intoSearch();
            }}
          >
            {words('chatsShowAll')}
          </button>
        </Empty>
      )}
      {isEmpty && !query && !unreadOnly && !summary.problem && (
        <Empty heading={words('chatsEmpty')} sentence={words('chatsEmptyHow')} />
      )}
      {isEmpty && query && (
        <Empty
          heading={words('chatsNotFound')}
          sentence={words(summary.reach === 'asking' ? 'chatsNotFoundYet' : 'chatsNotFoundHow')}
        >
          <button
            type="button"
            class="button"
            onClick={() => {
              onQuery('');
              intoSearch();
            }}
          >
            {words('chatsSearchClear')}
          </button>
        </Empty>
      )}
      {list.count > 0 && !summary?.withheld && <ChatList {...list} />}
      {summary?.isCut && !query && !unreadOnly && !summary.problem && (
        <p class="chats-end">{words('chatsCut', list.count)}</p>
      )}
    </div>
  );
}
