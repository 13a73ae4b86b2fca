import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addedDiaries, findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { allowedSites } from '@/entrypoints/background/pageLinks/sites';
import { shippedDiaries } from '@/lib/diary/diaries';

beforeEach(() => fakeBrowser.reset());

const good = { origin: 'https://a.example.ru', region: 'А', timeZone: 'Asia/Omsk', markup: 'personalArea' };

it('an added diary that cannot be read is dropped, and takes no other with it', async () => {
  const noOrigins = ['', 'a.example.ru', 'http://a.example.ru', 'https://a.example.ru/', 'https://a b'];
  const bad = [null, { origin: 1 }, ...noOrigins.map((origin) => ({ ...good, origin }))];
  const value = [...bad, good, { ...good, origin: 'https://b.example.ru', timeZone: 'Nowhere/At_All' }];
  await fakeBrowser.storage.local.set({ addedDiaries: { version: 1, value } });
  expect((await addedDiaries.get()).map(({ origin, timeZone }) => [origin, timeZone])).toEqual([
    ['https://a.example.ru', 'Asia/Omsk'],
    ['https://b.example.ru', null],
  ]);
});

it('a kind of page that this version does not know is read as the usual one', async () => {
  const value = [{ ...good, markup: 'of a later version' }];
  await fakeBrowser.storage.local.set({ addedDiaries: { version: 1, value } });
  expect(await addedDiaries.get()).toEqual([good]);
});

it('a told zone that the browser does not know counts as untold', async () => {
  const shared = shippedDiaries.find(({ timeZone }) => timeZone === null);
  if (!shared) throw new Error('no shared diary');
  await fakeBrowser.storage.local.set({ toldZones: { version: 1, value: { [shared.origin]: 'Nowhere/At_All' } } });
  const diary = await findDiary(shared.origin);
  expect(diary?.timeZone).toBe(null);
  expect(() => diary && new Intl.DateTimeFormat('ru', { timeZone: zoneOf(diary) })).not.toThrow();
});

it('one allowed site that is none leaves the others', async () => {
  const value = [1, 'no site', 'https://', 'javascript:alert(1)', 'https://site.example.ru'];
  await fakeBrowser.storage.local.set({ sites: { version: 1, value } });
  expect(await allowedSites.get()).toEqual(['https://site.example.ru']);
});
