import { expect, it } from 'vitest';
import { readFrames } from '@/entrypoints/background/pageLinks/readFrames';

const site = 'https://school-site.example.ru';
const call = 'https://telemost.yandex.ru/j/12345678901234';
const frame = (...addresses: string[]) => ({
  links: addresses.map((address) => ({ address, words: 'Алгебра', isDoubtful: false })),
  isCut: false,
  closedFrames: 1,
});

it('each call of a page once, from all its frames, with its host and what could not be read', () => {
  const view = readFrames(`${site}/page`, [frame(call), frame(call, 'https://dion.vc/event/lesson')], [site]);
  expect(view.links.map(({ service }) => service)).toEqual(['telemost', 'dion']);
  expect(view).toMatchObject({
    host: 'school-site.example.ru',
    closedFrames: 2,
    site,
    isAllowed: true,
    isInsecure: false,
  });
});

it('believes nothing of what a page’s script hands over: each address is recognised anew, what has no shape is dropped', () => {
  const hostile = [
    'javascript:alert(1)',
    'https://user:secret@telemost.yandex.ru/j/12345678901234',
    'https://telemost.yandex.ru.example.com/j/12345678901234',
    'https://192.168.0.1/j/12345678901234',
    'https://clck.ru/abc',
    'https://sferum.ru/?p=messages&join=AbC123',
  ];
  const view = readFrames(
    `${site}/`,
    [frame(...hostile), null, 'text', { links: 5 }, { ...frame(call), isCut: 'no' }],
    [],
  );
  expect([view.links, view.isAllowed]).toEqual([[], false]);
  expect(readFrames(`${site}/`, [frame('http://telemost.yandex.ru/j/12345678901234')], []).links[0]?.address).toBe(
    call,
  );
});

it('a page with more frames than are looked into is said to be cut; one over http, that anybody may have changed it', () => {
  const view = readFrames(
    'http://school-site.example.ru/',
    Array.from({ length: 21 }, () => frame(call)),
    [],
  );
  expect([view.links.length, view.isCut, view.isInsecure, view.site]).toEqual([1, true, true, null]);
});
