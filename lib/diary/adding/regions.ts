import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';
import { diaryPage, readableHost } from '@/lib/diary/origin';

/** A diary as a person chooses it. */
export interface DiaryChoice {
  origin: string;
  /** As people read it: a Russian name in Russian letters where the browser gives it so. */
  host: string;
  /** Its page with the lessons. */
  address: string;
  timeZone: string | null;
  /** Works with no question; else the person is asked for this one site. */
  isShipped: boolean;
}

export interface Region {
  name: string;
  diaries: DiaryChoice[];
}

function readRegions(): Region[] {
  const found = new Map<string, DiaryChoice[]>();
  const add = (diaries: typeof shippedDiaries, isShipped: boolean) => {
    for (const { origin, region, timeZone } of diaries) {
      const choice = { origin, host: readableHost(origin), address: diaryPage(origin), timeZone, isShipped };
      found.set(region, [...(found.get(region) ?? []), choice]);
    }
  };
  add(shippedDiaries, true);
  add(knownDiaries, false);
  return [...found].map(([name, diaries]) => ({ name, diaries })).sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}

/** Regions whose diaries are known, by name. */
export const regions: readonly Region[] = readRegions();
