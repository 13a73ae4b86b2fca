import type { HandlersOf } from '@/entrypoints/background/serve';
import type { openingMessages } from '@/lib/messages/opening';
import type { Opening } from './opening';

/** Opens calls, chats and VK Мессенджер for the diary's page and the section. */
export function createOpeningHandlers(opening: Opening): HandlersOf<typeof openingMessages> {
  return {
    'lesson.open': ({ address, ...how }, sender) => opening.lessonLink(sender, address, { ...how, background: false }),
    'call.open': ({ id, ...how }, sender) => opening.call(sender, id, how),
    'chat.open': ({ peerId, ...how }, sender) => opening.chat(sender, peerId, how),
    'messenger.open': (how, sender) => opening.messenger(sender, how),
    async 'pending.forget'(_, sender) {
      await opening.letPendingBe(sender);
      return null;
    },
  };
}
