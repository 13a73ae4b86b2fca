import * as z from 'zod/mini';
import type { Perishable } from '@/entrypoints/background/browser/expiry';
import { callServices } from '@/lib/calls/callServices';
import type { CallService, LessonLink, LinkPlace } from '@/lib/calls/types';
import type { Clock } from '@/lib/clock';
import type { CivilDate } from '@/lib/diary/types';
import { keptFor } from '@/lib/messenger/keepers/heldStorage';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';
import { remember } from '@/lib/storage/remember';
import { type DaysRead, keepDays } from '@/lib/today/pupilDays';
import type { PupilDays } from '@/lib/today/types';

const places = ['materials', 'homework', 'individualHomework', 'theme', 'comment', 'remarks'] as const;

const link: z.ZodMiniType<LessonLink> = z.object({
  service: z.enum(Object.keys(callServices) as [CallService]),
  address: z.string(),
  callKey: z.string(),
  hostSession: z.enum(['checked', 'other']),
  name: z.string(),
  place: z.enum(places satisfies readonly LinkPlace[]),
});

const pupilDays: z.ZodMiniType<PupilDays> = z.object({
  pupilId: z.number(),
  fullName: z.string(),
  classYear: z.string(),
  readAt: z.number(),
  dates: z.array(z.string()),
  lessons: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      begin: z.nullable(z.number()),
      end: z.nullable(z.number()),
      discipline: z.string(),
      teacher: z.string(),
      links: z.array(link),
    }),
  ),
});

/** By the account's key and the pupil's id. Lessons are never on disk. */
const keptItem = defineItem<Record<string, Record<string, PupilDays>>>({
  area: 'session',
  key: 'today',
  schema: recordOf(recordOf(pupilDays)),
  fallback: {},
});

/** The lessons of each account, a day at most. */
export interface KeptDays extends Perishable {
  note(read: DaysRead, today: CivilDate): Promise<void>;
  put(accountKey: string, days: PupilDays): Promise<void>;
  /** Of each pupil of an account. */
  of(accountKey: string): Promise<PupilDays[]>;
  /** Deletes what other accounts of a diary have; `null`: what anybody has there. */
  keepOnly(origin: string, accountKey: string | null): Promise<void>;
}

/** Makes the keeper of them. */
export function createKeptDays(clock: Clock): KeptDays {
  const kept = remember(keptItem);

  return {
    async note(read, today) {
      const id = read.account.selectedPupil?.id ?? 0;
      await kept.update((all) => {
        const before = all[read.account.key] ?? {};
        return { ...all, [read.account.key]: { ...before, [id]: keepDays(before[id], read, today) } };
      });
    },
    async put(accountKey, days) {
      await kept.update((all) => ({ ...all, [accountKey]: { ...all[accountKey], [days.pupilId]: days } }));
    },
    of: async (accountKey) => Object.values((await kept.get())[accountKey] ?? {}),
    async keepOnly(origin, accountKey) {
      const isGone = (key: string) => key.startsWith(`${origin}#`) && key !== accountKey;
      if (!Object.keys(await kept.get()).some(isGone)) return;
      await kept.update((all) => Object.fromEntries(Object.entries(all).filter(([key]) => !isGone(key))));
    },
    async deleteDead() {
      const now = clock.computerNow();
      // A clock put back makes everything too old.
      const isYoung = ({ readAt }: PupilDays) => Math.abs(now - readAt) < keptFor;
      const all = await kept.get();
      const left = Object.entries(all).flatMap(([key, pupils]) => {
        const young = Object.entries(pupils).filter(([, pupil]) => isYoung(pupil));
        return young.length > 0 ? [[key, Object.fromEntries(young)] as const] : [];
      });
      await kept.set(Object.fromEntries(left));
      const times = left.flatMap(([, pupils]) => Object.values(pupils).map(({ readAt }) => readAt));
      return times.length > 0 ? Math.min(...times) + keptFor - now : null;
    },
  };
}
