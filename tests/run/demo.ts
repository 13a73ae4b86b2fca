import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endIdle, launch } from '../e2e/driver/launch.ts';
import type { Page } from '../e2e/driver/types.ts';
import { waitUntil } from '../e2e/driver/wait.ts';
import { maria, openSection, signInToDiary, walkSignIn } from '../e2e/people.ts';
import { rightNow } from '../stand/scenarios/right-now.ts';
import { startStand } from '../stand/stand.ts';
import { provideBrowsers } from './browsers.ts';
import { appId, provideBuild, top } from './builds.ts';

/**
 * `npm run demo`: plays the journey in Chromium on the production build, a line and a picture a step. With a display, or with
 * `--headed`, the browser stays open for a person to click on.
 */
const pictures = join(top, '.output/demo');
const headed = process.argv.includes('--headed') || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const missing = provideBrowsers();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const extension = await provideBuild('with VK ID', 'chromium');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const stand = await startStand({ appId, scenario: rightNow });
const browser = await launch('chromium', {
  extension,
  port: stand.port,
  language: 'ru',
  agreesTo: ['notifications'],
  headed,
});

let number = 0;
async function show(page: Pick<Page, 'screenshot'>, words: string): Promise<void> {
  number += 1;
  const name = `${String(number).padStart(2, '0')}.png`;
  await page.screenshot(join(pictures, name));
  console.log(`${String(number).padStart(2)}. ${words} → .output/demo/${name}`);
}

const welcome = await browser.waitForPage(/welcome\.html$/);
await welcome.field('Ваш регион').choose('Республика Хакасия');
await welcome.role('link', 'Перейти в дневник').waitFor();
await show(welcome, '«Добро пожаловать» открылось само: что умеет расширение и где дневник');
await welcome.close();

const diary = await signInToDiary(browser, maria);
await diary.role('button', 'Авторизация в Сферум').waitFor();
await diary.role('button', 'Подключиться').first().waitFor();
await show(diary, 'Мария открыла дневник: в меню «Авторизация в Сферум», у урока «Подключиться»');

const popup = await browser.openPopup(diary);
await popup.waitForText(/Алгебра, до \d\d:\d\d/);
await show(popup, 'Кнопка на панели браузера: что идёт сейчас, что потом, без всякого VK');
await popup.close();

const section = await openSection(diary, 'Авторизация в Сферум');
await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
await show(diary, 'Раздел открылся на месте дневника');

await section.role('button', 'Привязать аккаунт к Сферум').click();
const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
await window.field('Телефон или почта').waitFor();
await show(window, 'Вход через VK ID, в его собственном окне');

await walkSignIn(window, maria);
await section.role('heading', 'Проверьте данные').waitFor();
await show(diary, '«Проверьте данные»: дневник и учебный профиль рядом');

await section.role('button', 'Связать').click();
await section.role('tab', 'Чаты').waitFor();
await section.role('button', /Объявления школы/).waitFor();
await show(diary, 'Связано: чаты прямо в дневнике');

await section.role('tab', 'Видеоконференции').click();
await section.role('button', 'Перейти').first().waitFor();
await show(diary, 'Видеоконференции: сначала те, что идут сейчас');

await diary.role('link', 'Расписание').click();
await diary.role('button', 'Подключиться').first().waitFor();
await show(diary, 'Расписание: «Подключиться» у урока, который идёт');

await diary.role('button', 'Подключиться').first().click();
const call = await browser.waitForPage(/\/call\/join\/|call_link|callId/);
await show(call, 'Звонок открылся в соседней вкладке одним нажатием');

await call.close();
const settings = await browser.extensionPage('options.html#reminders');
await settings.role('button', 'Включить напоминания').click();
await settings.text('Напоминания включены.').waitFor();
await show(settings, 'Напоминания включены в настройках');
await settings.close();
await diary.bringToFront();
// «География» begins in 25 minutes: the school's clock goes on to five before it.
stand.clock.shift(20 * 60_000);
await diary.reload();
const reminder = await waitUntil(async () => (await browser.notifications())[0], { what: 'the reminder' });
console.log('    Напоминание: «Урок через 5 минут»');
await browser.clickNotification(reminder);
const lesson = await browser.waitForPage(/\/call\/join\/|call_link|callId/);
await show(lesson, 'Одно нажатие на напоминание — и вы на уроке');
await lesson.close();

await diary.bringToFront();
const again = await openSection(diary, 'Сферум');
await again.role('button', 'Отвязать учетную запись').click();
await again.role('dialog').waitFor();
await show(diary, '«Отвязать учетную запись» спрашивает, прежде чем забыть');
await again.role('button', 'Нет').click();

console.log(`\nВсё получилось. Картинки: ${pictures}`);
if (headed) {
  console.log('Браузер открыт: можно нажимать. Закройте его или нажмите Ctrl+C.');
  await diary.waitForClose({ timeout: 24 * 60 * 60_000 }).catch(() => undefined);
}
await browser.close();
await endIdle();
await stand.close();
