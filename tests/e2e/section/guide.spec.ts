import type { Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { openSection, petr, signInToDiary } from '../people.ts';

const themes = ['light', 'dark'] as const;

/** Narrow and wide, in both themes: kept as pictures, with no breach of WCAG and nothing that sticks out. */
async function lookAtPage(
  page: Page,
  picture: (page: Page, name: string) => Promise<void>,
  name: string,
): Promise<void> {
  for (const theme of themes) {
    await page.setColorScheme(theme);
    for (const width of [320, 1200]) {
      await page.setViewport({ width, height: 900 });
      await picture(page, `${name}-${width}-${theme}`);
      expect(await page.axe()).toEqual([]);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sticksOut).toBeLessThanOrEqual(0);
    }
  }
}

test('help and privacy are read from the foot of the section, with no network @full', async ({
  browser,
  stand,
  picture,
}) => {
  const diary = await signInToDiary(browser, petr);
  const section = await openSection(diary, 'Авторизация в Сферум');

  // The section stands at an address of its own in a frame.
  await section.role('link', 'Конфиденциальность').click();
  await (await browser.waitForPage(/\/privacy\.html/)).close();
  await diary.bringToFront();
  await section.role('link', 'Помощь').click();
  const guide = await browser.waitForPage(/\/guide\.html/);
  const asked = stand.requests.length;
  await guide.role('heading', 'Нет кнопки «Подключиться»').waitFor();
  await lookAtPage(guide, picture, 'guide');
  await guide.role('searchbox').fill('тумблер');
  await guide.role('heading', 'Учителю: чаты, планирование и звонки').waitFor();
  await guide.role('searchbox').fill('перешла в MAX');
  await guide.role('heading', 'Школа перешла в MAX').waitFor();
  expect(await guide.role('link', 'Открыть MAX в браузере').attribute('href')).toBe('https://web.max.ru/');
  await picture(guide, 'guide-max');

  await guide.role('link', 'Конфиденциальность').click();
  const privacy = await browser.waitForPage(/\/privacy\.html/);
  await privacy.role('heading', 'Что хранится и как долго').waitFor();
  await privacy.role('columnheader', 'Сколько').waitFor();
  await lookAtPage(privacy, picture, 'privacy');
  expect(stand.requests.slice(asked).filter(({ path }) => /privacy|guide/.test(path))).toEqual([]);
});
