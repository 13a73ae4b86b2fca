import { expect, test } from '../fixture.ts';
import { linkMaria } from '../lessons.ts';

test('an incognito window shows what it keeps itself, deletes that alone, and follows «Не обращаться к VK» @full @chromium', async ({
  browser,
}) => {
  await browser.allowPrivateWindows();
  await linkMaria(browser);
  const page = await browser.openPrivateWindow(`${browser.extensionOrigin}/options.html`);
  await page
    .text(
      'Ни одна учётная запись дневника не связана с учебным профилем. Привязать её можно в дневнике, в разделе «Авторизация в Сферум».',
    )
    .waitFor();
  await page.role('button', 'Показать, что хранится').click();
  await page.text('Расширение сейчас ничего не хранит.').waitFor();
  await page.role('button', 'Удалить всё').click();
  await page.role('button', 'Удалить').click();
  await page.text('Всё удалено.').waitFor();

  const ordinary = await browser.extensionPage('options.html');
  await ordinary.text('Другая учётная запись').waitFor();
  await ordinary.role('checkbox', 'Не обращаться к VK').click();
  await ordinary.text(/^Включено/).waitFor();
  await page.reload();
  await expect
    .poll(() => page.role('checkbox', 'Не обращаться к VK').evaluate((box) => (box as HTMLInputElement).checked))
    .toBe(true);
});
