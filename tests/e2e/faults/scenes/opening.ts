import type { Page, Surface } from '../../driver/types.ts';
import { troubleStates } from '../states.ts';
import { forgetRun, openLinkedDiary, openSectionAnew } from './common.ts';
import type { Play, Scene, Tools } from './scene.ts';

async function pagesAt({ browser }: Tools, address: RegExp): Promise<Page[]> {
  const open = await browser.pages();
  const fits = await Promise.all(open.map(async (page) => address.test(await page.url())));
  return open.filter((_, index) => fits[index]);
}

/** The button at a lesson, whose call is VK's. */
export const joining = {
  states: { well: { reads: [/call\/join|call_link/] } },
  async play(tools: Tools): Promise<Play> {
    const { browser } = tools;
    const diary = await openLinkedDiary(tools);
    const calls = () => pagesAt(tools, /call_link|call\/join/);
    const button = diary
      .css('.content tr')
      .having(/Алгебра/)
      .role('button', 'Подключиться');
    const join = () => button.click();
    return {
      diary,
      forgetsRun: true,
      async prepare() {
        for (const call of await calls()) await call.close();
        await diary.bringToFront();
        // By the moment that VK told last the lesson may not have begun: VK's is taken where the diary's is another.
        await forgetRun(browser);
        await diary.reload();
        await button.waitFor();
      },
      act: join,
      read: async () => (await Promise.all((await calls()).map((page) => page.url()))).join('\n'),
      goOn: join,
    };
  },
} satisfies Scene;

/** A chat is opened when it is not known any more who is signed in. */
export const openingChat = {
  states: {
    well: { reads: [/web\.vk\.me\/convo/] },
    ...troubleStates('VK Мессенджер', /button "Всё равно открыть"/, /button "Повторить"/),
  },
  async play(tools: Tools): Promise<Play> {
    const diary = await openLinkedDiary(tools);
    let section: Surface | undefined;
    const chats = () => pagesAt(tools, /convo/);
    return {
      diary,
      forgetsRun: true,
      async prepare() {
        for (const chat of await chats()) await chat.close();
        await diary.bringToFront();
        section = await openSectionAnew(diary);
        await section
          .text(/8 Б — родители/)
          .first()
          .waitFor();
      },
      act: async () => section?.role('button', /^8 Б — родители/).click(),
      read: async () =>
        [await section?.outline(), ...(await Promise.all((await chats()).map((page) => page.url())))].join('\n'),
      async goOn() {
        if (section) await section.role('group', 'Сообщение').role('button', 'Повторить').click();
      },
    };
  },
} satisfies Scene;
