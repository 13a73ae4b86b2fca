import './ChatList.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatRow } from '@/lib/messages/chats';
import { words } from '@/lib/words';
import { ChatListRow } from './ChatListRow';
import { holdsRows, type RowWindow, rowOfKey, rowWindow } from './rowWindow';

export interface ChatListProps {
  count: number;
  /** The row, or `undefined` while it is being read. */
  rowAt: (index: number) => ChatRow | undefined;
  /** These rows are seen, `end` not included: they should be read. */
  onSeen: (start: number, end: number) => void;
  onOpen: (row: ChatRow, background: boolean) => void;
  onJoin: (row: ChatRow, background: boolean) => void;
  now: number;
  /** Zone in which times are shown. */
  timeZone: string;
}

const nothing: RowWindow = { start: 0, end: 0 };

/** Rows out of sight are drawn so long after those in it, milliseconds: what is waited for comes first. */
const spareDelay = 60;

/**
 * A list of any length: only the rows that are seen are drawn, all of one height, which grows with the text. The page itself
 * scrolls. Tab stops at one row; arrows, Page keys, Home and End move between rows.
 */
export function ChatList({ count, rowAt, onSeen, onOpen, onJoin, now, timeZone }: ChatListProps) {
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const currentButton = useRef<HTMLButtonElement>(null);
  const [rowHeight, setRowHeight] = useState(0);
  const [seen, setSeen] = useState(nothing);
  const [current, setCurrent] = useState(0);
  const moved = useRef(false);

  useLayoutEffect(() => {
    const measure = (spare?: number) => {
      const height = probe.current?.offsetHeight ?? 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setRowHeight(height);
      return rowWindow(top, window.innerHeight, height, count, spare);
    };
    const look = () => {
      const next = measure();
      setSeen((held) => (held.start === next.start && held.end === next.end ? held : next));
    };
    const inSight = measure(0);
    setSeen((held) => (holdsRows(held, inSight, count) ? held : inSight));
    const later = setTimeout(look, spareDelay);
    // The row's height changes with the size of the text, the list's place with what stands above it.
    const observer = new ResizeObserver(look);
    if (probe.current) observer.observe(probe.current);
    observer.observe(document.body);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      clearTimeout(later);
      observer.disconnect();
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [count]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said when other rows come into view, not at each rendering
  useEffect(() => {
    if (seen.end > seen.start) onSeen(seen.start, seen.end);
  }, [seen.start, seen.end]);

  const active = Math.min(current, Math.max(0, count - 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that was moved to has just been drawn
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    currentButton.current?.focus({ preventScroll: true });
    currentButton.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(window.innerHeight / Math.max(1, rowHeight)) - 1);
    const target = rowOfKey(event.key, active, count, page);
    if (target === null) return;
    event.preventDefault();
    if (target === active) {
      currentButton.current?.focus();
      return;
    }
    moved.current = true;
    setCurrent(target);
  };

  const indexes = Array.from({ length: seen.end - seen.start }, (_, offset) => seen.start + offset).filter(
    (index) => index < count,
  );
  // The row with the focus is drawn wherever it is: a row taken away would take the focus with it.
  if (count > 0 && !indexes.includes(active)) indexes.push(active);
  indexes.sort((one, other) => one - other);

  return (
    <div class="chat-list-frame">
      <div class="chat chat-probe" ref={probe} aria-hidden="true" />
      <ul
        class="chat-list"
        // biome-ignore lint/a11y/noRedundantRoles: a list without bullets is no list for some screen readers
        role="list"
        aria-label={words('chatsList')}
        ref={list}
        style={{ height: `calc(var(--chat-height) * ${count})` }}
        onKeyDown={onKeyDown}
      >
        {indexes.map((index) => (
          <ChatListRow
            key={index}
            row={rowAt(index)}
            index={index}
            count={count}
            top={index * rowHeight}
            isCurrent={index === active}
            buttonRef={index === active ? currentButton : undefined}
            now={now}
            timeZone={timeZone}
            onFocus={() => setCurrent(index)}
            onOpen={onOpen}
            onJoin={onJoin}
          />
        ))}
      </ul>
    </div>
  );
}
