// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keepInPage } from '@/entrypoints/eschool.content/page/feature';
import { createSectionFrame } from '@/entrypoints/eschool.content/page/sectionFrame';
import { markupOf } from '@/lib/diary/page/markup';
import { overlayName } from '@/lib/messages/frameNames';
import { click, content, find, menu, settled, show } from './page';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

let ending: AbortController;
let isAlive: boolean;
const onToggle = vi.fn();

beforeEach(() => {
  ending = new AbortController();
  isAlive = true;
  onToggle.mockClear();
  // Only where the frame stands is tried here.
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue('about:blank');
});

afterEach(() => ending.abort());

function keep() {
  const options = { markup: markupOf(undefined), isLinked: () => false, isAlive: () => isAlive, onToggle };
  const section = createSectionFrame(options, ending.signal);
  keepInPage([section], ending);
  return section;
}

const hosts = () => [...document.querySelectorAll('sferum-section')];
const places = () => hosts().map((host) => host.getAttribute('data-place'));

it('where the extension is gone nothing is opened: the page stays as it is', () => {
  show(menu() + content);
  const section = keep();
  isAlive = false;
  section.prepare();
  section.open();
  expect(hosts()).toEqual([]);
});

it('a frame that is made ready is out of reach until it is opened', () => {
  show(menu() + content);
  const section = keep();
  section.prepare();
  const [host] = hosts();
  expect([host?.hasAttribute('data-place'), (host as HTMLElement).inert]).toEqual([false, true]);
  section.open();
  expect(hosts()).toEqual([host]);
  expect([host?.getAttribute('data-place'), (host as HTMLElement).inert]).toEqual(['inside', false]);
});

describe('a frame that is taken away', () => {
  it('alone comes back', async () => {
    show(menu() + content);
    keep().open();
    expect(places()).toEqual(['inside']);
    find('sferum-section').remove();
    await settled();
    expect(places()).toEqual(['beside']);
    expect(find('sferum-section').previousElementSibling?.className).toBe('right');
  });

  it('with the content comes back behind it, once', async () => {
    show(menu() + content);
    keep().open();
    find('.right').innerHTML = '<div class="content">Оценки</div>';
    await settled();
    expect(places()).toEqual(['beside']);
    find('.right').innerHTML = '<div class="content">Почта</div>';
    await settled();
    expect(places()).toEqual(['beside']);
  });

  it('by whoever does it each time leaves the page as it was', async () => {
    show(menu() + content);
    const section = keep();
    section.open();
    let thrownOut = 0;
    const rival = new MutationObserver(() => {
      for (const host of hosts()) {
        thrownOut += 1;
        host.remove();
      }
    });
    rival.observe(document.body, { childList: true, subtree: true });
    find('sferum-section').remove();
    await settled();
    rival.disconnect();
    expect(thrownOut).toBeLessThan(8);
    expect(hosts()).toEqual([]);
    expect(onToggle).toHaveBeenLastCalledWith(false);
    // A person may try again.
    section.open();
    expect(hosts()).toHaveLength(1);
  });
});

describe('the body is written anew', () => {
  it.each([
    ['with what it held', () => document.body.innerHTML],
    ['from scratch', () => menu() + content],
  ])('%s: one section, not three', async (_name, html) => {
    show(menu() + content);
    const section = keep();
    section.open();
    for (let round = 0; round < 3; round += 1) {
      show(html());
      await settled();
    }
    expect(hosts()).toHaveLength(1);
    expect(find('sferum-section').shadowRoot?.querySelector('iframe')).not.toBeNull();
    section.close();
    expect(hosts()).toEqual([]);
  });

  it('bit by bit: nothing lies over the page meanwhile', async () => {
    show(menu() + content);
    keep().open();
    show('');
    await settled();
    expect(hosts()).toEqual([]);
    show(menu());
    await settled();
    expect(hosts()).toEqual([]);
    show(menu() + content);
    await settled();
    expect(places()).toEqual(['beside']);
  });
});

describe('where the content is not known', () => {
  const inside = (selector: string) => find('sferum-section').shadowRoot?.querySelector<HTMLElement>(selector);

  it('the section lies over the page, with a header and «Закрыть»', () => {
    show(`${menu()}<main>Что-то</main>`);
    const section = keep();
    section.open();
    expect(places()).toEqual(['over']);
    expect(inside('[part=header]')?.textContent).toBe('СферумЗакрыть');
    expect(inside('iframe')?.getAttribute('name')).toBe(overlayName);
    const close = inside('button');
    if (!close) throw new Error('no way back');
    click(close);
    expect(hosts()).toEqual([]);
    expect(onToggle.mock.calls).toEqual([[true], [false]]);
  });

  it('Escape closes it, around the frame and in it', () => {
    show(menu());
    const section = keep();
    section.open();
    inside('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(hosts()).toEqual([]);
    section.open();
    section.leave();
    expect(hosts()).toEqual([]);
  });

  it('in its own place Escape leaves it open', () => {
    show(menu() + content);
    const section = keep();
    section.open();
    section.leave();
    expect(places()).toEqual(['inside']);
  });
});

it('nothing of a person stays in a page that the browser keeps in memory', () => {
  show(menu() + content);
  const section = keep();
  section.open();
  window.dispatchEvent(new Event('pagehide'));
  expect(hosts()).toEqual([]);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(places()).toEqual(['inside']);
  expect(onToggle).toHaveBeenCalledTimes(1);
});
