// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildHost } from '@/entrypoints/eschool.content/page/element';
import { createVendorGuard, type VendorGuard } from '@/entrypoints/eschool.content/page/vendorGuard';
import { markupOf } from '@/lib/diary/page/markup';
import { click, find, settled, show } from './page';

let guard: VendorGuard;
const isStopped = vi.fn<() => Promise<boolean>>();
const onStop = vi.fn();
const onVendor = vi.fn();

beforeEach(() => {
  for (const mock of [isStopped, onStop, onVendor]) mock.mockReset();
  isStopped.mockResolvedValue(true);
  guard = createVendorGuard(markupOf(undefined), isStopped, onStop);
});

afterEach(() => guard.remove());

/** Shows markup whose `.vendor` is the vendor's own button. */
function showVendor(html: string): void {
  show(html);
  find('.vendor').addEventListener('click', onVendor);
}

describe('the vendor’s linking button is stopped while somebody else is signed in', () => {
  it.each([
    ['its menu item', '<li><a class="vendor hit">Авторизация в Сферум</a><a class="help">?</a></li>'],
    ['an icon in it', '<li><a class="vendor"><svg class="hit"></svg>Авторизация в Сферум</a></li>'],
    [
      'a line of the icon',
      '<button class="vendor"><svg><g><path class="hit"></path></g></svg>Привязать аккаунт к Сферум</button>',
    ],
    ['a button of no known kind', '<div class="vendor"><span class="hit">Привязать аккаунт к Сферум</span></div>'],
    ['a button that is an input', '<input type="button" class="vendor hit" value="Привязать аккаунт к Сферум">'],
  ])('a click on %s', async (_name, html) => {
    showVendor(html);
    const event = click(find('.hit'));
    await settled();
    expect(event.defaultPrevented).toBe(true);
    expect(onVendor).not.toHaveBeenCalled();
    expect(onStop).toHaveBeenCalledTimes(1);
    // «Всё равно продолжить».
    guard.proceed();
    expect(onVendor).toHaveBeenCalledTimes(1);
  });

  it('a click with the middle button, which opens a tab', async () => {
    showVendor('<a class="vendor" href="#x">Авторизация в Сферум</a>');
    const event = new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true, composed: true });
    find('.vendor').dispatchEvent(event);
    await settled();
    expect([event.defaultPrevented, onStop.mock.calls.length]).toEqual([true, 1]);
  });

  it('a click in a shadow root', async () => {
    show('<div class="host"></div>');
    const root = find('.host').attachShadow({ mode: 'open' });
    root.innerHTML = '<button>Привязать аккаунт к Сферум</button>';
    const event = click(root.firstElementChild as Element);
    await settled();
    expect([event.defaultPrevented, onStop.mock.calls.length]).toEqual([true, 1]);
  });

  it('not a click on our own item, which says the same', async () => {
    show('<li></li>');
    const button = document.createElement('button');
    button.textContent = 'Авторизация в Сферум';
    find('li').append(buildHost('sferum-menu-item', button));
    const event = click(button);
    await settled();
    expect([event.defaultPrevented, isStopped.mock.calls.length]).toEqual([false, 0]);
  });

  it.each([
    ['another item', '<li><a class="vendor hit">Почта</a></li>'],
    ['the round «?» beside it', '<li><a>Авторизация в Сферум</a><a class="vendor hit help">?</a></li>'],
    ['the page around', '<div class="vendor hit"><a>Авторизация в Сферум</a><p>Что это такое</p></div>'],
  ])('not a click on %s', async (_name, html) => {
    showVendor(html);
    click(find('.hit'));
    await settled();
    expect(isStopped).not.toHaveBeenCalled();
    expect(onVendor).toHaveBeenCalledTimes(1);
  });
});

describe('where nobody else is signed in', () => {
  it('the first click asks once and goes on by itself, further ones are let through', async () => {
    isStopped.mockResolvedValue(false);
    showVendor('<a class="vendor">Авторизация в Сферум</a>');
    click(find('.vendor'));
    click(find('.vendor'));
    await settled();
    expect(onVendor).toHaveBeenCalledTimes(1);
    click(find('.vendor'));
    await settled();
    expect(onVendor).toHaveBeenCalledTimes(2);
    expect(isStopped).toHaveBeenCalledTimes(1);
    expect(onStop).not.toHaveBeenCalled();
  });

  it('a change of session is a new question', async () => {
    isStopped.mockResolvedValue(false);
    showVendor('<a class="vendor">Авторизация в Сферум</a>');
    click(find('.vendor'));
    await settled();
    guard.doubt();
    isStopped.mockResolvedValue(true);
    click(find('.vendor'));
    await settled();
    expect(onVendor).toHaveBeenCalledTimes(1);
    expect(onStop).toHaveBeenCalledTimes(1);
  });
});
