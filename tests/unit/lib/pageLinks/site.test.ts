import { expect, it } from 'vitest';
import { readSite } from '@/lib/pageLinks/site';

it.each([
  ['https://school-site.example.ru/raspisanie?week=1#today', 'https://school-site.example.ru'],
  ['http://school-site.example.ru/', null],
  ['https://user:secret@school-site.example.ru/', null],
  ['https://192.168.0.1/', null],
  ['https://[::1]/', null],
  ['https://school.local/', null],
  ['https://school-site.example.ru:8443/', null],
  ['https://school.r-19.ru/personal-area/', null],
  ['https://e.mail.ru/inbox', null],
  ['https://mail.yandex.ru/', null],
  ['https://vk.com/feed', null],
  ['https://web.vk.me/', null],
  ['https://sferum.ru/', null],
  ['https://web.max.ru/', null],
  ['https://telemost.yandex.ru/j/12345678901234', null],
  ['https://school.ktalk.ru/room', null],
  ['https://us02web.zoom.us/j/123456789', null],
  ['https://telemost.yandex.ru.example.com/', 'https://telemost.yandex.ru.example.com'],
  ['chrome://extensions/', null],
  ['', null],
])('a button may stand behind the links of %s: %s', (address, site) => {
  expect(readSite(address)).toBe(site);
});
