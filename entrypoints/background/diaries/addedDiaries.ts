import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import { markupNames, usualMarkup } from '@/lib/diary/page/markup';
import type { Diary } from '@/lib/diary/types';
import { defineItem } from '@/lib/storage/item';
import { originSchema } from '@/lib/storage/originSchema';
import { listOf, recordOf } from '@/lib/storage/recordOf';
import { zoneSchema } from '@/lib/storage/zoneSchema';

/** Diaries that the person added, with the zone they chose. */
export const addedDiaries = defineItem<Diary[]>({
  area: 'disk',
  key: 'addedDiaries',
  schema: listOf(
    z.object({
      origin: originSchema,
      region: z.string(),
      // One that is not known is asked for again.
      timeZone: z.catch(z.nullable(zoneSchema), null),
      markup: z.catch(z.enum(markupNames), usualMarkup),
    }),
  ),
  fallback: [],
});

/** «Часовой пояс школы» of diaries that serve many regions, by origin, as the person told it. */
const toldZones = defineItem<Record<string, string>>({
  area: 'disk',
  key: 'toldZones',
  schema: recordOf(zoneSchema),
  fallback: {},
});

/** Shipped diaries that serve many regions, with the zone that the person told; `null`: none yet. */
export async function sharedDiaries(): Promise<{ origin: string; timeZone: string | null }[]> {
  const told = await toldZones.get();
  return shippedDiaries
    .filter(({ timeZone }) => timeZone === null)
    .map(({ origin }) => ({ origin, timeZone: told[origin] ?? null }));
}

/** Keeps another zone than before of a diary that was added or serves many regions. */
export async function correctZone(origin: string, timeZone: string): Promise<void> {
  if ((await sharedDiaries()).some((diary) => diary.origin === origin))
    await toldZones.update((told) => ({ ...told, [origin]: timeZone }));
  await addedDiaries.update((kept) => kept.map((diary) => (diary.origin === origin ? { ...diary, timeZone } : diary)));
}

/** Keeps the school's zone of a diary; `false` where that is known already. */
export async function tellZone(origin: string, timeZone: string): Promise<boolean> {
  const diary = await findDiary(origin);
  if (!diary || diary.timeZone !== null) return false;
  await toldZones.update((told) => ({ ...told, [origin]: timeZone }));
  return true;
}

/** The diary of an origin (`https://host`), or `null`: what the person said comes before what was shipped. */
export async function findDiary(origin: string): Promise<Diary | null> {
  const ofOrigin = (diary: Diary) => diary.origin === origin;
  const shipped = shippedDiaries.find(ofOrigin);
  if (shipped?.timeZone) return shipped;
  const diary = (await addedDiaries.get()).find(ofOrigin) ?? shipped;
  if (!diary || diary.timeZone !== null) return diary ?? null;
  return { ...diary, timeZone: (await toldZones.get())[origin] ?? null };
}

/** Zone in which a diary's times are meant: the diary's, else the computer's. */
export function zoneOf(diary: Diary): string {
  return diary.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Takes over how far a diary's clock is ahead of the computer's, milliseconds; `null`: it said nothing. */
export async function learnTime(clock: Clock, origin: string, difference: number | null): Promise<void> {
  if (difference === null) return;
  const diary = await findDiary(origin);
  clock.adopt(difference, diary ? zoneOf(diary) : undefined);
}

/** Match patterns of every diary the extension may work on. */
export async function diaryPatterns(): Promise<string[]> {
  const [{ origins: granted = [] }, added] = await Promise.all([browser.permissions.getAll(), addedDiaries.get()]);
  const all = [...shippedDiaries, ...knownDiaries, ...added];
  const patterns = all.map(({ origin }) => `${origin}/*`);
  return [...new Set(patterns)].filter((pattern) => granted.includes(pattern));
}
