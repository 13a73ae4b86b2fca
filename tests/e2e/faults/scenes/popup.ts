import type { ToolbarPopup } from '../../driver/types.ts';
import { anyTrouble, troubleStates } from '../states.ts';
import { forgetRun, openLinkedDiary } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

const site = 'school-site.example.ru';
const openDiary = /Открыть дневник/;

/** «Сегодня» of the popup where no page of the diary is open: the background asks it. */
export const today = {
  states: {
    well: { reads: [/Алгебра, до 09:10/, /Подключиться/], lacks: [anyTrouble] },
    ...troubleStates('Дневник', openDiary),
    signedOut: { reads: [/Дневник просит войти\./, openDiary] },
  },
  async play(tools: Tools): Promise<Play> {
    const { browser, stand } = tools;
    const diary = await openLinkedDiary(tools);
    stand.world.sites.set(site, '<!doctype html><title>Школа</title><body>Новости');
    const page = await browser.open(`https://${site}/`);
    await diary.close();
    let popup: ToolbarPopup | undefined;
    const open = async () => {
      popup = await browser.openPopup(page);
    };
    const prepare = async () => {
      await popup?.close();
      popup = undefined;
      await forgetRun(browser);
    };
    return {
      diary: null,
      prepare,
      act: open,
      read: async () => (await popup?.text()) ?? '',
      async goOn() {
        // A failure is remembered for 15 s: it is later.
        await prepare();
        await open();
      },
    };
  },
} satisfies Scene;
