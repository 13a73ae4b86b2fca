import { openTabs } from '@/entrypoints/background/diary/diaryTabs';
import { type Person, personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { askTab } from '@/lib/messages/askTab';
import { countUnread } from '@/lib/messenger/countUnread';
import type { Lists } from './types';

/** The number at «Сферум» in the menus of diaries. */
export interface Unread {
  /** How many chats of the linked profile hold something unread; 0 where it may not be shown now. Nobody outside is asked. */
  of(sender: Sender, link: Person['link']): Promise<number>;
  /** The person looks at a page anew: what is too old to be shown is read again, and the page is told its number. */
  look(sender: Sender, person: Person): Promise<void>;
  /** Tells every open diary its number: something else is held, or somebody else is here. */
  tell(): Promise<void>;
}

export function createUnread(services: Services, lists: Lists): Unread {
  const { presence, holdings } = services;

  async function of({ tab }: Sender, link: Person['link']): Promise<number> {
    if (!link || tab?.foreignJar || (await isLinksOnly())) return 0;
    const here = (await presence.fresh())?.some(({ profileId }) => profileId === link.profileId);
    const held = here ? await holdings.get(link.profileId) : null;
    return held ? countUnread(held.chats) : 0;
  }

  async function numberAt(sender: Sender): Promise<number> {
    // Where nobody is known to be here nobody needs to be asked who looks.
    if (!(await presence.fresh())) return 0;
    const person = await personAt(sender, services);
    return person.ok ? of(sender, person.value.link) : 0;
  }

  return {
    of,
    async look(sender, person) {
      if (!person.link || !sender.tab || sender.tab.foreignJar || (await of(sender, person.link)) > 0) return;
      await lists.heldOf(sender, person);
      await askTab(sender.tab.id, 'diary.unread', await of(sender, person.link));
    },
    async tell() {
      await Promise.all(
        (await openTabs()).map(async (sender) => {
          if (sender.tab) await askTab(sender.tab.id, 'diary.unread', await numberAt(sender));
        }),
      );
    },
  };
}
