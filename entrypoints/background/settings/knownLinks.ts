import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { links } from '@/lib/linking/links';
import type { KnownLinkView } from '@/lib/messages/settings';

/**
 * All links of this browser. Of whoever is signed in now at the open page of their diary, asked anew, with names; of everybody else
 * without.
 */
export async function readKnownLinks(sender: Sender, services: Pick<Services, 'clock'>): Promise<KnownLinkView[]> {
  const all = Object.values(await links.get());
  if (all.length === 0) return [];
  // A private window of Firefox or a container of its shows nobody of the ordinary ones.
  const here = sender.tab?.foreignJar ? new Set() : await accountsHere(services);
  return all.map(({ accountKey, origin, accountName, profileName, profileRolesText }) => ({
    accountKey,
    origin,
    names: here.has(accountKey) ? { account: accountName, profile: profileName, roles: profileRolesText } : null,
  }));
}

async function accountsHere(services: Pick<Services, 'clock'>): Promise<ReadonlySet<string>> {
  const people = await Promise.all((await openDiaries()).map((place) => personAt(place, services, true)));
  return new Set(people.flatMap((person) => (person.ok ? person.value.account.key : [])));
}
