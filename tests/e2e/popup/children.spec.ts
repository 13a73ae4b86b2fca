import type { Stand } from '../../stand/stand.ts';
import { personOf } from '../../stand/world.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { lessonNow, openDiary, pause, planToday, setTime, sferumLink } from '../lessons.ts';
import { openPopupWith } from '../toolbar.ts';

/** Each child has a lesson of its own that is on now. */
function planBoth(stand: Stand): void {
  const plan = (discipline: string, classyear: string) =>
    planToday(
      stand,
      [lessonNow(stand, discipline, { materials: [{ name: '', url: sferumLink(classyear) }] })],
      classyear,
    );
  setTime(stand, '12:00');
  plan('Музыка', '8 Б');
  plan('Чтение', '3 А');
}

async function chooseAnna(page: Page): Promise<void> {
  await page.css('.user').click();
  await page.text(/Соколова (Анна|Пётр)/).click();
}

async function textWith(browser: Browser, page: Page, text: RegExp): Promise<string> {
  const popup = await openPopupWith(browser, page, text);
  const read = await popup.text();
  await popup.close();
  return read;
}

for (const [name, firstName, petr, anna] of [
  ['two children', 'Анна', 'Пётр', 'Анна'],
  ['two children of one name', 'Пётр', 'Соколов Пётр Андреевич', 'Соколова Пётр Андреевна'],
] as const) {
  test(`${name}: each row says whose it is; of the one that is not chosen what was read last, with its age @full @both`, async ({
    browser,
    stand,
  }) => {
    planBoth(stand);
    personOf(stand.world, 'anna').firstName = firstName;
    const page = await openDiary(browser, stand);
    const first = await textWith(browser, page, /Музыка, до 12:20/);
    expect(first).toContain(`Музыка, до 12:20 ${petr} Подключиться`);
    // She was not chosen yet: nothing is known of her.
    expect(first).not.toMatch(/Чтение/);
    await chooseAnna(page);
    await pause(600);
    const both = await textWith(browser, page, /Чтение, до 12:20/);
    expect(both).toContain(`Чтение, до 12:20 ${anna} Подключиться`);
    expect(both).toMatch(new RegExp(`Музыка, до 12:20 ${petr}, по данным: .*Подключиться`));
  });
}
