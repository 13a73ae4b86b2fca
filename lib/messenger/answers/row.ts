import type { AttachmentKind, Chat, ChatKind } from '@/lib/messenger/types';

/** Bytes of JSON that one held row may take, so that 5,000 chats fit into a message and into session storage. */
export const rowBudget = 400;

/**
 * A chat as it is held and sent: the same without its picture, whose address alone is often longer than the budget and
 * is needed only for rows on the screen.
 *
 * `[peerId, kind, flags, unread, title, major, minor, at, author, text, attachment, callId, participants, address]`,
 * cut after the last field that says anything.
 */
export type ChatRow = readonly (string | number | null)[];

const kinds: readonly ChatKind[] = ['person', 'chat', 'channel', 'group'];

/** New kinds go to the end: rows are kept in session storage. */
const attachments: readonly AttachmentKind[] = [
  'other',
  'photo',
  'video',
  'audio',
  'voice',
  'document',
  'poll',
  'sticker',
  'link',
  'call',
  'liveCall',
  'post',
  'location',
  'forwarded',
  'story',
  'service',
];

const flag = { muted: 1, pinned: 2, own: 4 };

/** A call's address is some 40 characters and an id of at most 128; VK's call ids are UUIDs. */
const longestLink = 180;
const longestCallId = 40;

/** Packs a chat; text, author and title are cut, in this order and no further than needed, to fit `rowBudget`. */
export function toRow(chat: Chat): ChatRow {
  const live = chat.live && {
    ...chat.live,
    callId: chat.live.callId.slice(0, longestCallId),
    address: chat.live.address && chat.live.address.length <= longestLink ? chat.live.address : null,
  };
  let text = chat.last?.text ?? '';
  let author = chat.last?.author ?? '';
  let title = chat.title;
  for (;;) {
    const row = pack({ ...chat, live }, title, author, text);
    const excess = bytes(JSON.stringify(row)) - rowBudget;
    if (excess <= 0) return row;
    if (text !== '') text = shorten(text, excess);
    else if (author !== '') author = shorten(author, excess);
    else if (title !== '') title = shorten(title, excess);
    // Numbers and what was bounded above cannot fill the budget but for ids full of characters outside Latin.
    else return pack({ ...chat, live: null }, '', '', '');
  }
}

function pack({ peerId, kind, unread, muted, pinned, order, last, live }: Chat, ...texts: string[]): ChatRow {
  const [title = '', author = '', text = ''] = texts;
  const flags = (muted ? flag.muted : 0) | (pinned ? flag.pinned : 0) | (last?.own ? flag.own : 0);
  const row = [
    peerId,
    kinds.indexOf(kind),
    flags,
    unread,
    title,
    order?.major ?? null,
    order?.minor ?? null,
    last?.at ?? null,
    author,
    text,
    last?.attachment ? attachments.indexOf(last.attachment) : null,
    live?.callId ?? null,
    live?.participants ?? null,
    live?.address ?? null,
  ];
  let end = row.length;
  while (row[end - 1] === null || row[end - 1] === '') end -= 1;
  return row.slice(0, end);
}

/** Takes off characters that take at least `excess` bytes, all of them if need be. */
function shorten(text: string, excess: number): string {
  const characters = [...text];
  // The sign that something is missing takes three bytes itself.
  let freed = -3;
  while (characters.length > 0 && freed < excess) freed += bytes(JSON.stringify(characters.pop() ?? '')) - 2;
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`;
}

const encoder = new TextEncoder();

function bytes(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Unpacks a row of `toRow`.
 *
 * @param photo the chat's picture, held beside the rows
 * @returns `null` for what is no row
 */
export function fromRow(row: ChatRow, photo: string | null): Chat | null {
  const [peerId, kindIndex, flags, unread, title, major, minor, at, author, text, attachment, callId, count, address] =
    row;
  const kind = typeof kindIndex === 'number' ? kinds[kindIndex] : undefined;
  if (typeof peerId !== 'number' || kind === undefined || typeof flags !== 'number') return null;
  return {
    peerId,
    kind,
    title: textOf(title),
    photo,
    unread: typeof unread === 'number' ? unread : 0,
    muted: (flags & flag.muted) !== 0,
    pinned: (flags & flag.pinned) !== 0,
    order: typeof major === 'number' && typeof minor === 'number' ? { major, minor } : null,
    last:
      typeof at === 'number'
        ? {
            at,
            author: textOf(author),
            own: (flags & flag.own) !== 0,
            text: textOf(text),
            attachment: typeof attachment === 'number' ? (attachments[attachment] ?? null) : null,
          }
        : null,
    live:
      typeof callId === 'string'
        ? {
            callId,
            participants: typeof count === 'number' ? count : 0,
            address: typeof address === 'string' ? address : null,
          }
        : null,
  };
}

function textOf(value: string | number | null | undefined): string {
  return typeof value === 'string' ? value : '';
}
