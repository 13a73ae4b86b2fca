import { announce, refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import { personAt } from '@/entrypoints/background/diary/person';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { Services } from '@/entrypoints/background/services/services';
import { links, noteUse } from '@/lib/linking/links';
import type { LinkingAction, linkingMessages } from '@/lib/messages/linking';
import type { LinkingControl } from './linking';
import { hasVkidStep } from './vkid';

/** A step of linking that the person takes in a section. */
export type LinkingStep = (sender: Sender, action: LinkingAction, profileId?: number) => Promise<void>;

/** Takes the steps of linking for the person at a section's diary. */
export function createLinkingStep(services: Services, control: LinkingControl): LinkingStep {
  return async (sender, action, profileId) => {
    if (sender.tab?.foreignJar) return;
    const person = await personAt(sender, services, action === 'begin' || action === 'confirm');
    if (!person.ok) return;
    const { account } = person.value;
    if (action === 'begin') await control.happen(account.key, { type: action, account, withVkid: hasVkidStep });
    else if (action === 'choose') await control.happen(account.key, { type: action, profileId: profileId ?? 0 });
    else if (action === 'confirm') await control.happen(account.key, { type: action, profileId });
    else await control.happen(account.key, { type: action });
  };
}

/** Unlinking, and keeping a link that was not used for long. */
export function createLinkHandlers(services: Services): HandlersOf<typeof linkingMessages> {
  return {
    async 'link.remove'(_, sender) {
      const person = await personAt(sender, services);
      const link = person.ok ? person.value.link : null;
      if (!link) return { consent: 'none' };
      const others = await links.update(({ [link.accountKey]: __, ...kept }) => kept);
      const stillLinked = Object.values(others).some(({ profileId }) => profileId === link.profileId);
      if (!stillLinked) await services.forgetProfile(link.profileId);
      const consent = await services.vkid.withdraw(link.accountKey);
      announce('linking');
      await refreshDiaries();
      return { consent };
    },
    async 'link.keep'(_, sender) {
      const person = await personAt(sender, services);
      if (person.ok) await noteUse(person.value.account.key, services.clock.now());
      announce('linking');
      return null;
    },
  };
}
