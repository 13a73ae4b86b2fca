import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addedDiaries,
  correctZone,
  findDiary,
  sharedDiaries,
  tellZone,
} from '@/entrypoints/background/diaries/addedDiaries';

const shared = 'https://eduschl-general-1.edu.bars.group';
const khakassia = 'https://school.r-19.ru';
const own = 'https://diary.example';
const zoneOfOrigin = async (origin: string) => (await findDiary(origin))?.timeZone;

beforeEach(() => fakeBrowser.reset());

it('the school’s zone of the shared server is told once, and holds', async () => {
  expect(await zoneOfOrigin(shared)).toBeNull();
  expect(await tellZone(shared, 'Asia/Krasnoyarsk')).toBe(true);
  expect(await zoneOfOrigin(shared)).toBe('Asia/Krasnoyarsk');
  expect(await tellZone(shared, 'Europe/Moscow')).toBe(false);
  expect(await zoneOfOrigin(shared)).toBe('Asia/Krasnoyarsk');
  // It is no diary that the person added.
  expect(await addedDiaries.get()).toEqual([]);
});

it('an added diary without a zone is asked for it, too; where a zone is known, or no diary, nothing is told', async () => {
  await addedDiaries.set([{ origin: own, region: 'diary.example', timeZone: null, markup: 'personalArea' }]);
  expect([await tellZone(own, 'Asia/Omsk'), await zoneOfOrigin(own)]).toEqual([true, 'Asia/Omsk']);
  expect([await tellZone(khakassia, 'Asia/Omsk'), await zoneOfOrigin(khakassia)]).toEqual([false, 'Asia/Krasnoyarsk']);
  expect(await tellZone('https://nobody.example', 'Asia/Omsk')).toBe(false);
});

it('a zone that was told wrongly is corrected, of diaries that were added or serve many regions', async () => {
  await addedDiaries.set([{ origin: own, region: 'diary.example', timeZone: 'Europe/Moscow', markup: 'personalArea' }]);
  await correctZone(own, 'Asia/Omsk');
  expect(await zoneOfOrigin(own)).toBe('Asia/Omsk');
  expect(await sharedDiaries()).toEqual([{ origin: shared, timeZone: null }]);
  await correctZone(shared, 'Asia/Magadan');
  await correctZone(shared, 'Asia/Omsk');
  expect(await sharedDiaries()).toEqual([{ origin: shared, timeZone: 'Asia/Omsk' }]);
  await correctZone(khakassia, 'Europe/Moscow');
  expect(await zoneOfOrigin(khakassia)).toBe('Asia/Krasnoyarsk');
});
