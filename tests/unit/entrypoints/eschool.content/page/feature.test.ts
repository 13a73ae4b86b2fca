// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { buildHost, takeOut } from '@/entrypoints/eschool.content/page/element';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { content, find, menu, settled, show } from './page';

let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
  show(menu() + content);
});

afterEach(() => ending.abort());

function watch(act: (changed?: ReadonlySet<Node>) => void = () => undefined) {
  const refresh = vi.fn(act);
  const keeper = keepInPage([{ refresh, remove: () => undefined }], ending);
  refresh.mockClear();
  return { refresh, keeper };
}

describe('what the page does is seen', () => {
  it.each([
    ['an element is added', () => find('.content').append(document.createElement('p'))],
    ['an element is taken away', () => find('.content li').remove()],
    [
      'a text is written anew',
      () => {
        find('.content li').textContent = 'Вторник';
      },
    ],
    [
      'a text changes in place',
      () => {
        const text = find('.content li').firstChild;
        if (text) text.nodeValue = 'Вторник';
      },
    ],
  ])('%s', async (_name, change) => {
    const { refresh } = watch();
    change();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('something of ours is taken away', async () => {
    const host = buildHost('sferum-lesson');
    find('.content li').append(host);
    const { refresh } = watch();
    host.remove();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('our menu item is taken away', async () => {
    const ours = document.createElement('li');
    ours.append(buildHost('sferum-menu-item'));
    find('ul.menu').append(ours);
    const { refresh } = watch();
    find('ul.menu').removeChild(ours);
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('our own changes are not answered', () => {
  it('what we add and take out', async () => {
    const { refresh } = watch();
    const host = buildHost('sferum-lesson');
    const ours = document.createElement('li');
    ours.append(buildHost('sferum-menu-item'));
    find('.content li').append(host);
    find('ul.menu').append(ours);
    await settled();
    takeOut(host);
    takeOut(ours);
    await settled();
    expect(refresh).not.toHaveBeenCalled();
  });

  it('what we took out once and put back is missed when the page takes it', async () => {
    const host = buildHost('sferum-lesson');
    const { refresh } = watch();
    find('.content li').append(host);
    takeOut(host);
    await settled();
    find('.content li').append(host);
    await settled();
    host.remove();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('what a feature does when it is asked', async () => {
    const { refresh } = watch(() => find('.content').append(document.createElement('p')));
    find('.content li').remove();
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('dead copies are swept away', () => {
  it.each([
    ['of a button in a row', '.content', buildHost('sferum-lesson'), '.content li', 'sferum-lesson'],
    ['of the section', 'body', buildHost('sferum-section'), '.right', 'sferum-section'],
  ])('%s', async (_name, written, host, place, tag) => {
    find(place).append(host);
    watch();
    const element = find(written);
    // The page writes what it has read: a shadow root is not in it.
    element.innerHTML = element.innerHTML.replaceAll('Понедельник', 'Вторник');
    await settled();
    expect([...document.querySelectorAll(tag)]).toEqual([]);
  });

  it('of the menu item, with the `li` around it', async () => {
    const ours = document.createElement('li');
    ours.append(buildHost('sferum-menu-item'));
    find('ul.menu').append(ours);
    watch();
    const before = find('ul.menu').children.length;
    find('ul.menu').append(ours.cloneNode(true));
    await settled();
    expect(find('ul.menu').children.length).toBe(before);
    expect(ours.isConnected).toBe(true);
  });
});

it('a page that never rests is answered four times a second', async () => {
  const { refresh } = watch();
  for (let change = 0; change < 200; change += 1) {
    find('.content').append(document.createElement('p'));
    await Promise.resolve();
  }
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(refresh.mock.calls.length).toBeGreaterThan(10);
  expect(refresh.mock.calls.length).toBeLessThan(40);
});

it('a feature that answers another script for ever cannot hang the page', async () => {
  const rival = new MutationObserver(() => find('.content').append(document.createElement('b')));
  rival.observe(find('ul.menu'), { childList: true });
  const { refresh } = watch(() => find('ul.menu').append(document.createElement('li')));
  find('.content').append(document.createElement('p'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  rival.disconnect();
  expect(refresh.mock.calls.length).toBeLessThan(40);
});

it('once the extension is gone from under the page, what is left of it goes with the page’s next change', async () => {
  const remove = vi.fn();
  const ending = new AbortController();
  keepInPage([{ refresh: () => undefined, remove }], ending);
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('');
  document.body.append(document.createElement('p'));
  await vi.waitFor(() => expect(remove).toHaveBeenCalledOnce());
  expect(ending.signal.aborted).toBe(true);
});
