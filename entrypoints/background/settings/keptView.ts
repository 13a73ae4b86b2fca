import type { KeptView } from '@/lib/messages/settings';
import { areaOf } from '@/lib/storage/area';
import { keptThingOf } from './keptThings';

const places = [
  { area: 'disk', place: 'disk' },
  { area: 'session', place: 'memory' },
] as const;

/** Everything that is kept in this half of the browser, as it stands in the storage itself: nothing can be left out by mistake. */
export async function readKept(): Promise<KeptView[]> {
  const found = await Promise.all(
    places.map(async ({ area: name, place }) => {
      const area = areaOf(name);
      const all = await Promise.all(
        (await area.keys()).map(async (key) => ({ key, value: contentOf(await area.get(key)) })),
      );
      return Object.values(Object.groupBy(all, ({ key }) => key.split(':')[0] ?? key)).flatMap(
        (group) => viewOf(group ?? [], place) ?? [],
      );
    }),
  );
  return found.flat();
}

interface Kept {
  key: string;
  value: unknown;
}

/** What stands under one key, or under all keys that begin alike; `null` where that is nothing. */
function viewOf(group: readonly Kept[], place: KeptView['place']): KeptView | null {
  const full = group.filter(({ value }) => !isEmpty(value));
  const [first] = full;
  if (!first) return null;
  const [name = first.key, origin] = first.key.split(/:(.*)/);
  const thing = keptThingOf(first.key);
  const counts = full.map(({ value }) => (origin === undefined ? (thing?.count ?? entriesOf)(value) : 1));
  const list = full.flatMap(({ value }) => thing?.list?.(value) ?? []);
  return {
    key: name,
    sentence: thing?.sentence ?? null,
    place,
    count: counts.some((count) => count !== null) ? counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) : null,
    list: list.flatMap(hostOf),
  };
}

/** The value of an item is kept with its version; what content scripts keep is the value itself. */
function contentOf(kept: unknown): unknown {
  return typeof kept === 'object' && kept !== null && 'value' in kept && 'version' in kept ? kept.value : kept;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || entriesOf(value) === 0;
}

/** How many entries a list or a record has; `null` for anything else. */
function entriesOf(value: unknown): number | null {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : null;
}

/** What is no address of a site is none to be shown. */
function hostOf(origin: string): string[] {
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host ? [host] : [];
}
