import { type Person, toPerson } from '@/entrypoints/background/diary/personReading';
import type { Services } from '@/entrypoints/background/services/services';
import type { Clock } from '@/lib/clock';
import { type Held, liveOf } from '@/lib/messenger/keepers/held';
import { civilDateOf } from '@/lib/time';
import { makeAgenda } from '@/lib/today/agenda';
import type { Agenda, PupilDays } from '@/lib/today/types';
import type { KeptDays } from './keptDays';
import type { PeopleSeen } from './peopleSeen';

/** What is known of today at one diary, without asking anybody. */
export interface KnownToday {
  person: Person;
  /** Of answers of the same day alone. */
  agenda: Agenda;
}

/** What an account has for today, of what was read of its pupils and what is held of the linked profile. */
export function agendaFor(person: Person, pupils: readonly PupilDays[], held: Held | null, clock: Clock): Agenda {
  const { account, timeZone, isZoneAssumed } = person;
  return makeAgenda({
    pupils,
    chosenPupilId: account.selectedPupil?.id ?? 0,
    childCount: account.children.length,
    scheduled: held?.scheduled ?? [],
    live: held ? liveOf(held) : [],
    timeZone,
    isZoneAssumed,
    now: clock.now(),
    computerNow: clock.computerNow(),
  });
}

/**
 * What is known of today at each diary of the ordinary windows, of whoever was seen there last and today; VK's calls of the linked
 * profile, if the last answer of VK holds it and the session has not changed since. Nobody is asked.
 */
export function createKnownToday(
  { clock, presence, holdings }: Pick<Services, 'clock' | 'presence' | 'holdings'>,
  people: PeopleSeen,
  kept: KeptDays,
): () => Promise<KnownToday[]> {
  async function heldOf({ link }: Person): Promise<Held | null> {
    const isHere = link && (await presence.known())?.some(({ profileId }) => profileId === link.profileId);
    return isHere ? holdings.get(link.profileId) : null;
  }

  return async () => {
    const seen = await people.all();
    const known = await Promise.all(
      seen.map(async ({ account, at }) => {
        const person = await toPerson(account, account.origin);
        if (!person.ok) return [];
        const { timeZone } = person.value;
        const isOfToday = (moment: number) =>
          civilDateOf(moment + clock.offset, timeZone) === civilDateOf(clock.now(), timeZone);
        if (!isOfToday(at)) return [];
        const own = new Set([account.selectedPupil?.id ?? 0, ...account.children.map(({ id }) => id)]);
        const pupils = (await kept.of(account.key)).filter(
          ({ pupilId, readAt }) => own.has(pupilId) && isOfToday(readAt),
        );
        const held = await heldOf(person.value);
        return [{ person: person.value, agenda: agendaFor(person.value, pupils, held, clock) }];
      }),
    );
    return known.flat();
  };
}
