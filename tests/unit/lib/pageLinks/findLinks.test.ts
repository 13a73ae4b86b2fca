// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findLinks } from '@/lib/pageLinks/findLinks';
import { listLinks } from '@/lib/pageLinks/listLinks';

const id = 'A'.repeat(43);
const other = 'B'.repeat(43);
const vk = `https://vk.com/call/join/${id}`;
const telemost = 'https://telemost.yandex.ru/j/12345678901234';

/** The page as the parser makes it. */
function page(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
}

const found = (withWriting = false) =>
  findLinks(document.body, withWriting).links.map(({ link, isDoubtful }) => `${link.service}${isDoubtful ? '?' : ''}`);

beforeEach(() => document.body.replaceChildren());

describe('links to calls in a page', () => {
  it.each([
    ['behind a link', `<p>Урок <a href="${telemost}">здесь</a></p>`, ['telemost']],
    ['written in the text', `<p>Алгебра в 10:00: ${telemost}</p>`, ['telemost']],
    ['both, in the order of the page', `<p>${telemost}</p><a href="${vk}">Звонок</a>`, ['telemost', 'vk']],
    ['the same written and linked', `<a href="${telemost}">${telemost}</a>`, ['telemost']],
    ['text and address name different calls', `<a href="${vk}">${telemost}</a>`, ['vk?']],
    ['text and address name different rooms', `<a href="https://vk.com/call/join/${other}">${vk}</a>`, ['vk?']],
    ['an address in words that leads elsewhere', `<a href="https://evil.example/">${telemost}</a>`, ['telemost?']],
    ['no call', '<a href="https://school.example/">Школа</a><p>telemost.yandex.ru</p>', []],
    ['a script and a style', `<script>"${telemost}"</script><style>/*${telemost}*/</style>`, []],
    ['fields', `<textarea>${telemost}</textarea><input value="${telemost}">`, []],
  ] as const)('%s', (_, html, services) => {
    page(html);
    expect(found()).toEqual(services);
  });

  it.each([
    ['editable text', `<div contenteditable="true"><p>${telemost}</p></div>`],
    ['code', `<pre><code>${telemost}</code></pre>`],
  ])('%s is listed, and nothing is put there', (_, html) => {
    page(html);
    expect([found(false), found(true)]).toEqual([[], ['telemost']]);
  });

  it.each(['<div contenteditable="true"><p id="part">', '<pre id="part">', '<code><b id="part">'])(
    'nothing is put into a part of what people write: %s',
    (html) => {
      page(`${html}${telemost}`);
      const part = document.getElementById('part');
      expect(part && findLinks(part, false).links).toEqual([]);
      expect(part && findLinks(part, true).links).toHaveLength(1);
    },
  );

  it('a link around a whole page, and links in links, are read once', () => {
    page(`<a href="${vk}" id="outer">${'<i></i>'.repeat(300)}</a>`);
    for (let depth = 0, place = document.getElementById('outer'); place && depth < 300; depth += 1) {
      const inner = document.createElement('a');
      inner.href = 'https://school.example/';
      place.append(inner, 'слова '.repeat(100));
      place = inner;
    }
    expect(found()).toEqual(['vk']);
  });

  it('a text that is too long to be read whole is said to be cut', () => {
    page(`<p>${telemost} ${'слово '.repeat(20_000)}</p>`);
    const { links, isCut } = findLinks(document.body, false);
    expect([links.length, isCut]).toEqual([1, true]);
  });

  it('elements count, too: a page of nothing but these is not looked through for ever', () => {
    page(`${'<i></i>'.repeat(500)}<p>${telemost}</p>`);
    const few = findLinks(document.body, false, { nodes: 100, characters: 100_000, links: 10 });
    expect([few.links.length, few.isCut]).toEqual([0, true]);
  });

  it('stops at its limits and says so', () => {
    page(`<p>${telemost}</p>`.repeat(30));
    const limits = { nodes: 1000, characters: 100_000, links: 10 };
    const many = findLinks(document.body, false, limits);
    expect([many.links.length, many.isCut]).toEqual([10, true]);
    expect(findLinks(document.body, false, { ...limits, nodes: 5 }).isCut).toBe(true);
    expect(findLinks(document.body, false, { ...limits, characters: 50 }).isCut).toBe(true);
    page(`<p>${telemost}</p>`);
    expect(findLinks(document.body, false, limits).isCut).toBe(false);
  });
});

describe('the list beside a page', () => {
  it('names each call once, by the words before it', () => {
    page(
      `<ul><li>Алгебра, 10:00 — <a href="${telemost}">подключиться</a></li><li>Ещё раз: ${telemost}</li></ul><p>Классный час: ${vk}</p><a href="https://meet.google.com/abc-defg-hij">Урок музыки</a>`,
    );
    expect(listLinks(document).links.map(({ service, words }) => [service, words])).toEqual([
      ['telemost', 'Алгебра, 10:00'],
      ['vk', 'Классный час'],
      ['meet', 'Урок музыки'],
    ]);
  });

  it('what a reader does not see says nothing of a link', () => {
    page(`<p><script>"Алгебра"</script><style>p{}</style>Физика: ${telemost}</p>`);
    expect(listLinks(document).links.map(({ words }) => words)).toEqual(['Физика']);
  });

  it('names each of several calls in one text by its own words', () => {
    page(`<p>10:00 Алгебра: ${telemost}, пароль 12
      11:20 География — https://dion.vc/event/geography. Физика:${vk} https://meet.google.com/abc-defg-hij</p>`);
    expect(listLinks(document).links.map(({ service, words }) => [service, words])).toEqual([
      ['telemost', '10:00 Алгебра'],
      ['dion', 'пароль 12 11:20 География'],
      ['vk', 'Физика'],
      ['meet', ''],
    ]);
  });

  it('clips words, and drops addresses and what breaks out of a line', () => {
    page(`<p>${'слово '.repeat(1000)}\u202e https://evil.example ${telemost}</p>`);
    const [link] = listLinks(document).links;
    expect(link?.words.length).toBeLessThanOrEqual(81);
    expect(link?.words).not.toMatch(/\u202e|https/);
  });
});
