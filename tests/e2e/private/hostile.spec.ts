import type { Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { pause, setTime, waitForMarks } from '../lessons.ts';
import { link, maria, signInToDiary } from '../people.ts';

const mother = 871000002;

/** What is made to break out of its place, turn its neighbours round, or take the whole page. */
const hostile = [
  '<img src=x onerror="window.__broken=1"><script>window.__broken=1</script>',
  '"><svg onload="window.__broken=1">',
  '</td></tr></table><h1>',
  '\u202eводоворот\u2066 конец',
  `${'Ы'.repeat(100_000)}`,
  '\ud800\udfff\ud83d',
  '__proto__',
  'constructor',
  '{{window.__broken=1}}',
  '\u0301'.repeat(3000),
  '\u0000\u0007\u2028\u2029',
] as const;

/** Whether anything ran, or stands where only a text was meant. */
function outcome(surface: Surface) {
  return surface.evaluate(() => {
    const elements: Element[] = [];
    const collect = (root: Document | ShadowRoot) => {
      for (const one of root.querySelectorAll('*')) {
        elements.push(one);
        if (one.shadowRoot) collect(one.shadowRoot);
      }
    };
    collect(document);
    const addresses = elements.flatMap((one) => [one.getAttribute('href') ?? '', one.getAttribute('src') ?? '']);
    return {
      ran: '__broken' in window,
      handlers: elements.filter((one) => one.hasAttribute('onerror') || one.hasAttribute('onload')).length,
      scripts: addresses.filter((one) => /^\s*(?:javascript|data:text)/i.test(one)),
      wider: document.documentElement.scrollWidth - window.innerWidth > 1,
      tallest:
        Math.max(0, ...[...document.querySelectorAll('li, tr')].map((one) => one.getBoundingClientRect().height)) <
        2000,
    };
  });
}

const unharmed = { ran: false, handlers: 0, scripts: [], wider: false, tallest: true };

test('texts made to break out stay texts: chats, calls, the person, and lessons @full', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  const { world } = stand;
  world.chats = world.chats
    .filter(({ members }) => members.includes(mother))
    .map((chat, at) => {
      const text = hostile[at % hostile.length] ?? '';
      return {
        ...chat,
        title: `${at} ${text}`,
        photo: `https://sun.example/${encodeURIComponent(text.slice(0, 40).replace(/[\ud800-\udfff]/g, ''))}"onload=`,
        ...(chat.lastMessage ? { lastMessage: { ...chat.lastMessage, text } } : {}),
      };
    });
  for (const [at, call] of world.calls.scheduled.entries()) call.name = hostile[at % hostile.length] ?? '';
  for (const one of world.people)
    if (one.key === 'maria' && one.educational) one.educational.organizations = [...hostile];
  const homework = [
    '<a href="javascript:window.__broken=1">https://vk.com/call/join/x</a>',
    '<a href="https://telemost.yandex.ru@evil.example/j/12345678901234">урок</a> <a href="https://telemost.yandex.ru.evil.example/j/1234">ещё</a>',
    ...hostile,
  ];
  world.diaryApi.editDays = (days) =>
    days.map((day) => {
      const lessons = (day.lessons ?? []) as Record<string, unknown>[];
      return {
        ...day,
        lessons: lessons.map((lesson, at) => ({
          ...lesson,
          homework: homework[at % homework.length],
          teacher: hostile[(at + 1) % 4],
          [hostile[6]]: hostile[0],
        })),
      };
    });

  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('tab', 'Чаты').waitFor();
  await expect.poll(() => section.role('listitem').count()).toBeGreaterThan(3);
  await pause(500);
  expect(await outcome(section)).toEqual(unharmed);
  await picture(page, 'hostile-chats');
  await section.role('tab', 'Видеоконференции').click();
  await section.role('table').waitFor();
  expect(await outcome(section)).toEqual(unharmed);
  await picture(page, 'hostile-calls');

  await page.role('link', 'Дневник').click();
  await pause(1500);
  // The diary draws what teachers write as markup itself; ours adds nothing to it.
  const ours = await page.evaluate(() =>
    [...document.querySelectorAll('sferum-lesson')].map((host) => host.shadowRoot?.innerHTML ?? '').join(''),
  );
  expect(ours).not.toMatch(/onerror|javascript:|evil\.example|<script/);
  // Lessons whose texts can be told still have their buttons.
  world.diaryApi.editDays = undefined;
  await page.reload();
  await waitForMarks(page, (marks) => marks.length > 0);

  const popup = await browser.openPopup(page);
  await popup.waitForText(/Сегодня/);
  // Four calls at once are higher than a browser lets a popup be: it scrolls, and Chromium adds the room for that. No text makes it wider.
  expect((await popup.size()).width).toBeLessThan(340 + 2 * 15 + 1);
  await popup.screenshot(`.output/pictures/${browser.name}/hostile-popup.png`);
});
