import { findObstacle } from '@/entrypoints/background/conflict/obstacle';
import type { VendorGuard } from '@/entrypoints/background/conflict/vendor';
import { type Person, personAt } from '@/entrypoints/background/diary/person';
import { viewOfLinking } from '@/entrypoints/background/linking/view';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import type { DiaryAccount } from '@/lib/diary/types';
import { noteUse } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import { lastUse } from '@/lib/linking/use';
import type { AccountView, PresenceView, SectionView } from '@/lib/messages/section';
import type { EduProfile } from '@/lib/messenger/types';

/** Puts together what the section shows to the person at a tab. */
export async function readSection(
  sender: Sender,
  services: Services,
  wizards: Wizards,
  opening: Opening,
  vendor: VendorGuard,
): Promise<SectionView> {
  const person = await personAt(sender, services);
  if (!person.ok)
    return {
      kind: 'diaryUnavailable',
      problem: person.problem,
      signInAddress: `${sender.origin}/auth/login-page`,
    };
  if (sender.tab?.foreignJar) return { kind: 'linksOnly', reason: sender.tab.foreignJar };

  if (sender.tab && vendor.isStopped(sender.tab.id)) {
    const obstacle = await findObstacle({ kind: 'diary' }, sender, services);
    if (obstacle.ok && obstacle.value) return { kind: 'vendorStopped', notice: obstacle.value.notice };
    vendor.release(sender.tab.id);
  }

  const { account, link } = person.value;
  if (!link) {
    const linking = await viewOfLinking(await wizards.current(account.key), account, services);
    return { kind: 'unlinked', account: viewOfAccount(account), linking };
  }
  const use = lastUse(link, services.clock.now());
  if (use === 'toNote') await noteUse(account.key, services.clock.now());
  return {
    kind: 'linked',
    account: viewOfAccount(account),
    profile: await profileOf(link, services),
    presence: await viewOfPresence(person.value, services, opening),
    justLinked: wizards.takeJustLinked(account.key),
    longUnused: use === 'longAgo',
    pending: await opening.pending(sender),
  };
}

function viewOfAccount(account: DiaryAccount): AccountView {
  const { fullName, role, description, selectedPupil } = account;
  return { fullName, role, description, school: selectedPupil?.school ?? '' };
}

/** The linked profile as the link remembers it. */
async function profileOf(link: Link, services: Services): Promise<EduProfile> {
  const [firstName = '', ...rest] = link.profileName.split(' ');
  const remembered: EduProfile = {
    id: link.profileId,
    firstName,
    lastName: rest.join(' '),
    // A picture is asked from VK by whoever sees it: only once the profile is known to be signed in.
    photo: null,
    roles: link.profileRoles,
    rolesText: link.profileRolesText,
    organizations: link.organizations,
  };
  const tokens = await services.presence.read();
  const here = tokens.ok && tokens.value.some(({ profileId }) => profileId === link.profileId);
  if (!here) return remembered;
  const profile = await services.profiles.read(link.profileId);
  return profile.ok ? profile.value : { ...remembered, photo: link.photo };
}

async function viewOfPresence(person: Person, services: Services, opening: Opening): Promise<PresenceView> {
  const tokens = await services.presence.read();
  if (!tokens.ok)
    return tokens.problem.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'unknown', problem: tokens.problem };
  if (tokens.value.length === 0) return { kind: 'signedOut' };
  const notice = await opening.noticeFor(person);
  return notice ? { kind: 'other', notice } : { kind: 'here', several: tokens.value.length > 1 };
}
