import { render } from 'preact';
import { ChatListRow } from '@/components/chats/ChatListRow';
import type { ChatRow } from '@/lib/protocol/views';
import { computerTimeZone } from '@/lib/time';

const sample: ChatRow = {
  peerId: 0,
  kind: 'channel',
  title: ' ',
  photo: null,
  unread: 1,
  muted: true,
  pinned: true,
  last: { at: 0, author: ' ', own: false, text: '', attachment: 'photo' },
  live: { id: null, participants: 1 },
};

const nothing = () => undefined;

/**
 * Draws a chat that nobody sees: the first ever drawn takes as long as ten others, for the code is compiled and the formats of
 * times are made.
 */
export function warmUp(): void {
  const now = Date.now();
  const rows = [0, 0, 0, now - 86_400_000, now].map((at, index) => (
    <ChatListRow
      key={index}
      row={{ ...sample, last: sample.last && { ...sample.last, at } }}
      index={index}
      count={1}
      top={0}
      isCurrent={false}
      buttonRef={undefined}
      now={now}
      timeZone={computerTimeZone()}
      onFocus={nothing}
      onOpen={nothing}
      onJoin={nothing}
    />
  ));
  render(rows, document.createElement('div'));
}
