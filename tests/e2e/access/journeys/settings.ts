import type { Page } from '../../driver/types.ts';
import { linkMaria, openDiary, setTime } from '../../lessons.ts';
import { maria, signInToDiary } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';

function seeAt(page: Page, name: string, more: Partial<Seen> = {}): Seen {
  return { name: `settings-${name}`, place: 'page', page, ...more };
}

/** Every part as it is after an installation. */
async function* fresh({ browser }: Tools): AsyncGenerator<Seen> {
  const page = await browser.extensionPage('options.html');
  await page.role('button', 'Включить напоминания').waitFor();
  yield seeAt(page, 'fresh');
}

/** Every part with something in it, and what is shown, asked and said. */
async function* full({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  await signInToDiary(browser, { ...maria, host: own });
  const welcome = await browser.extensionPage('welcome.html');
  await welcome.text('Другой адрес дневника').click();
  await welcome.field('Адрес дневника').fill(own);
  await welcome.role('button', 'Подключить дневник').click();
  await welcome.text(/подключён/).waitFor();
  await welcome.close();
  const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
  await permission.role('button', 'Разрешить').click();
  await permission.text(/^Готово/).waitFor();
  await permission.close();
  await linkMaria(browser);
  await openDiary(browser, stand);

  const page = await browser.extensionPage('options.html');
  await page.role('button', 'Включить напоминания').click();
  await page.text('Напоминания включены.').waitFor();
  yield seeAt(page, 'full', { isActed: true });

  await page.role('checkbox', 'Не обращаться к VK').click();
  await page.text(/^Включено: расширение больше не обращается к VK/).waitFor();
  yield seeAt(page, 'links-only', { isActed: true });

  await page.role('button', 'Показать, что хранится').click();
  await page.role('heading', 'На диске').waitFor();
  await page.role('button', 'Показать сообщение').click();
  await page.field('Сообщение о проблеме').waitFor();
  await page.role('button', 'Показать образец').click();
  await page.field('Образец страницы').waitFor('visible', { timeout: 20_000 });
  yield seeAt(page, 'shown', { isActed: true });

  await page
    .role('button', /^Отвязать/)
    .first()
    .click();
  await page.role('dialog').role('button', 'Да').click();
  await page.text('Учётная запись отвязана.').waitFor();
  yield seeAt(page, 'unlinked', { isActed: true });

  await page.role('button', 'Удалить всё').click();
  await page.role('dialog').waitFor();
  yield seeAt(page, 'delete-dialog', { isActed: true });
  await page.press('Escape');
  await page.role('dialog').waitFor('hidden');
  yield seeAt(page, 'delete-refused', { isActed: true, isBrief: true });
  await page.role('button', 'Удалить всё').click();
  await page.role('button', 'Удалить').click();
  await page.text('Всё удалено.').waitFor();
  yield seeAt(page, 'deleted', { isActed: true });
}

export const settingsJourneys: readonly Journey[] = [
  { name: 'settings after an installation', play: fresh },
  {
    name: 'settings with all in them',
    options: { agreesTo: ['notifications', `${own}/*`, `${site}/*`] },
    play: full,
  },
];
