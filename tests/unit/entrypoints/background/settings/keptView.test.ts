import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isOfVk } from '@/entrypoints/background/settings/keptThings';
import { readKept } from '@/entrypoints/background/settings/keptView';

const item = (value: unknown) => ({ version: 1, value });

beforeEach(() => fakeBrowser.reset());

it('tells what is there, as the storage has it: how many, and sites by their hosts', async () => {
  await fakeBrowser.storage.local.set({
    links: item({ a: {}, b: {} }),
    sites: item(['https://one.example', 'https://two.example']),
    addedDiaries: item([{ origin: 'https://diary.example' }]),
    greeted: item(true),
    'menuLabel:https://school.r-19.ru': true,
    'menuLabel:https://diary.example': true,
  });
  await fakeBrowser.storage.session.set({ 'held:1': item({ chats: [1, 2] }), 'held:2': item({ chats: [] }) });
  const told = (await readKept()).map(({ key, place, count, list }) => [key, place, count, list.join(' ')]);
  expect(told).toEqual([
    ['links', 'disk', 2, ''],
    ['sites', 'disk', 2, 'one.example two.example'],
    ['addedDiaries', 'disk', 1, 'diary.example'],
    ['greeted', 'disk', null, ''],
    ['menuLabel', 'disk', 2, ''],
    ['held', 'memory', 2, ''],
  ]);
});

it('leaves out what holds nothing', async () => {
  await fakeBrowser.storage.local.set({ links: item({}), linksOnly: item(false), diaryTrial: item(null) });
  await fakeBrowser.storage.session.set({ pendings: item({}), stoppedVendorTabs: item([]) });
  expect(await readKept()).toEqual([]);
});

it('counts tokens and names, and never shows them', async () => {
  const tokens = [
    { profileId: 1, token: 'secret', expiresAt: 1 },
    { profileId: 2, token: '', expiresAt: 0 },
  ];
  await fakeBrowser.storage.session.set({
    presence: item({ tokens, signedOut: false, checkedAt: 1 }),
    profiles: item({ 1: { profile: { firstName: 'Мария' } } }),
    lastSeen: item({ 'https://school.r-19.ru': { account: '700101', view: null } }),
  });
  const told = await readKept();
  expect(told.map(({ key, count }) => [key, count])).toEqual([
    ['presence', 1],
    ['profiles', 1],
    ['lastSeen', 1],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/secret|Мария|700101/);
});

it('names what no row is about, also where every object has something of that name', async () => {
  await fakeBrowser.storage.local.set({ ofAnEarlierVersion: { anything: 1 }, constructor: { anything: 1 } });
  expect(await readKept()).toMatchObject([
    { key: 'ofAnEarlierVersion', sentence: null, list: [] },
    { key: 'constructor', sentence: null, list: [] },
  ]);
});

it('lists no address that is none', async () => {
  await fakeBrowser.storage.local.set({
    sites: item(['no site', 'https://', 'javascript:alert(1)', 'https://one.example']),
    toldZones: item({ constructor: 'Asia/Omsk' }),
  });
  expect((await readKept()).map(({ list }) => list)).toEqual([['one.example'], []]);
});

it('knows what was read from VK, whatever profile it is of', () => {
  const keys = [
    'presence',
    'held:871000002',
    'profiles',
    'pendings',
    'links',
    'today',
    'menuLabel:https://held.example',
    'vkid',
  ];
  expect(keys.filter(isOfVk)).toEqual(['presence', 'held:871000002', 'profiles', 'pendings']);
});
