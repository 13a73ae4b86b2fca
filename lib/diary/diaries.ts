import { personalAreaOf } from './origin';
import { usualMarkup } from './page/markup';
import type { Diary } from './types';

/** Diaries that work with no question asked: their addresses are in the manifest. */
export const shippedDiaries: readonly Diary[] = [
  {
    origin: 'https://school.r-19.ru',
    region: 'Республика Хакасия',
    timeZone: 'Asia/Krasnoyarsk',
    markup: 'personalArea',
  },
  {
    origin: 'https://xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai',
    region: 'Владимирская область',
    timeZone: 'Europe/Moscow',
    markup: 'personalArea',
  },
  {
    origin: 'https://openschool.49gov.ru',
    region: 'Магаданская область',
    timeZone: 'Asia/Magadan',
    markup: 'personalArea',
  },
  {
    origin: 'https://eschool.49gov.ru',
    region: 'Магаданская область',
    timeZone: 'Asia/Magadan',
    markup: 'personalArea',
  },
  {
    origin: 'https://eduschl-general-1.edu.bars.group',
    region: 'Общий сервер БАРС',
    timeZone: null,
    markup: 'personalArea',
  },
];

/** The parts of them where the content script works, as match patterns. */
export const shippedPatterns: readonly string[] = shippedDiaries.map(({ origin }) => personalAreaOf(origin));

/** Diaries known by name that need the person's permission, like any added one. */
export const knownDiaries: readonly Diary[] = [
  { origin: 'https://es.ciur.ru', region: 'Удмуртская Республика', timeZone: 'Europe/Samara', markup: 'personalArea' },
  {
    origin: 'https://school.karelia.ru',
    region: 'Республика Карелия',
    timeZone: 'Europe/Moscow',
    markup: 'personalArea',
  },
  {
    origin: 'https://school.07.edu.o7.com',
    region: 'Кабардино-Балкарская Республика',
    timeZone: 'Europe/Moscow',
    markup: 'personalArea',
  },
  {
    origin: 'https://school.vip.edu35.ru',
    region: 'Вологодская область',
    timeZone: 'Europe/Moscow',
    markup: 'personalArea',
  },
  { origin: 'https://s51.edu.o7.com', region: 'Мурманская область', timeZone: 'Europe/Moscow', markup: 'personalArea' },
  {
    origin: 'https://sh-open.ris61edu.ru',
    region: 'Ростовская область',
    timeZone: 'Europe/Moscow',
    markup: 'personalArea',
  },
  {
    origin: 'https://school.rtyva.ru',
    region: 'Республика Тыва',
    timeZone: 'Asia/Krasnoyarsk',
    markup: 'personalArea',
  },
];

/** Diaries whose page is not the usual one, known by name or shipped: what the content script needs to know of itself. */
export const unusualDiaries: readonly Diary[] = [...shippedDiaries, ...knownDiaries].filter(
  ({ markup }) => markup !== usualMarkup,
);
