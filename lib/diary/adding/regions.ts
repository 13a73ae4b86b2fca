import { knownDiaries, shippedDiaries } from '@/lib/diary/diaries';

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

/** The page of a diary where its lessons are. */
export function diaryPage(origin: string): string {
  return `${origin}/personal-area/#diary`;
}

/** Names of hosts in Russian letters: browsers give them encoded only. */
const russianHosts: Readonly<Record<string, string>> = {
  'xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai': 'школа.образование33.рф',
};

/** A host as people read it. */
export function readableHost(origin: string): string {
  const { host } = new URL(origin);
  return russianHosts[host] ?? host;
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
