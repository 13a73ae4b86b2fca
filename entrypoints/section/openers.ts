import { open } from '@/entrypoints/section/state/openingState';
import type { CallRow } from '@/lib/messages/calls';
import type { ChatRow } from '@/lib/messages/chats';

/** «Перейти в Сферум». */
export const openMessenger = (background: boolean) => void open({ kind: 'messenger' }, background);
/** To VK Мессенджер whoever is signed in: to sign in, or to do there what it asks for. */
export const signIn = () => void open({ kind: 'messenger' }, false, true);
export const openCall = ({ id }: CallRow, background: boolean) => void open({ kind: 'call', id }, background);
export const openChat = ({ peerId }: ChatRow, background: boolean) => void open({ kind: 'chat', peerId }, background);

/** A call without a link is joined from its chat. */
export function joinFromChat(row: ChatRow, background: boolean): void {
  const id = row.live?.id;
  if (id) void open({ kind: 'call', id }, background);
  else openChat(row, background);
}
