import { invitations, signInToSferum } from '../../conflict.ts';
import type { Page } from '../../driver/types.ts';
import { linkMaria } from '../../lessons.ts';
import { forgetRun } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

/** A parent's invitation is opened where the pupil is signed in. */
export const invitation = {
  states: {
    well: { reads: [/Сейчас в этом браузере открыт Сферум другого человека: Пётр/, /Всё равно открыть страницу/] },
    'not known': {
      reads: [/Не получилось узнать, кто сейчас вошёл в Сферум в этом браузере\./, /Всё равно открыть страницу/],
    },
  },
  async play({ browser, stand }: Tools): Promise<Play> {
    await linkMaria(browser);
    await signInToSferum(browser, stand, 'petr');
    let page: Page | undefined;
    return {
      diary: null,
      forgetsRun: true,
      async prepare() {
        await page?.close();
      },
      async act() {
        page = await browser.open(invitations.petr);
      },
      async read() {
        const isThere = (await page?.frames())?.some((address) => address.includes('notice.html'));
        return page && isThere ? (await page.frame('notice.html')).outline() : '';
      },
      async goOn() {
        // A failure is remembered for 15 s: it is later, and the page is loaded again.
        await forgetRun(browser);
        await page?.reload();
      },
    };
  },
} satisfies Scene;
