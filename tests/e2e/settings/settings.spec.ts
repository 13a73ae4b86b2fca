import { expect, test } from '../fixture.ts';

test('the settings: every part is led to, says something, and is free of faults @full', async ({
  browser,
  picture,
}) => {
  const page = await browser.extensionPage('options.html');
  await page.role('heading', 'Настройки').waitFor();
  await page.role('heading', 'Сочетания клавиш').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    await picture(page, `settings-${scheme}`);
    expect(await page.axe()).toEqual([]);
  }
});
