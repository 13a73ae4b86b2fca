import { expect, test } from './fixture.ts';

test('a diary opens with the extension in the browser, and nobody notices where it is not signed in', async ({
  browser,
  stand,
}) => {
  const page = await browser.open('https://school.r-19.ru/');

  expect(await page.evaluate(() => location.host)).toBe('school.r-19.ru');
  expect(stand.requests.some(({ host }) => host.endsWith('.vk.me'))).toBe(false);
  expect(await browser.consoleErrors()).toEqual([]);
});
