// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { createMenuItem } from '@/entrypoints/eschool.content/page/menuItem';
import { markupOf } from '@/lib/diary/page/markup';
import { click, content, find, item, items, menu, settled, show } from './page';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

let ending: AbortController;
const onOpen = vi.fn();
const onLeave = vi.fn();

beforeEach(() => {
  ending = new AbortController();
  onOpen.mockClear();
  onLeave.mockClear();
});

afterEach(() => ending.abort());

function keep() {
  const menuItem = createMenuItem({
    markup: markupOf(undefined),
    linked: false,
    onReach: () => undefined,
    onOpen,
    onLeave,
    onMenu: () => undefined,
  });
  keepInPage([menuItem], ending);
  return menuItem;
}

const labels = () =>
  [...find('ul.menu').children].map((one) => (one.querySelector('sferum-menu-item') ? 'ours' : one.textContent));
const place = () => labels().indexOf('ours');

describe('another script wants our place', () => {
  it('a second copy of the extension stands there too, and nothing moves', async () => {
    show(menu());
    const board = find('a[href="#board"]').parentElement;
    const other = document.createElement('li');
    other.textContent = 'чужое';
    let moves = 0;
    // As this extension once did: its own element has to stand just before «Доска объявлений».
    const keepOther = () => {
      if (moves > 1000 || ending.signal.aborted || other.nextElementSibling === board) return;
      moves += 1;
      board?.before(other);
    };
    const rival = new MutationObserver(keepOther);
    rival.observe(document.body, { childList: true, subtree: true });
    keep();
    keepOther();
    await settled();
    rival.disconnect();
    expect(moves).toBeLessThan(4);
    expect(labels().slice(3, 6)).toEqual(['Портфолио?', 'ours', 'чужое']);
  });

  it('a menu that sorts itself has won after five moves', async () => {
    show(menu());
    let sorts = 0;
    const sort = () => {
      const sorted = [...find('ul.menu').children].sort((one, two) =>
        (one.textContent ?? '').localeCompare(two.textContent ?? ''),
      );
      if (sorts > 1000 || sorted.every((one, at) => find('ul.menu').children[at] === one)) return;
      sorts += 1;
      find('ul.menu').append(...sorted);
    };
    const rival = new MutationObserver(sort);
    rival.observe(find('ul.menu'), { childList: true });
    keep();
    await settled();
    await settled();
    rival.disconnect();
    expect(sorts).toBeLessThan(10);
    expect(labels()).toContain('ours');
  });

  it('whoever takes it away each time cannot hang the page', async () => {
    show(menu());
    let thrownOut = 0;
    const rival = new MutationObserver(() => {
      const ours = find('ul.menu').querySelector('sferum-menu-item')?.parentElement;
      if (thrownOut > 1000 || !ours) return;
      thrownOut += 1;
      ours.remove();
    });
    rival.observe(find('ul.menu'), { childList: true });
    const menuItem = keep();
    await settled();
    rival.disconnect();
    expect(thrownOut).toBe(5);
    expect(menuItem.hasMenu).toBe(false);
  });

  it('an advertisement between stays where it is', async () => {
    show(menu([...items.slice(0, 4), '<li><b>Реклама</b></li>', ...items.slice(4)].join('')));
    keep();
    await settled();
    const before = labels();
    find('ul.menu').append(document.createElement('li'));
    await settled();
    expect(labels().slice(0, before.length)).toEqual(before);
  });
});

it('a page that renders itself anew is not laid out by us each time: measured is what it has laid out itself', async () => {
  const told: (() => void)[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe: () => void;
      disconnect = () => undefined;
      constructor(tell: (entries: readonly unknown[]) => void) {
        this.observe = () => told.push(() => tell([]));
      }
    },
  );
  const measured = [
    vi.spyOn(window, 'getComputedStyle'),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
    vi.spyOn(Element.prototype, 'getClientRects'),
  ];
  const times = () => measured.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  show(menu());
  keep();
  for (let rendering = 0; rendering < 5; rendering += 1) {
    find('ul.menu').innerHTML = items.join('');
    await settled();
    expect(place()).toBe(4);
  }
  expect(times()).toBe(0);
  for (const tell of told) tell();
  expect(times()).toBeGreaterThan(0);
});

it('the label is written down when it is another one, not at each answer of the diary', () => {
  const written = vi.spyOn(browser.storage.local, 'set');
  show(menu());
  const menuItem = keep();
  for (const linked of [false, false, true, true]) menuItem.setLinked(linked);
  expect(written).toHaveBeenCalledTimes(1);
});

describe('it comes back', () => {
  it.each([
    ['taken away alone', () => find('sferum-menu-item').parentElement?.remove()],
    [
      'rendered anew',
      () => {
        find('ul.menu').innerHTML = items.join('');
      },
    ],
    [
      'written back with its dead copy',
      () => {
        const html = find('ul.menu').innerHTML;
        find('ul.menu').innerHTML = html;
      },
    ],
    [
      'the body written anew',
      () => {
        document.body.innerHTML = menu() + content;
      },
    ],
  ])('%s', async (_name, change) => {
    show(menu() + content);
    keep();
    await settled();
    change();
    await settled();
    expect(labels().filter((label) => label === 'ours')).toHaveLength(1);
    expect(place()).toBe(4);
    expect(find('sferum-menu-item').shadowRoot).not.toBeNull();
  });

  it('in a menu that comes after ten seconds', async () => {
    show(content);
    const menuItem = keep();
    expect(menuItem.hasMenu).toBe(false);
    document.body.insertAdjacentHTML('beforeend', menu());
    await settled();
    expect(menuItem.hasMenu).toBe(true);
    expect(place()).toBe(4);
  });
});

describe('a click', () => {
  it('of a person opens the section, one of a script does not', () => {
    show(menu());
    keep();
    const button = find('sferum-menu-item').shadowRoot?.querySelector('button');
    if (!button) throw new Error('no button');
    click(button, false);
    button.click();
    expect(onOpen).not.toHaveBeenCalled();
    click(button);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a person, another item', 'a[href="#schedule"]', true, 1],
    ['a person, the active item', 'a.active', true, 1],
    ['a person, an icon in an item', 'a[href="#schedule"] i', true, 1],
    ['a person, the round «?»', 'a.help', true, 0],
    ['a person, a link of the header to a place of the page', '.header a', true, 1],
    ['a person, the content', '.content li', true, 0],
    ['the page, its own active item', 'a.active', false, 0],
    ['the page, another item', 'a[href="#schedule"]', false, 0],
  ])('of %s', (_name, target, trusted, times) => {
    show(`<div class="header"><a href="#mail">2 письма</a></div>${menu()}${content}`);
    const menuItem = keep();
    menuItem.setOpen(true);
    click(find(target), trusted);
    expect(onLeave).toHaveBeenCalledTimes(times);
  });
});

describe('the page’s own current item', () => {
  const covered = () => [...document.querySelectorAll('[data-sferum-covered]')].map((link) => link.textContent);

  it('looks like any other while the section is open, also when the menu is rendered anew', async () => {
    show(menu() + content);
    const menuItem = keep();
    expect(covered()).toEqual([]);
    menuItem.setOpen(true);
    expect(covered()).toEqual(['Дневник']);
    find('ul.menu').innerHTML = items.join('');
    await settled();
    expect(covered()).toEqual(['Дневник']);
    menuItem.setOpen(false);
    expect(covered()).toEqual([]);
  });
});

it('what changes in the content is no reason to read the menu', async () => {
  show(menu() + content);
  keep();
  await settled();
  const asked = vi.spyOn(find('ul.menu'), 'querySelectorAll');
  find('.content').innerHTML = '<ul><li>Вторник</li></ul>';
  await settled();
  expect(asked).not.toHaveBeenCalled();
  find('ul.menu').prepend(document.createElement('li'));
  await settled();
  expect(asked).toHaveBeenCalled();
});

describe('the wrong menu', () => {
  it('is not taken: one of the header, without sections', () => {
    show(
      `<ul class="menu" id="top"><li><a href="/exit">Выход</a></li></ul><div>${menu().replace('<ul', '<ul id="left"')}</div>`,
    );
    keep();
    expect(find('sferum-menu-item').closest('ul')?.id).toBe('left');
  });

  it('is not taken: a hidden copy for phones', () => {
    const box = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    box.mockImplementation(function (this: Element) {
      return this.id === 'phone' ? new DOMRect() : new DOMRect(0, 0, 240, 400);
    });
    show(menu().replace('<ul', '<ul id="phone"') + menu().replace('<ul', '<ul id="left"'));
    keep();
    expect(find('sferum-menu-item').closest('ul')?.id).toBe('left');
  });

  it('the vendor’s own item there: ours is not put', () => {
    show(menu([...items, item('#sferum', 'Сферум')].join('')));
    const menuItem = keep();
    expect(document.querySelector('sferum-menu-item')).toBeNull();
    expect(menuItem.hasMenu).toBe(true);
  });
});

describe('the number of unread chats', () => {
  it('stands in a root that no script of the page can read, and keeps its place', () => {
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    show(menu());
    const menuItem = keep();
    const pill = () => find('sferum-menu-item').shadowRoot?.querySelector<HTMLElement>('[part=unread]');
    expect(pill()).toBeNull();
    menuItem.setLinked(true);
    expect(pill()?.style.visibility).toBe('hidden');
    menuItem.setUnread(12);
    expect(pill()?.style.visibility).toBe('');
    expect([pill()?.shadowRoot, pill()?.outerHTML.includes('12')]).toEqual([null, false]);
    const closed = attach.mock.results.map(({ value }) => value as ShadowRoot).find(({ mode }) => mode === 'closed');
    expect(closed?.textContent).toBe('12');
    expect(closed?.firstElementChild?.ariaLabel).toBe('Непрочитанных чатов: 12');
    menuItem.setUnread(100);
    expect(closed?.textContent).toBe('99+');
    menuItem.setUnread(0);
    expect(pill()?.style.visibility).toBe('hidden');
    menuItem.setLinked(false);
    expect(pill()).toBeNull();
  });
});
