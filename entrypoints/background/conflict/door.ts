import { type Person, personAt, personShownAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { mayOpen } from '@/lib/conflict/mayOpen';
import { withinPatience } from '@/lib/conflict/patience';
import type { PeopleHere, Purpose, Verdict } from '@/lib/conflict/types';
import type { Goal } from '@/lib/conflict/ways';
import { viewOf } from '@/lib/diary/answers/account';
import { createWait, type Wait } from '@/lib/inTime';
import { links, rememberedProfile } from '@/lib/linking/links';
import type { ConflictView } from '@/lib/messages/conflict';
import type { PresenceRequest } from '@/lib/messenger/keepers/presence';
import { type Problem, problem } from '@/lib/problem';
import { succeed } from '@/lib/result';

/** When it is looked again after a person said that they are signed in, and nobody was; milliseconds. */
const secondLooks = [4000, 10_000];

/** The answer for one person at one place. */
export interface Passage {
  verdict: Verdict;
  /** Whom the person would enter a call of VK as, where that is not themselves: a given name. */
  joinsAs: string | null;
  /** Who is at the diary; `null` where no diary is concerned, or nobody is known there. */
  person: Person | null;
  /** The diary has another child or person by now than its page shows. */
  moved: boolean;
}

/** How it is asked who is here. */
export interface Looking extends PresenceRequest {
  /** What the person waits for has begun already. */
  wait?: Wait | undefined;
}

/** The one door before everything of Сферум: gathers who is here and who is asked for, and puts the question to `mayOpen`. */
export interface Door {
  /**
   * Whether the person at a place may have what they want. A call is not waited for longer than the patience: the diary and VK are
   * asked at the same time, and of the diary what its page shows will do.
   */
  ask(goal: Goal, place: Sender, looking?: Looking): Promise<Passage>;
  /** Who is signed in, with names and roles. `byPerson`: the person says that it is worth asking now. */
  whoIsHere(looking?: Looking): Promise<PeopleHere>;
}

export function createDoor({ clock, presence, profiles }: Pick<Services, 'clock' | 'presence' | 'profiles'>): Door {
  /** @param anew reads names and roles; else what a link remembers is enough, so that opening does not wait for a name */
  async function whoIsHere({ wait = createWait(), ...request }: Looking = {}, anew = true): Promise<PeopleHere> {
    const tokens = await wait('messenger', presence.read(request));
    if (request.byPerson && !(tokens.ok && tokens.value.length > 0)) lookAgainSoon();
    if (!tokens.ok)
      return tokens.problem.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'problem', problem: tokens.problem };
    if (tokens.value.length === 0) return { kind: 'noProfile' };

    const known = Object.values(await links.get());
    const read = await Promise.all(
      tokens.value.map(async ({ profileId }) => {
        const link = known.find((one) => one.profileId === profileId);
        const held = anew || !link ? null : ((await profiles.known(profileId)) ?? rememberedProfile(link));
        const profile = held ? succeed(held) : await wait('messenger', profiles.read(profileId));
        const remembered = link ? rememberedProfile(link) : { ...nameless, id: profileId };
        return { profile, remembered, isLinked: link !== undefined };
      }),
    );
    // A deleted or blocked profile stands in nobody's way; one that could not be read might be somebody's.
    const standing = read.filter(({ profile }) => profile.ok || profile.problem.kind !== 'noAccess');
    const [first] = read;
    if (standing.length === 0 && first && !first.profile.ok) return { kind: 'problem', problem: first.profile.problem };
    const unread = standing.find(({ profile, isLinked }) => !profile.ok && !isLinked)?.profile;
    return {
      kind: 'profiles',
      profiles: standing.map(({ profile, remembered }) => (profile.ok ? profile.value : remembered)),
      ...(unread && !unread.ok ? { unread: unread.problem } : {}),
    };
  }

  /** «Я вошёл» may be said a moment before it is so. Where somebody was found meanwhile there is nothing to look for. */
  function lookAgainSoon(): void {
    const look = async () => (await presence.fresh())?.length || presence.read({ maximumAge: 0 });
    for (const pause of secondLooks) setTimeout(() => void look(), pause);
  }

  /** Who is at the diary of a place, and for a call also whether its page still shows the same days. */
  async function atDiary(
    goal: Goal,
    place: Sender,
    wait: Wait,
  ): Promise<{ person: Person | null; moved: boolean; problem: Problem | null }> {
    if (goal.kind === 'address') return { person: null, moved: false, problem: null };
    if (goal.kind !== 'call') {
      const person = await wait('diary', personAt(place, { clock }));
      return person.ok
        ? { person: person.value, moved: false, problem: null }
        : { person: null, moved: false, problem: person.problem };
    }
    const [shown, asked] = await Promise.all([
      withinPatience(personShownAt(place)),
      withinPatience(personAt(place, { clock }, true)),
    ]);
    const now = asked?.ok ? asked.value : null;
    const moved = now !== null && shown !== null && viewOf(now.account) !== viewOf(shown.account);
    return { person: now ?? shown, moved, problem: null };
  }

  async function hereFor(goal: Goal, looking: Looking): Promise<PeopleHere> {
    if (goal.kind !== 'call') return whoIsHere(looking, false);
    const people = await withinPatience(whoIsHere(looking, false));
    return people ?? { kind: 'problem', problem: problem('messenger', 'slow', 'web_token: not within the patience') };
  }

  return {
    whoIsHere: (looking) => whoIsHere(looking),
    async ask(goal, place, { wait = createWait(), ...request } = {}) {
      // In a private window or a container of Firefox the background would ask with other cookies: nobody can be looked for.
      const isForeign = Boolean(place.tab?.foreignJar);
      const [people, diary, known] = await Promise.all([
        isForeign ? null : hereFor(goal, { ...request, wait }),
        atDiary(goal, place, wait),
        links.get(),
      ]);
      const { person, moved } = diary;
      if (!people) return { verdict: { kind: 'open', as: null }, joinsAs: null, person, moved };
      const all = Object.values(known);
      // Nobody uses Сферум with the extension: who is here was asked for this one click.
      if (all.length === 0) await Promise.all([presence.drop(), profiles.keepOnly(new Set())]);
      const here: PeopleHere = diary.problem ? { kind: 'problem', problem: diary.problem } : people;
      const judge = (purpose: Purpose) => mayOpen({ purpose, account: person?.account ?? null, links: all, here });
      const joining = judge('joining');
      return {
        verdict: judge(purposeOf(goal, person)),
        joinsAs: joining.kind === 'open' ? joining.as : null,
        person,
        moved,
      };
    },
  };
}

const nameless = { firstName: '', lastName: '', photo: null, roles: [], rolesText: '', organizations: [] };

function purposeOf(goal: Goal, person: Person | null): Purpose {
  switch (goal.kind) {
    case 'address':
      return 'invitation';
    case 'call':
      return 'joining';
    case 'diary':
      return person && !person.link ? 'linking' : 'openingChat';
    default:
      return 'openingChat';
  }
}

/** What people are told of a conflict. */
export function noticeOf({ reason, present, wanted }: Verdict & { kind: 'conflict' }): ConflictView {
  return { reason, present: { name: present.firstName, roles: present.rolesText.toLocaleLowerCase('ru') }, wanted };
}
