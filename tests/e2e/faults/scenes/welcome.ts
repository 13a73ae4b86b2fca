import type { Page } from '../../driver/types.ts';
import { linkMaria } from '../../lessons.ts';
import { maria, signInToDiary } from '../../people.ts';
import { forgetRun } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const host = 'diary.gorod-example.ru';
const own = `https://${host}`;

/** «Другой адрес дневника»: whether ЭШ answers there. */
export const adding = {
  states: {
    well: { reads: [/Дневник diary\.gorod-example\.ru подключён\./] },
    signedOut: { reads: [/Войдите в дневник на сайте diary\.gorod-example\.ru/] },
    'no diary': { reads: [/На сайте diary\.gorod-example\.ru нет дневника/, /button "Подключить дневник"/] },
    'no answer': { reads: [/Сайт diary\.gorod-example\.ru не ответил\./, /button "Подключить дневник"/] },
  },
  async play({ browser }: Tools): Promise<Play> {
    await linkMaria(browser);
    await (await signInToDiary(browser, { ...maria, host: own })).close();
    let page: Page | undefined;
    const add = async () => {
      if (!page) return;
      await browser.allowOrigin(`${own}/*`);
      const field = page.field('Адрес дневника');
      if (!(await field.isVisible())) await page.text('Другой адрес дневника').click();
      await field.fill(own);
      await page.role('button', 'Подключить дневник').click();
    };
    return {
      diary: null,
      async prepare() {
        await page?.close();
        await browser.inExtension(async () => {
          interface Extension {
            chrome: { storage: { local: { remove(keys: string[]): Promise<void> } } };
          }
          await (globalThis as unknown as Extension).chrome.storage.local.remove(['addedDiaries', 'diaryTrial']);
        });
        await forgetRun(browser);
        page = await browser.extensionPage('welcome.html');
      },
      act: add,
      read: async () => (await page?.outline()) ?? '',
      goOn: add,
    };
  },
} satisfies Scene;
