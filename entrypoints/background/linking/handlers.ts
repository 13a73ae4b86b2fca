import { personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { createWait, type Wait } from '@/lib/inTime';
import { noteUse } from '@/lib/linking/links';
import type { LinkingAction, linkingMessages } from '@/lib/messages/linking';
import type { WizardEvent } from './effects';
import { unlink } from './unlink';
import type { Wizards } from './wizards';

/** Tells the wizard of a section's diary what the person did in it, and now waits for. */
export type ActInWizard = (
  sender: Sender,
  done: { action: LinkingAction; profileId?: number | undefined },
  wait: Wait,
) => Promise<void>;

/** Makes it. */
export function createActInWizard(services: Services, wizards: Wizards): ActInWizard {
  return async (sender, { action, profileId }, wait) => {
    if (sender.tab?.foreignJar || (await isLinksOnly())) return;
    const begins = action === 'begin' || action === 'beginWithoutVkid';
    const person = await wait('diary', personAt(sender, services, begins || action === 'confirm'));
    if (!person.ok) return;
    const { account } = person.value;
    const tell = (event: WizardEvent) => wizards.tell(account.key, event, wait);
    if (begins) await wizards.begin(account, { vkid: action === 'begin', wait });
    else if (action === 'choose') await tell({ type: action, profileId: profileId ?? 0 });
    else if (action === 'confirm') await tell({ type: action, profileId });
    else if (action === 'recheck' || action === 'look') {
      // The person says so: VK is asked at once, also after a failure.
      if (action === 'recheck') services.presence.forgetFailure();
      await tell({ type: 'recheck', byPerson: action === 'recheck' });
    } else await tell({ type: action });
  };
}

/** Unlinking, and keeping a link that was not used for long. */
export function createLinkHandlers(services: Services, wizards: Wizards): HandlersOf<typeof linkingMessages> {
  return {
    async 'link.remove'(_, sender) {
      const wait = createWait();
      const person = await wait('diary', personAt(sender, services));
      const link = person.ok ? person.value.link : null;
      return { consent: link ? await unlink(link, services, wizards, wait) : 'none' };
    },
    async 'link.keep'(_, sender) {
      const person = await personAt(sender, services);
      if (person.ok) await noteUse(person.value.account.key, services.clock.now());
      announce('linking');
      return null;
    },
  };
}
