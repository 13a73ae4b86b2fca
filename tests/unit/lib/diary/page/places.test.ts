// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { markupOf } from '@/lib/diary/page/markup';
import {
  findContent,
  findContentParent,
  findMenuPlace,
  findMenus,
  hasVendorItem,
  isInPlace,
  menuItems,
  readMenu,
} from '@/lib/diary/page/places';

const markup = markupOf('personalArea');
const item = (hash: string, label: string) =>
  `<li><a href="${hash}"><i class="ico"></i>${label}</a><a class="help">?</a></li>`;
const home = item('#homework', 'Домашнее задание');
const portfolio = item('#portfolio', 'Портфолио');
const board = item('#board', 'Доска объявлений');
const mail = item('#mail', 'Почта');

beforeEach(() => {
  document.body.innerHTML = '';
});

function menuOf(html: string): Element {
  document.body.innerHTML = html;
  const [menu] = findMenus(document, markup);
  if (!menu) throw new Error('no menu');
  return menu;
}

describe('findMenus', () => {
  it.each([
    ['the menu of today', `<ul class="menu">${home}</ul>`, true],
    ['another class', `<nav><ul class="nav">${home}${portfolio}${mail}</ul></nav>`, true],
    ['full addresses', `<ul>${item('https://school.r-19.ru/personal-area/#homework', 'ДЗ')}${board}${mail}</ul>`, true],
    ['a link in the text', '<p><a href="#homework">Домашнее задание</a></p>', false],
    ['a short list', `<ul><li>Смотрите <a href="#homework">задание</a></li></ul>`, false],
    ['a list of days', `<div class="content"><ul>${home}${portfolio}${mail}</ul></div>`, false],
    ['a menu of the header', `<ul class="menu"><li><a href="/help">Помощь</a></li></ul>`, false],
    ['other addresses', `<ul class="menu">${item('/homework', 'Домашнее задание')}${mail}</ul>`, true],
    ['another page', '<h1>Вход</h1>', false],
  ])('in %s', (_name, html, found) => {
    document.body.innerHTML = html;
    expect(findMenus(document, markup).length > 0).toBe(found);
  });
});

describe('the wrong menu', () => {
  const schedule = item('#schedule', 'Расписание');
  const left = (id: string) => `<ul class="menu" id="${id}">${schedule}${home}${portfolio}${mail}</ul>`;
  const ids = () => findMenus(document, markup).map(({ id }) => id);

  it.each([
    [
      'in the header, without sections',
      `<ul class="menu"><li><a href="/">Выход</a></li></ul>${left('left')}`,
      ['left'],
    ],
    [
      'in the header, with one section',
      `<ul class="menu" id="top">${schedule}${mail}${mail}</ul>${left('left')}`,
      ['left', 'top'],
    ],
    ['a map of the site in the foot', `${left('left')}<ul id="foot">${schedule}${home}${mail}</ul>`, ['left', 'foot']],
    ['a copy for phones: which one is shown is seen', left('phone') + left('left'), ['phone', 'left']],
  ])('%s', (_name, html, wanted) => {
    document.body.innerHTML = html;
    expect(ids()).toEqual(wanted);
  });
});

describe('isInPlace', () => {
  const foreign = '<li class="foreign">Реклама</li>';
  const ours = '<li class="ours"><sferum-menu-item></sferum-menu-item></li>';
  it.each([
    ['between both', [home, portfolio, ours, board, mail], true],
    ['before a foreign element', [home, portfolio, ours, foreign, board, mail], true],
    ['behind a foreign element', [home, portfolio, foreign, ours, board, mail], true],
    ['beside another section', [home, portfolio, mail, ours, board], true],
    ['above «Портфолио»', [home, ours, portfolio, board, mail], false],
    ['below «Доска объявлений»', [home, portfolio, board, ours, mail], false],
    ['sorted by name, before «Доска»', [ours, board, home, portfolio, mail], true],
    ['sorted by name, first', [ours, home, board, portfolio, mail], false],
    ['before «Почта»', [home, ours, foreign, mail], true],
    ['not before «Почта»', [ours, home, mail], false],
    ['at the end, an advertisement below', [home, item('#school', 'Школа'), ours, foreign], true],
  ])('%s', (_name, entries, expected) => {
    const menu = menuOf(`<ul class="menu">${entries.join('')}</ul>`);
    const own = menu.querySelector('.ours');
    expect(own && isInPlace(own, findMenuPlace(readMenu(menu), markup))).toBe(expected);
  });
});

describe('findMenuPlace', () => {
  const unknown = (label: string) => item('/x', label);
  it.each([
    ['between «Портфолио» and «Доска объявлений»', [home, portfolio, board, mail], 'Доска объявлений'],
    [
      'by text, other addresses',
      [home, unknown(' Портфолио '), unknown('Доска  объявлений'), mail],
      'Доска  объявлений',
    ],
    ['by hash, other labels', [home, item('/personal-area/#board', 'Объявления'), mail], 'Объявления'],
    ['after «Портфолио»', [home, portfolio, unknown('Питание'), mail], 'Питание'],
    ['before «Почта»', [home, mail], 'Почта'],
    ['at the end', [home, item('#school', 'Школа')], null],
    ['at the end, after «Портфолио»', [home, portfolio], null],
  ])('%s', (_name, entries, before) => {
    const menu = menuOf(`<ul class="menu">${entries.join('')}</ul>`);
    const point = findMenuPlace(readMenu(menu), markup);
    expect(point.parent).toBe(menu);
    expect(point.before?.querySelector('a')?.textContent?.trim() ?? null).toBe(before);
  });

  it('is the same when our item stands there already', () => {
    const menu = menuOf(`<ul class="menu">${home}${portfolio}${mail}</ul>`);
    const { before } = findMenuPlace(readMenu(menu), markup);
    const ours = document.createElement('li');
    ours.append(document.createElement('sferum-menu-item'));
    menu.insertBefore(ours, before);
    expect(findMenuPlace(readMenu(menu), markup).before).toBe(before);
    expect(menuItems(menu)).toHaveLength(3);
  });
});

describe('hasVendorItem', () => {
  it.each([
    ['Авторизация в Сферум', true],
    ['Сферум', true],
    [' Сферум&nbsp;', true],
    ['О Сферуме', false],
    ['Почта', false],
  ])('%s', (label, found) => {
    const menu = menuOf(`<ul class="menu">${home}${item('#sferum', label)}</ul>`);
    expect(hasVendorItem(readMenu(menu), markup)).toBe(found);
  });

  it('is not our own item', () => {
    const menu = menuOf(`<ul class="menu">${home}<li><sferum-menu-item></sferum-menu-item>Сферум</li></ul>`);
    expect(hasVendorItem(readMenu(menu), markup)).toBe(false);
  });
});

describe('the content', () => {
  it.each([
    [
      'of today',
      '<div class="right"><div class="top"><a class="calendar_btn"></a></div><div class="content"></div></div>',
      'right',
      'content',
    ],
    [
      'in wrappers',
      '<div class="right"></div><div class="right r2"><div><div class="content"></div></div></div>',
      'right r2',
      'content',
    ],
    ['without .right', '<main><div class="content"></div></main>', '', 'content'],
    ['none', '<p></p>', undefined, undefined],
  ])('%s', (_name, html, parent, content) => {
    document.body.innerHTML = html;
    expect(findContentParent(document, markup)?.className).toBe(parent);
    expect(findContent(document, markup)?.className).toBe(content);
  });
});
