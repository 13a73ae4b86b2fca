import { findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import type { Services } from '@/entrypoints/background/services/services';
import { mayBeHidden } from '@/entrypoints/background/session/mayBeHidden';
import type { DiaryAccount } from '@/lib/diary/types';
import { differencesOf, suggestProfile } from '@/lib/linking/differences';
import { isWatching, waitingLimit } from '@/lib/linking/limits';
import { links } from '@/lib/linking/links';
import { givenName, isRoleUnknown } from '@/lib/linking/samePerson';
import type { Linking, LinkingConflict } from '@/lib/linking/steps';
import type { ConflictView } from '@/lib/messages/conflict';
import type { LinkingStepView, LinkingView } from '@/lib/messages/linking';

/** What the section shows of an account's linking; `null`: nothing is under way. */
export async function viewOfLinking(
  linking: Linking | null,
  account: DiaryAccount,
  services: Services,
): Promise<LinkingView> {
  if (!linking) return { ...startView, watched: false, withoutVkid: false };
  return {
    ...(await viewOfStep(linking, account, services)),
    watched: isWatching(linking, services.clock.computerNow()),
    withoutVkid: linking.vkid === 'failed',
  };
}

const startView = { name: 'start', problem: null, conflict: null, canSkipVkid: false } as const;

async function viewOfStep(
  { step, vkid }: Linking,
  account: DiaryAccount,
  services: Services,
): Promise<LinkingStepView> {
  switch (step.name) {
    case 'start':
      return {
        name: 'start',
        problem: step.problem,
        conflict: step.conflict && (await viewOfConflict(step.conflict, account)),
        // Whoever closed VK ID's window may have seen nothing but an error in it.
        canSkipVkid: vkid === 'ahead' && step.problem?.kind === 'cancelled',
      };
    case 'waiting': {
      const { purpose, windowClosed, problem } = step;
      const timedOut = step.timedOut || services.clock.computerNow() - step.since > waitingLimit;
      // Linking itself began with a look.
      const isHidden = purpose === 'signIn' && mayBeHidden(services.presence, 1);
      return { name: 'waiting', purpose, windowClosed, timedOut, problem, mayBeHidden: isHidden };
    }
    case 'choice':
      return {
        name: 'choice',
        profiles: step.profiles,
        suggestedId: suggestProfile(account, step.profiles)?.id ?? null,
      };
    case 'confirmation':
      return {
        name: 'confirmation',
        profile: step.profile,
        differences: differencesOf(account, step.profile),
        isRoleUnknown: isRoleUnknown(step.profile.roles),
        vkidName: await services.vkid.nameOf(account.key),
        canChooseAgain: step.others.length > 0,
      };
    case 'confirmed':
      return { name: 'checking' };
    default:
      return { name: step.name };
  }
}

async function viewOfConflict({ reason, present }: LinkingConflict, account: DiaryAccount): Promise<ConflictView> {
  const view: ConflictView = {
    reason,
    present: { name: present.firstName, roles: present.rolesText.toLocaleLowerCase('ru') },
    wanted: givenName(account.fullName),
  };
  if (reason !== 'linkedToAnotherPerson') return view;
  const linkedDiary = await otherDiaryOf(present.id, account);
  return linkedDiary ? { ...view, linkedDiary } : view;
}

/** Whose diary the profile is linked to already: enough to know one's own, no more. */
async function otherDiaryOf(profileId: number, account: DiaryAccount): Promise<ConflictView['linkedDiary']> {
  const other = Object.values(await links.get()).find(
    (link) => link.profileId === profileId && link.accountKey !== account.key,
  );
  if (!other) return undefined;
  const diary = await findDiary(other.origin);
  return { name: givenName(other.accountName), place: diary?.region || new URL(other.origin).hostname };
}
