import { unlink } from '@/entrypoints/background/linking/unlink';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { Services } from '@/entrypoints/background/services/services';
import { links } from '@/lib/linking/links';
import type { settingsMessages } from '@/lib/messages/settings';
import { createDeleting } from './deleting';
import { readKept } from './keptView';
import { readKnownLinks } from './knownLinks';
import { createLinksOnlySwitch } from './switching';

/** What the page «Настройки» reads and changes. */
export function createSettingsHandlers(services: Services, wizards: Wizards): HandlersOf<typeof settingsMessages> {
  const linksOnly = createLinksOnlySwitch(services, wizards);
  const deleting = createDeleting(services, wizards);
  void deleting.resume();

  return {
    'linksOnly.read': () => linksOnly.read(),
    async 'linksOnly.set'({ on }) {
      await linksOnly.set(on);
      return linksOnly.read();
    },
    'knownLinks.read': (_, sender) => readKnownLinks(sender, services),
    async 'knownLinks.remove'({ accountKey }) {
      const link = (await links.get())[accountKey];
      return link ? unlink(link, services, wizards) : null;
    },
    'kept.read': () => readKept(),
    'kept.deleteAll': () => deleting.everything(),
  };
}
