import { givenName, personAt } from '@/entrypoints/background/diary/person';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { judge } from '@/lib/conflict/rules';
import type { ConflictInput, Verdict } from '@/lib/conflict/types';
import type { Goal } from '@/lib/conflict/ways';
import { links } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import type { ConflictView } from '@/lib/messages/conflict';
import type { EduProfile } from '@/lib/messenger/types';
import { type Result, succeed } from '@/lib/result';

/** Who stands in the way of a goal: the profile, and what people are told of it. */
export interface Obstacle {
  profileId: number;
  notice: ConflictView;
}

/**
 * Who is in the way of a goal at a place; `null`: nobody, or the diary cannot say who asks.
 *
 * @param place where the person is; its `origin` is the diary's, if it is one
 */
export async function findObstacle(goal: Goal, place: Sender, services: Services): Promise<Result<Obstacle | null>> {
  // The background would ask with other cookies than the tab's.
  if (place.tab?.foreignJar) return succeed(null);
  const profiles = await readPeople(services);
  if (!profiles.ok) return profiles.problem.kind === 'signedOut' ? succeed(null) : profiles;

  if (goal.kind === 'address') {
    return succeed(await judgeHere({ purpose: 'invitation', account: null, profiles: profiles.value }));
  }
  const person = await personAt(place, services);
  if (!person.ok) return succeed(null);
  const { account, link } = person.value;
  const purpose = goal.kind === 'diary' && !link ? 'linking' : 'openingChat';
  return succeed(await judgeHere({ purpose, account, profiles: profiles.value }));
}

async function judgeHere(input: Pick<ConflictInput, 'purpose' | 'account' | 'profiles'>): Promise<Obstacle | null> {
  const verdict = judge({ ...input, links: Object.values(await links.get()), profileId: null });
  if (verdict.kind === 'clear') return null;
  return {
    profileId: verdict.present.id,
    notice: noticeOf(verdict, input.account ? givenName(input.account.fullName) : ''),
  };
}

function noticeOf({ reason, present }: Verdict & { kind: 'conflict' }, wanted: string): ConflictView {
  return {
    reason,
    present: { name: present.firstName, roles: present.rolesText.toLocaleLowerCase('ru') },
    wanted,
  };
}

/**
 * Who is signed in, with roles. Where VK does not answer about a profile, what a link remembers of it will do: the guard must not
 * be blind because one request failed.
 */
async function readPeople({ presence, profiles }: Services): Promise<Result<EduProfile[]>> {
  const tokens = await presence.read();
  if (!tokens.ok) return tokens;
  const known = Object.values(await links.get());
  const read = await Promise.all(
    tokens.value.map(async ({ profileId }) => {
      const profile = await profiles.read(profileId);
      const link = known.find((one) => one.profileId === profileId);
      return !profile.ok && link ? succeed(remembered(link)) : profile;
    }),
  );
  const failure = read.find((profile) => !profile.ok);
  if (failure && !failure.ok) return failure;
  return succeed(read.flatMap((profile) => (profile.ok ? [profile.value] : [])));
}

function remembered(link: Link): EduProfile {
  const [firstName = '', ...rest] = link.profileName.split(' ');
  return {
    id: link.profileId,
    firstName,
    lastName: rest.join(' '),
    photo: null,
    roles: link.profileRoles,
    rolesText: link.profileRolesText,
    organizations: link.organizations,
  };
}
