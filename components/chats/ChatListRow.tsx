import './ChatListRow.css';
import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { ListIcon } from '@/components/controls/ListIcon';
import { OpenButton } from '@/components/controls/OpenButton';
import { Badge } from '@/components/parts/Badge';
import { Avatar } from '@/components/people/Avatar';
import type { ChatRow } from '@/lib/messages/chats';
import { formatMoment } from '@/lib/time';
import { words } from '@/lib/words';
import { lastMessageWords } from './lastMessageWords';

interface ChatListRowProps {
  /** `undefined` while it is being read. */
  row: ChatRow | undefined;
  index: number;
  /** How many rows the list has. */
  count: number;
  /** Pixels from the list's beginning. */
  top: number;
  /** The one row of the list that the Tab key stops at. */
  isCurrent: boolean;
  buttonRef: Ref<HTMLButtonElement> | undefined;
  now: number;
  timeZone: string;
  onFocus: () => void;
  onOpen: (row: ChatRow, background: boolean) => void;
  onJoin: (row: ChatRow, background: boolean) => void;
}

const kinds = { person: null, chat: 'chatConversation', channel: 'chatChannel', group: 'chatGroup' } as const;

function Contents({ row, now, timeZone }: { row: ChatRow; now: number; timeZone: string }) {
  const { title, kind, last, unread, muted, pinned, isFound } = row;
  const message = last && lastMessageWords(last);
  const kindWords = kinds[kind] && words(kinds[kind]);
  const isCommon = kind === 'chat';
  // The row is read out as one line of text: what the eye tells apart needs a pause there.
  const spoken = [isCommon && kindWords, muted && words('chatMuted'), pinned && words('chatPinned')].filter(Boolean);
  return (
    <>
      <span class="chat-first">
        <span class="chat-title">{title || words('chatUntitled')}</span>
        {!isCommon && kindWords && <span class="chat-kind">{kindWords}</span>}
        <span class="for-readers">{['', ...spoken, ''].join('. ')}</span>
        {muted && <ListIcon name="muted" />}
        {pinned && <ListIcon name="pin" />}
        {last && <span class="chat-time">{formatMoment(last.at, now, timeZone)}</span>}
      </span>
      <span class="chat-second">
        <span class="chat-text">
          {message?.author && <span class="chat-author">{message.author}: </span>}
          <span class={message?.isAttachment ? 'chat-attachment' : undefined}>
            {message ? message.text : isFound ? '' : words('chatNoMessages')}
          </span>
        </span>
        {unread > 0 && (
          <>
            <span class="for-readers">. {words('chatUnread', unread)}</span>
            <Badge count={unread} />
          </>
        )}
      </span>
    </>
  );
}

/** One chat; or its place while it is being read. */
export function ChatListRow(props: ChatListRowProps) {
  const { row, index, count, top, isCurrent, buttonRef, now, timeZone, onFocus, onOpen, onJoin } = props;
  const live = row?.live;
  // Scrolling draws the list anew many times a second: what a row says changes with the row and the minute alone.
  const minute = Math.floor(now / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute stands for the time
  const contents = useMemo(() => row && <Contents row={row} now={now} timeZone={timeZone} />, [row, minute, timeZone]);
  return (
    <li
      class={`chat${row?.muted ? ' chat-muted' : ''}${live ? ' chat-live' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      <OpenButton
        class="chat-open"
        tabIndex={isCurrent ? 0 : -1}
        buttonRef={buttonRef}
        onFocus={onFocus}
        onOpen={(background) => row && onOpen(row, background)}
      >
        {row ? (
          <Avatar
            photo={row.photo}
            name={row.title || words('chatUntitled')}
            size="small"
            shape={row.kind === 'person' ? 'round' : 'square'}
          />
        ) : (
          <span class="avatar avatar-small avatar-square bone" />
        )}
        <span class="chat-body">
          {contents ?? (
            <>
              <span class="for-readers">{words('chatsLoading')}</span>
              <span class="bone bone-line bone-short" />
              <span class="bone bone-line bone-text" />
            </>
          )}
        </span>
      </OpenButton>
      {row && live && (
        <OpenButton
          class="chat-join"
          label={live.participants > 0 ? words('chatJoin', live.participants) : words('chatJoinPlain')}
          onOpen={(background) => onJoin(row, background)}
        >
          <ListIcon name="headphones" />
          {live.participants > 0 && <span aria-hidden="true">{live.participants}</span>}
        </OpenButton>
      )}
    </li>
  );
}
