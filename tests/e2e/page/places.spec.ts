import { expect, test } from '../fixture.ts';
import { openDiary, pause, setTime } from '../lessons.ts';
import { frameOf, meddled, menuOf, sectionsOf, seenPart } from '../mounted.ts';
import { maria, openSection, signInToDiary } from '../people.ts';

const label = 'Авторизация в Сферум';

test('the section has the whole room, whatever the content’s parent is @full', async ({ browser, stand, picture }) => {
  const page = await signInToDiary(browser, maria);
  for (const layout of ['flex', 'grid', 'shrunk', 'clipped', 'scroller'] as const) {
    stand.world.page.layout = layout;
    await page.setViewport({ width: 1280, height: 900 });
    await page.reload();
    await page.role('button', label).waitFor();
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
  }
});

test('in a page that enlarges itself ours is enlarged once @full', async ({ browser, stand, picture }) => {
  stand.world.page.layout = 'enlarged';
  const page = await signInToDiary(browser, maria);
  await page.role('button', label).waitFor();
  const item = await page.role('button', label).box();
  const neighbour = await page.role('link', 'Домашнее задание').box();
  expect(Math.abs(item.height - neighbour.height)).toBeLessThan(2);
  const section = await openSection(page, label);
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await pause(300);
  await picture(page, 'section-enlarged');
  const { frame, window } = await frameOf(page);
  expect(frame.y + frame.height).toBeLessThan(window + 1);
  expect(await seenPart(page)).toBeGreaterThan(0.98);
});

test('where the content is not known the section lies over the page, with ways back', async ({
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

test('the page clicks its own active item and sets its own hash: the section stays; only a person closes it @full', async ({
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

test('of several lists the shown one with the sections is the menu; a hidden one alone leaves the corner button @full', async ({
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

test('the menu item takes its measures from a neighbour, and lesson buttons the font of their row @full', async ({
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
      // Those of days that are over, which may stand first, show none.
      const joins = [...document.querySelectorAll('sferum-lesson')].flatMap(
        (host) => host.shadowRoot?.querySelector('[part~=join]') ?? [],
      );
      const [button] = joins;
      return [(button?.getRootNode() as ShadowRoot | undefined)?.host.parentElement, button].map(
        (one) => one && getComputedStyle(one).fontSize,
      );
    });
    expect(sizes[1], style).toMatch(/px$/);
    expect(sizes[1], style).toBe(sizes[0]);
    await page.close();
  }
});

test('in high contrast «Подключиться» and the corner button look like buttons @full', async ({
  browser,
  stand,
  picture,
}) => {
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
