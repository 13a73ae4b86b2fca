import type { Box, Browser, Page } from './driver/types.ts';
import { expect, test } from './fixture.ts';
import { lessonNow, marksOf, openDiary, pause, planToday, setTime, sferumLink, waitForMarks } from './lessons.ts';
import { maria, openSection, signInToDiary } from './people.ts';

const label = 'Авторизация в Сферум';

/** The labels of the menu's items in their order, ours as «Сферум». */
function menuOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.side ul.menu:last-of-type > li')].map((item) =>
      item.querySelector('sferum-menu-item') ? 'Сферум' : (item.textContent ?? '').replace('?', ''),
    ),
  );
}

/** How often a script beside the page's own did what it does. */
function meddled(page: Page, name: string): Promise<number> {
  return page.evaluate((key) => (window as unknown as { __meddled: Record<string, number> }).__meddled[key] ?? 0, name);
}

/** How many sections there are and where they stand. */
function sectionsOf(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('sferum-section')].map((host) => host.getAttribute('data-place')),
  );
}

test('another script that keeps its own item before «Доска объявлений» does not hang the page; a sorted menu stays sorted @both', async ({
  browser,
  stand,
}) => {
  stand.world.page.meddlers = ['rival'];
  const page = await signInToDiary(browser, maria);
  await page.role('button', label).waitFor();
  await pause(500);
  expect((await menuOf(page)).slice(6, 10)).toEqual(['Портфолио', 'Сферум', 'Чужое', 'Доска объявлений']);
  expect(await meddled(page, 'rival')).toBeLessThan(10);

  stand.world.page.meddlers = ['sorter'];
  await page.reload();
  await page.role('button', label).waitFor();
  await pause(2500);
  const sorted = await meddled(page, 'sorter');
  expect(sorted).toBeLessThan(30);
  await pause(1000);
  expect(await meddled(page, 'sorter')).toBe(sorted);
  await openSection(page, label);
  expect(await sectionsOf(page)).toEqual(['inside']);

  stand.world.page.meddlers = ['thrower'];
  await page.reload();
  await page.role('link', 'Оценки').click();
  await page.text('Оценки: раздел дневника').waitFor();
  await pause(2500);
  // Each of ours a few times a round, and then no more.
  await expect.poll(() => meddled(page, 'thrower')).toBeGreaterThan(4);
  await page.role('link', 'Дневник').click();
  await pause(2000);
  const thrown = await meddled(page, 'thrower');
  await pause(1000);
  expect((await meddled(page, 'thrower')) - thrown).toBeLessThan(40);
});

test('a page that writes its own `innerHTML` back has one item, one section and live buttons', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  stand.world.page.meddlers = ['rewriter'];
  const page = await openDiary(browser, stand);
  await expect.poll(() => meddled(page, 'rewriter')).toBeGreaterThan(2);
  expect((await menuOf(page)).filter((one) => one === 'Сферум')).toHaveLength(1);
  const dead = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('sferum-lesson, sferum-menu-item, sferum-section')].filter(
          (one) => !one.shadowRoot,
        ).length,
    );
  expect(await dead()).toBe(0);
  expect((await marksOf(page)).filter((mark) => mark.startsWith('Алгебра'))).toEqual([
    'Алгебра: Подключиться, Урок уже идёт',
  ]);
  await openSection(page, label);
  await pause(1200);
  expect(await sectionsOf(page)).toHaveLength(1);

  stand.world.page.meddlers = ['bodyWriter'];
  await page.reload();
  await openSection(page, label);
  await expect.poll(() => meddled(page, 'bodyWriter')).toBe(3);
  await pause(300);
  expect(await sectionsOf(page)).toHaveLength(1);
  expect(await dead()).toBe(0);
  expect((await menuOf(page)).filter((one) => one === 'Сферум')).toHaveLength(1);
  // And there is a way back.
  await page.role('link', 'Расписание').click();
  expect(await sectionsOf(page)).toEqual([]);
  expect(await page.css('.right').isVisible()).toBe(true);
});

test('whoever takes the menu item, the frame or a button away: it comes back, and no empty page is left @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  const take = (selector: string) =>
    page.evaluate((one) => {
      const found = document.querySelector(one);
      (found?.closest('ul.menu > li') ?? found)?.remove();
    }, selector);
  await take('sferum-menu-item');
  await page.role('button', label).waitFor();
  await take('sferum-lesson');
  await waitForMarks(page, ([first]) => first?.startsWith('Алгебра') ?? false);
  expect((await marksOf(page))[0]).toBe('Алгебра: Подключиться, Урок уже идёт');

  // A row whose text changes in place is another lesson.
  await page.evaluate(() => {
    const text = document.querySelector('.content td.lesson')?.firstChild;
    if (text) text.nodeValue = 'Химия';
  });
  await waitForMarks(page, ([first]) => !first?.startsWith('Химия'));
  expect((await marksOf(page))[0]).not.toContain('Химия');

  await openSection(page, label);
  await take('sferum-section');
  await page.frame('section.html');
  expect(await sectionsOf(page)).toEqual(['beside']);
  expect(await page.css('.content').isVisible()).toBe(false);
});

for (const layout of ['flex', 'grid', 'shrunk', 'clipped', 'scroller'] as const) {
  test(`the section has the whole room where the content’s parent is: ${layout}`, async ({
    browser,
    stand,
    picture,
  }) => {
    stand.world.page.layout = layout;
    const page = await signInToDiary(browser, maria);
    const content = await page.css('.right').box();
    // Out of the blue: nothing was made ready before.
    const section = await openSection(page, label);
    await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
    // Drawn by another process.
    await pause(300);
    await picture(page, `section-${layout}`);
    const { frame, window } = await frameOf(page);
    expect(frame.width).toBeGreaterThanOrEqual(content.width - 26);
    expect(frame.y + frame.height).toBeGreaterThan(window - 30);
    expect(await seenPart(page)).toBeGreaterThan(0.98);
    // The window is made narrower and wider again.
    await page.setViewport({ width: 1500, height: 800 });
    await pause(300);
    const wide = await frameOf(page);
    if (layout !== 'shrunk') expect(wide.frame.width).toBeGreaterThan(frame.width + 150);
    await page.role('link', 'Дневник').click();
    expect(await page.css('.right').isVisible()).toBe(true);
  });
}

/** The frame's place, and the window's height. */
function frameOf(page: Page): Promise<{ frame: Box; window: number }> {
  return page.evaluate(() => {
    const frame = document.querySelector('sferum-section')?.shadowRoot?.querySelector('iframe');
    const { x = 0, y = 0, width = 0, height = 0 } = frame?.getBoundingClientRect() ?? {};
    return { frame: { x, y, width, height }, window: window.innerHeight };
  });
}

/** Which part of the frame's inside is seen, of a hundred places in it. */
function seenPart(page: Page): Promise<number> {
  return page.evaluate(() => {
    const host = document.querySelector('sferum-section');
    const box = host?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect();
    if (!box) return 0;
    let seen = 0;
    for (let at = 0; at < 100; at += 1) {
      const x = box.left + ((at % 10) + 0.5) * (box.width / 10);
      const y = box.top + (Math.floor(at / 10) + 0.5) * (box.height / 10);
      if (document.elementFromPoint(x, y) === host) seen += 1;
    }
    return seen / 100;
  });
}

test('where the content is not known the section lies over the page, with ways back @both', async ({
  browser,
  stand,
  picture,
}) => {
  stand.world.page.layout = 'unknown';
  const page = await signInToDiary(browser, maria);
  let section = await openSection(page, label);
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await pause(300);
  await picture(page, 'section-over');
  expect(await sectionsOf(page)).toEqual(['over']);
  expect(await page.css('.x8').isVisible()).toBe(true);
  expect((await page.axe()).filter(({ nodes }) => nodes.some((node) => node.includes('sferum-')))).toEqual([]);
  await page.role('button', 'Закрыть').click();
  await expect.poll(() => sectionsOf(page)).toEqual([]);

  // Escape, in the frame and around it.
  section = await openSection(page, label);
  await section.role('button', 'Привязать аккаунт к Сферум').press('Escape');
  await expect.poll(() => sectionsOf(page)).toEqual([]);
  expect(await page.focused()).toContain(label);
  await openSection(page, label);
  await page.role('button', 'Закрыть').press('Escape');
  await expect.poll(() => sectionsOf(page)).toEqual([]);
  await page.role('link', 'Расписание').click();
  expect(await page.url()).toContain('#schedule');
});

test('the page clicks its own active item and sets its own hash: the section stays; only a person closes it', async ({
  browser,
  stand,
}) => {
  stand.world.page.meddlers = ['ownHash', 'ownClick'];
  const page = await signInToDiary(browser, maria);
  await openSection(page, label);
  const [hashes, clicks] = [await meddled(page, 'ownHash'), await meddled(page, 'ownClick')];
  await pause(1500);
  expect(await meddled(page, 'ownHash')).toBeGreaterThan(hashes + 2);
  expect(await meddled(page, 'ownClick')).toBeGreaterThan(clicks + 2);
  expect(await sectionsOf(page)).toHaveLength(1);
  expect(await sectionsOf(page)).toHaveLength(1);
  await expect.poll(() => meddled(page, 'ownHash')).toBe(12);
  await page.role('link', 'Оценки').click();
  await expect.poll(() => sectionsOf(page)).toEqual([]);
});

test('a script of the page that clicks our buttons opens nothing; a double click opens one tab @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', { materials: [{ name: 'Урок', url: sferumLink('once') }] }),
    lessonNow(stand, 'Химия', {
      materials: [{ name: '', url: sferumLink('one') }],
      comment: 'https://telemost.yandex.ru/j/12345678901234',
    }),
  ]);
  stand.world.page.meddlers = ['clicker'];
  const page = await openDiary(browser, stand);
  await expect.poll(() => meddled(page, 'clicker'), { timeout: 20_000 }).toBeGreaterThan(30);
  expect(await sectionsOf(page)).toEqual([]);
  expect(await page.role('group', 'Куда подключиться').count()).toBe(0);
  expect(await callsOf(browser)).toBe(0);

  stand.world.page.meddlers = [];
  await page.reload();
  await waitForMarks(page, (marks) => marks.length > 1);
  const button = page.role('button', 'Подключиться').first();
  await button.click();
  await button.click();
  await browser.waitForPage(/call_link/);
  await pause(500);
  expect(await callsOf(browser)).toBe(1);
});

/** How many calls are open. */
async function callsOf(browser: Browser): Promise<number> {
  const addresses = await Promise.all((await browser.pages()).map((page) => page.url()));
  return addresses.filter((address) => /call_link|telemost/.test(address)).length;
}

test('of several lists the shown one with the sections is the menu; a hidden one alone leaves the corner button', async ({
  browser,
  stand,
}) => {
  stand.world.page.otherMenus = ['header', 'phone'];
  const page = await signInToDiary(browser, maria);
  await page.role('button', label).waitFor();
  expect(await menuOf(page)).toContain('Сферум');
  expect(await page.css('.header-menu sferum-menu-item').count()).toBe(0);
  // The narrow window shows the other one.
  await page.evaluate(() => {
    const [phone, wide] = ['.phone-menu', '.side ul.menu:last-of-type'].map((one) =>
      document.querySelector<HTMLElement>(one),
    );
    phone?.style.setProperty('display', 'block');
    wide?.style.setProperty('display', 'none');
  });
  await page.css('.phone-menu').role('button', label).waitFor();

  stand.world.page.menu = 'hidden';
  stand.world.page.otherMenus = [];
  await page.reload();
  const corner = page.css('sferum-corner').role('button', 'Сферум');
  await corner.waitFor('visible', { timeout: 15_000 });
  await page.evaluate(() => document.querySelector<HTMLElement>('ul.menu')?.style.removeProperty('display'));
  await page.role('button', label).waitFor();
  await expect.poll(() => page.css('sferum-corner').count()).toBe(0);
});

test('a menu that comes after ten seconds gets our item, and the corner button goes @full', async ({
  browser,
  stand,
}) => {
  stand.world.page.menu = 'late';
  stand.world.page.menuDelayMs = 10_000;
  const page = await signInToDiary(browser, maria);
  await page.css('sferum-corner').role('button', 'Сферум').waitFor('visible', { timeout: 15_000 });
  await page.role('button', label).waitFor('visible', { timeout: 15_000 });
  expect(await page.css('sferum-corner').count()).toBe(0);
});

test('the menu item takes its measures from a neighbour, and lesson buttons the font of their row', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  for (const style of ['usual', 'other'] as const) {
    stand.world.page.menuStyle = style;
    const page = await openDiary(browser, stand);
    await page.role('button', label).waitFor();
    await pause(200);
    await picture(page, `menu-${style}`);
    const { ours, neighbour } = await page.evaluate(() => {
      const measure = (item: Element, link: Element, icon: Element | null | undefined) => {
        const outer = item.getBoundingClientRect();
        const box = icon?.getBoundingClientRect();
        const { fontSize, fontFamily, color, backgroundColor } = getComputedStyle(link);
        return {
          left: outer.left,
          width: outer.width,
          height: outer.height,
          icon: box ? [box.left, box.top - outer.top, box.width, box.height].map(Math.round) : [],
          font: [fontSize, fontFamily, color, backgroundColor],
        };
      };
      const item = document.querySelector('sferum-menu-item');
      const inside = item?.shadowRoot;
      const own = item?.parentElement;
      const next = document.querySelector('.edge-board');
      const [button, link] = [inside?.querySelector('button'), next?.querySelector('a')];
      if (!own || !next || !button || !link) throw new Error('no menu');
      return {
        ours: measure(own, button, inside?.querySelector('svg')),
        neighbour: measure(next, link, link.querySelector('i')),
      };
    });
    expect(ours, style).toEqual(neighbour);
    const sizes = await page.evaluate(() => {
      const host = document.querySelector('sferum-lesson');
      const button = host?.shadowRoot?.querySelector('[part=join]');
      return [host?.parentElement, button].map((one) => one && getComputedStyle(one).fontSize);
    });
    expect(sizes[1], style).toBe(sizes[0]);
    await page.close();
  }
});

test('in high contrast «Подключиться» and the corner button look like buttons', async ({ browser, stand, picture }) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await page.setForcedColors(true);
  await pause(200);
  await picture(page, 'lesson-forced-colours');
  const edge = await page
    .css('sferum-lesson')
    .role('button', 'Подключиться')
    .evaluate((button) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
      return { borderTopWidth, isSeen: borderTopColor !== backgroundColor };
    });
  expect(edge).toEqual({ borderTopWidth: '2px', isSeen: true });
});
