import type { LastMessage } from '@/lib/messenger/types';
import { words } from '@/lib/words';

/** Who wrote last and what: the author is empty where the chat's title says it. */
export function lastMessageWords(last: LastMessage): { author: string; text: string; isAttachment: boolean } {
  const author = last.attachment === 'service' ? '' : last.own ? words('chatOwn') : last.author;
  if (last.text) return { author, text: last.text, isAttachment: false };
  return { author, text: words(`attachment_${last.attachment ?? 'other'}`), isAttachment: true };
}
