import { leaveSection } from '@/entrypoints/background/diary/diaryTabs';
import type { ActInWizard } from '@/entrypoints/background/linking/handlers';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { createWait, type Wait } from '@/lib/inTime';
import type { callMessages } from '@/lib/messages/calls';
import type { chatMessages } from '@/lib/messages/chats';
import type { SectionView, sectionMessages } from '@/lib/messages/section';
import type { Lists } from './types';

/**
 * What the section reads.
 *
 * @param read what a section shows now
 * @param act does a step of linking for the person of a section
 */
export function createSectionHandlers(
  lists: Lists,
  read: (sender: Sender, byPerson: boolean, wait?: Wait) => Promise<SectionView>,
  act: ActInWizard,
): HandlersOf<typeof sectionMessages & typeof chatMessages & typeof callMessages> {
  return {
    'section.read': ({ byPerson }, sender) => read(sender, byPerson),
    async 'section.leave'(_, { tab }) {
      if (tab) await leaveSection(tab.id);
      return null;
    },
    async 'linking.act'({ action, profileId }, sender) {
      const wait = createWait();
      await act(sender, { action, profileId }, wait);
      return read(sender, false, wait);
    },
    'section.prepare': (_, sender) => lists.held(sender),
    'chats.read': (wanted, sender) => lists.chats(sender, wanted),
    'calls.read': ({ refresh }, sender) => lists.calls(sender, refresh),
    'calls.live': (_, sender) => lists.live(sender),
  };
}
